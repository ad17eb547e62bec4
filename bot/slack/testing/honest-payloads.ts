import fc from 'fast-check';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { OutgoingMessage } from '../outgoing/create-sender.ts';
import { type Outgoing, type OutgoingObject, toPlainText, toVisible } from '../outgoing/outgoing.ts';

/** A payload and what kind it is: a message has several roads out, the others have their own. */
export type Parcel =
  | { readonly kind: 'message'; readonly payload: OutgoingMessage }
  | { readonly kind: 'status' | 'view' | 'file'; readonly payload: OutgoingObject };

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
  const section = make('rich_text_section', { elements: some(run, run, user) });
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

function createSelect(text: Texts): fc.Arbitrary<OutgoingObject> {
  const plain = text.map(toPlainText);
  const option = fc.record({ text: plain, description: plain, value: fc.constant('taille') });
  return make('static_select', { placeholder: plain, options: some(option), action_id: fc.constant('choisir') });
}

/** A modal with its labels, hints and placeholders. */
function modal(text: Texts, blocks: fc.Arbitrary<readonly OutgoingObject[]>): fc.Arbitrary<OutgoingObject> {
  const plain = text.map(toPlainText);
  const field = make('plain_text_input', {
    placeholder: plain,
    action_id: fc.constant('saisir'),
    multiline: fc.boolean(),
  });
  const input = make('input', { label: plain, hint: plain, element: fc.oneof(field, createSelect(text)) });
  const content = fc.tuple(input, blocks).map(([first, others]) => [first, ...others]);
  const parts = { callback_id: fc.constant('profil'), title: plain, submit: plain, close: plain, blocks: content };
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
    files: fc.array(fc.record({ id: fc.constant('F0123'), title: text.map(toVisible) }), {
      minLength: 1,
      maxLength: 2,
    }),
  });
}
