import { checkLicences, sealRendered } from '#bot/gate.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import { joinLicensed, type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';
import { escapeMrkdwn, neutralise } from './neutralise.ts';
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
    return [key, FORMS.has(key) ? refuse(place) : sealText(value.visible, isLiteral(type, key))];
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
  // Nobody reads the numbers of a layout, and we need none of them.
  if (typeof value === 'number') return refuse(path);
  if (!isList(value)) return sealObject(value, path);
  return value.map((item, index) =>
    isVisible(item) ? sealText(item.visible, false) : sealValue(item, key, `${path}[${index}]`),
  );
}

function sealText(text: LicensedText, literal: boolean): string {
  const neutral = neutralise(text);
  const shown = literal ? neutral : escapeMrkdwn(neutral);
  // Look-alikes hide from the gate what a person still reads, « un *mois* »: it sees the text as written too.
  const written = renderLicensed(text);
  if (written.text !== renderLicensed(shown).text) checkLicences(written);
  return sealRendered(shown).text;
}

/** Texts that Slack shows sign by sign; any other is written as if Slack parsed it, which is the safe way. */
function isLiteral(type: Outgoing | undefined, key: string): boolean {
  return type === 'plain_text' || type === 'text' || key === 'alt_text' || key === 'title';
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
  // A file.
  ['id', /^F[A-Z0-9]+$/],
  ['ts', STAMP],
  ['thread_ts', STAMP],
  ['trigger_id', /^\d+\.\d+\.[0-9a-f]+$/],
  ['client_msg_id', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
  // What a button hands back to us: opaque, so that no figure can be read in it.
  ['value', /^[A-Za-z0-9_-]+$/],
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
