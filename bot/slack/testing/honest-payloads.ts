import fc from 'fast-check';
import type { Figure } from '#corpus/law/figure.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { type Outgoing, type OutgoingObject, toPlainText, toVisible } from '../outgoing/outgoing.ts';
import type { OutgoingMessage } from '../outgoing/slack-sender.ts';

/** A payload and what kind it is: a message has several roads out, the others have their own. */
export type Parcel =
  | { readonly kind: 'message'; readonly payload: OutgoingMessage }
  | { readonly kind: 'status' | 'view' | 'file' | 'stream' | 'prompts' | 'errors'; readonly payload: OutgoingObject };

/** Payloads of every kind that Slack knows, whose texts are taken among those given; all of them may leave. */
export function createParcels(
  lines: readonly LicensedText[],
  messages: readonly OutgoingMessage[],
): fc.Arbitrary<Parcel> {
  const text = fc.constantFrom(...lines);
  const blocks = fc.array(fc.oneof(...listBlocks(text)), { minLength: 1, maxLength: 3 });
  const real = fc.constantFrom(...messages);
  const generated = fc.record({ text: text.map(toVisible), blocks });
  return fc.oneof(
    { weight: 2, arbitrary: fc.oneof(real, real.map(addButton), real.map(addAsker)).map(toMessage) },
    { weight: 6, arbitrary: generated.map(toMessage) },
    {
      weight: 3,
      arbitrary: fc
        .oneof(modal(text, blocks), home(text, blocks))
        .map((payload) => ({ kind: 'view', payload }) as const),
    },
    { weight: 1, arbitrary: file(text).map((payload) => ({ kind: 'file', payload }) as const) },
    { weight: 1, arbitrary: stream(text, blocks).map((payload) => ({ kind: 'stream', payload }) as const) },
    { weight: 1, arbitrary: prompts(text).map((payload) => ({ kind: 'prompts', payload }) as const) },
    { weight: 1, arbitrary: errors(text).map((payload) => ({ kind: 'errors', payload }) as const) },
    {
      weight: 1,
      arbitrary: text.map((status) => ({ kind: 'status', payload: { status: toVisible(status) } }) as const),
    },
  );
}

function toMessage(payload: OutgoingMessage) {
  return { kind: 'message', payload } as const;
}

/** An answer to a command: seen by the asker alone, with its button. */
function addButton(message: OutgoingMessage): OutgoingMessage {
  const label = toPlainText(['Partager dans le canal']);
  const button = { type: 'button', action_id: 'partager', text: label, value: 'WyJRdWVsIl0', style: 'primary' };
  const blocks = [...message.blocks, { type: 'actions', elements: [button] }];
  return { response_type: 'ephemeral', replace_original: true, ...message, blocks };
}

/** A shared answer: who asked stands first. */
function addAsker(message: OutgoingMessage): OutgoingMessage {
  const asker = [
    { type: 'user', user_id: 'U0123' },
    { type: 'text', text: toVisible([' a demandé :']) },
  ];
  const first = { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: asker }] };
  return { ...message, blocks: [first, ...message.blocks] };
}

const KNOWN = { statut: null, confiance: null, references: [] } as const;
const TOOL = { type: 'tool', tool: 'echeances', step: 'date' } as const;

/** A day that a picker shows, and an address that leads to a source. */
const DAY: Figure = { text: '1er mars 2024', value: '2024-03-01', unit: 'date', label: 'x', origin: TOOL, ...KNOWN };
const URL_TEXT = 'https://exemple.fr/textes/2019';
const ADDRESS: Figure = {
  text: URL_TEXT,
  value: URL_TEXT,
  unit: 'identifiant',
  label: 'x',
  origin: { type: 'source', passage: 'p', span: [0, URL_TEXT.length] },
  ...KNOWN,
};

type Texts = fc.Arbitrary<LicensedText>;
type Parts = Readonly<Record<string, fc.Arbitrary<Outgoing>>>;

function make(type: string, parts: Parts): fc.Arbitrary<OutgoingObject> {
  return fc.record({ type: fc.constant(type), ...parts });
}

function some(...items: readonly fc.Arbitrary<OutgoingObject>[]): fc.Arbitrary<readonly OutgoingObject[]> {
  return fc.array(fc.oneof(...items), { minLength: 1, maxLength: 2 });
}

/** The blocks of messages, modals and home views. */
function listBlocks(text: Texts): readonly fc.Arbitrary<OutgoingObject>[] {
  const plain = text.map(toPlainText);
  const mrkdwn = make('mrkdwn', { text: text.map(toVisible) });
  const image = make('image', { slack_file: fc.constant({ id: 'F0123' }), alt_text: text.map(toVisible) });
  const [button, select] = [createButton(text), createSelect(text)];
  return [
    make('header', { text: plain }),
    make('section', { text: mrkdwn, fields: some(mrkdwn, plain), accessory: fc.oneof(button, image, select) }),
    make('context', { elements: some(mrkdwn, plain, image) }),
    make('actions', { elements: some(button, select), block_id: fc.constant('pied') }),
    make('image', { slack_file: fc.constant({ id: 'F0123' }), alt_text: text.map(toVisible), title: plain }),
    make('rich_text', { elements: fc.tuple(...listLines(text)) }),
    make('context_actions', { elements: fc.tuple(createFeedback(text)) }),
    fc.constant({ type: 'divider' }),
  ];
}

