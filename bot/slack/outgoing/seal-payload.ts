import { checkLicences, sealRendered } from '#bot/gate.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import { joinLicensed, type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';
import { escapeMrkdwn, neutralise } from './neutralise.ts';
import { neutraliseMarkdown } from './neutralise-markdown.ts';
import type { Outgoing, OutgoingObject, Sealed, SealedObject, Visible } from './outgoing.ts';

/**
 * The gate of Slack: turns a payload into JSON, every readable string through {@link sealRendered}.
 * A string that is neither readable nor a technical one of a known form stops the send, so nothing slips beside the gate.
 * @throws {BotError} ERR_CHIFFRE_SANS_ORIGINE for a figure without a licence at its place;
 *   ERR_CHAMP_SLACK for a string or a number where only licensed text or a known technical form may stand
 */
export function sealPayload(payload: OutgoingObject): SealedObject {
  return sealObject(payload, '');
}

function sealObject(object: OutgoingObject, path: string): SealedObject {
  const { type, elements } = object;
  const entries = Object.entries(object).map(([key, value]): [string, Sealed] => {
    const place = join(path, key);
    if (!isVisible(value)) return [key, sealValue(value, key, place)];
    if (FORMS.has(key)) return refuse(place);
    const sealOwn = OWN_WAYS.get(key);
    if (sealOwn) return [key, sealOwn(value.visible) ?? refuse(place)];
    return [key, sealText(value.visible, isLiteral(type, key) || isLiteralPlace(path))];
  });
  const gap = LINES.get(String(type));
  if (elements !== undefined && gap !== undefined) checkLine(elements, gap);
  // A text that Slack parses is never parsed further than its escaped signs: no link, no name, no emoji.
  if (type === 'mrkdwn') entries.push(['verbatim', true]);
  if (type === 'plain_text') entries.push(['emoji', false]);
  return Object.fromEntries(entries);
}

function sealValue(value: Exclude<Outgoing, Visible>, key: string, path: string): Sealed {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return FORMS.get(key)?.test(value) ? value : refuse(path);
  // Nobody reads the numbers of a layout, and we need none of them; but for the size of a file that is sent.
  if (typeof value === 'number') return path === 'length' && Number.isSafeInteger(value) ? value : refuse(path);
  if (!isList(value)) return sealObject(value, path);
  return value.map((item, index) =>
    isVisible(item) ? sealText(item.visible, false) : sealValue(item, key, `${path}[${index}]`),
  );
}

function sealText(text: LicensedText, literal: boolean): string {
  const neutral = neutralise(text);
  return sealShown(text, literal ? neutral : escapeMrkdwn(neutral));
}

function sealShown(text: LicensedText, shown: LicensedText): string {
  // Look-alikes hide from the gate what a person still reads, « un *mois* »: it sees the text as written too.
  const written = renderLicensed(text);
  if (written.text !== renderLicensed(shown).text) checkLicences(written);
  return sealRendered(shown).text;
}

/** Readable strings that Slack takes in a form of its own; undefined when the text has not that form. */
const OWN_WAYS: ReadonlyMap<string, (text: LicensedText) => string | undefined> = new Map([
  // The only text that Slack reads as Markdown.
  ['markdown_text', (text) => sealShown(text, neutraliseMarkdown(text))],
  // A field is filled with the words as they were written: they come back when the form is sent.
  ['initial_value', sealWritten],
  ['initial_date', sealDate],
  ['url', sealAddress],
  ['filename', sealFileName],
]);

function sealWritten(text: LicensedText): string {
  checkLicences(renderLicensed(neutralise(text)));
  return sealRendered(text).text;
}

/** The picker shows the day in the reader's way: what leaves is the day that the figure is worth. */
function sealDate([figure, ...others]: LicensedText): string | undefined {
  if (figure === undefined || typeof figure === 'string' || others.length > 0) return undefined;
  const { unit, value } = figure;
  return unit === 'date' && DAY.test(String(value)) ? String(value) : undefined;
}

function sealAddress(text: LicensedText): string | undefined {
  const { text: address } = sealRendered(text);
  return ADDRESS.test(address) && URL.canParse(address) ? address : undefined;
}