/** The containers of rich text; the bot makes sections and lists. */
function listLines(text: Texts): readonly fc.Arbitrary<OutgoingObject>[] {
  const style = fc.constantFrom({}, { style: { bold: true } }, { style: { italic: true, strike: true } });
  const run = fc
    .tuple(text, style)
    .map(([line, more]) => ({ type: 'text', text: toVisible([...line, '\n']), ...more }));
  const user = fc.constant({ type: 'user', user_id: 'U0123' });
  const link = make('link', {
    url: fc.constant(toVisible([ADDRESS])),
    text: text.map((line) => toVisible([...line, '\n'])),
  });
  const section = make('rich_text_section', { elements: some(run, run, user, link) });
  return [
    section,
    make('rich_text_list', { style: fc.constant('bullet'), elements: some(section) }),
    make('rich_text_quote', { elements: some(run) }),
    make('rich_text_preformatted', { elements: some(run) }),
  ];
}

function createButton(text: Texts): fc.Arbitrary<OutgoingObject> {
  const plain = text.map(toPlainText);
  const confirm = fc.record({ title: plain, text: plain, confirm: plain, deny: plain, style: fc.constant('danger') });
  return make('button', {
    text: plain,
    action_id: fc.constant('partager'),
    value: fc.constant('WyJRdWVsIl0'),
    accessibility_label: text.map(toVisible),
    confirm,
  });
}

function createFeedback(text: Texts): fc.Arbitrary<OutgoingObject> {
  const button = fc.record({
    text: text.map(toPlainText),
    accessibility_label: text.map(toVisible),
    value: fc.constant('utile'),
  });
  return make('feedback_buttons', {
    action_id: fc.constant('avis'),
    positive_button: button,
    negative_button: button,
  });
}

function createSelect(text: Texts): fc.Arbitrary<OutgoingObject> {
  const plain = text.map(toPlainText);
  const option = fc.record({ text: plain, description: plain, value: fc.constant('taille') });
  return make('static_select', {
    placeholder: plain,
    options: some(option),
    initial_option: option,
    action_id: fc.constant('choisir'),
  });
}

/** A modal with its labels, hints and placeholders. */
function modal(text: Texts, blocks: fc.Arbitrary<readonly OutgoingObject[]>): fc.Arbitrary<OutgoingObject> {
  const plain = text.map(toPlainText);
  const field = make('plain_text_input', {
    placeholder: plain,
    action_id: fc.constant('saisir'),
    multiline: fc.boolean(),
    initial_value: text.map(toVisible),
  });
  const day = make('datepicker', {
    placeholder: plain,
    action_id: fc.constant('jour'),
    initial_date: fc.constant(toVisible([DAY])),
  });
  const input = make('input', { label: plain, hint: plain, element: fc.oneof(field, day, createSelect(text)) });
  const content = fc.tuple(input, blocks).map(([first, others]) => [first, ...others]);
  const names = { callback_id: fc.constant('profil'), private_metadata: fc.constant('BFGHJK') };
  const parts = { ...names, title: plain, submit: plain, close: plain, blocks: content };
  return fc.record({ trigger_id: fc.constant('12.34.ab56'), view: make('modal', parts) });
}

function home(text: Texts, blocks: fc.Arbitrary<readonly OutgoingObject[]>): fc.Arbitrary<OutgoingObject> {
  const header = make('header', { text: text.map(toPlainText) });
  const content = fc.tuple(header, blocks).map(([first, others]) => [first, ...others]);
  return fc.record({ user_id: fc.constant('U0123'), view: make('home', { blocks: content }) });
}

function file(text: Texts): fc.Arbitrary<OutgoingObject> {
  return fc.record({
    channel_id: fc.constant('C0123'),
    thread_ts: fc.constant('1764.0001'),
    initial_comment: text.map(toVisible),
    alt_txt: text.map(toVisible),
    filename: fc.constant(toVisible(['détail du calcul.pdf'])),
    files: fc.array(fc.record({ id: fc.constant('F0123'), title: text.map(toVisible) }), {
      minLength: 1,
      maxLength: 2,
    }),
  });
}

/** What a stream says, and the blocks that end it. */
function stream(text: Texts, blocks: fc.Arbitrary<readonly OutgoingObject[]>): fc.Arbitrary<OutgoingObject> {
  return fc.record({ markdown_text: text.map((line) => toVisible([...line, '\n\n'])), blocks });
}

function prompts(text: Texts): fc.Arbitrary<OutgoingObject> {
  const prompt = fc.record({ title: text.map(toVisible), message: text.map(toVisible) });
  return fc.record({ prompts: fc.array(prompt, { minLength: 1, maxLength: 4 }) });
}

function errors(text: Texts): fc.Arbitrary<OutgoingObject> {
  return fc.record({
    response_action: fc.constant('errors'),
    errors: fc.record({ population: text.map(toVisible), signature: text.map(toVisible) }),
  });
}