function sealFileName(text: LicensedText): string | undefined {
  const name = sealText(text, true);
  return FILE_NAME.test(name) ? name : undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** An address of the web, without a name or a password in it. */
const ADDRESS = /^https?:\/\/[^\s@<>"\\]+$/;
const FILE_NAME = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} ’()_-]*\.[a-z]{2,4}$/u;

/** Texts that Slack shows sign by sign; any other is written as if Slack parsed it, which is the safe way. */
function isLiteral(type: Outgoing | undefined, key: string): boolean {
  return type === 'plain_text' || type === 'text' || type === 'link' || LITERAL.has(key);
}

const LITERAL: ReadonlySet<string> = new Set(['alt_text', 'alt_txt', 'title']);

/** Objects whose texts are shown sign by sign: the errors under the fields of a form, the prompts of the agent view. */
function isLiteralPlace(path: string): boolean {
  return path === 'errors' || /^prompts\[\d+\]$/.test(path);
}

/** Containers that show their elements on one line, and what Slack puts between two. */
const LINES: ReadonlyMap<string, string> = new Map([
  ['context', ' '],
  ['rich_text_section', ''],
  ['rich_text_quote', ''],
  ['rich_text_preformatted', ''],
]);

/** A figure that is cut in two by the elements of a line is read as one. */
function checkLine(elements: Outgoing, gap: string): void {
  const texts = (isElements(elements) ? elements : []).map(({ text }) =>
    text !== undefined && isVisible(text) ? text.visible : [' '],
  );
  if (texts.length > 1) checkLicences(renderLicensed(joinLicensed(texts, gap)));
}

const NAME = /^[a-z_]+$/;
const CONVERSATION = /^[CDGUW][A-Z0-9]+$/;
const OWN_NAME = /^[a-z-]+$/;
const OPAQUE = /^[A-Za-z0-9_-]+$/;
const STAMP = /^\d+\.\d+$/;

/** Technical strings, which nobody reads: the form that each must have. */
const FORMS: ReadonlyMap<string, RegExp> = new Map([
  // Markdown has more signs than a text of ours may hold.
  ['type', /^(?!markdown$)[a-z_]+$/],
  // Neither a list that Slack numbers.
  ['style', /^(?:primary|danger|bullet)$/],
  ['response_type', NAME],
  ['parse', /^none$/],
  ['action_id', OWN_NAME],
  ['block_id', OWN_NAME],
  ['callback_id', OWN_NAME],
  ['channel', CONVERSATION],
  ['channel_id', CONVERSATION],
  ['user', CONVERSATION],
  ['user_id', CONVERSATION],
  // A file, or a message of ours in its metadata.
  ['id', /^(?:F[A-Z0-9]+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/],
  ['event_type', /^cpts_message$/],
  ['users', CONVERSATION],
  ['initial_user', CONVERSATION],
  ['initial_users', CONVERSATION],
  ['initial_conversation', CONVERSATION],
  ['initial_conversations', CONVERSATION],
  ['recipient_user_id', CONVERSATION],
  ['recipient_team_id', /^[TE][A-Z0-9]+$/],
  ['view_id', /^V[A-Z0-9]+$/],
  ['response_action', /^(?:errors|update|push|clear)$/],
  ['include', /^(?:im|mpim|private|public)$/],
  ['trigger_actions_on', /^on_(?:enter_pressed|character_entered)$/],
  ['ts', STAMP],
  ['thread_ts', STAMP],
  ['trigger_id', /^\d+\.\d+\.[0-9a-f]+$/],
  ['client_msg_id', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
  // What a button hands back to us: opaque, so that no figure can be read in it.
  ['value', OPAQUE],
  ['private_metadata', OPAQUE],
]);

function refuse(path: string): never {
  throw new BotError(
    'ERR_CHAMP_SLACK',
    `le champ ${path} d'un envoi à Slack n'est ni un texte dont les chiffres ont une origine, ni un champ technique connu`,
    "L'envoi est arrêté. Signalez cet incident avec son code : c'est un défaut du programme.",
  );
}

function isVisible(value: Outgoing): value is Visible {
  return typeof value === 'object' && !isList(value) && 'visible' in value;
}

function isList(value: object): value is readonly Outgoing[] {
  return Array.isArray(value);
}

function isElements(value: Outgoing): value is readonly OutgoingObject[] {
  return typeof value === 'object' && isList(value);
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
