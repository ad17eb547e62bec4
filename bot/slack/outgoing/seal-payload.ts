import { sealRendered } from '#bot/gate.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
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
  const isMrkdwn = object.type === 'mrkdwn' || path === '';
  const entries = Object.entries(object).map(([key, value]): [string, Sealed] => [
    key,
    isVisible(value) ? sealText(value.visible, isMrkdwn) : sealValue(value, key, join(path, key)),
  ]);
  // A text that Slack parses is never parsed further than its escaped signs: no link, no name, no emoji.
  if (object.type === 'mrkdwn') entries.push(['verbatim', true]);
  if (object.type === 'plain_text') entries.push(['emoji', false]);
  return Object.fromEntries(entries);
}

function sealValue(value: Exclude<Outgoing, Visible>, key: string, path: string): Sealed {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return checkForm(value, FORMS.get(key), path);
  if (typeof value === 'number') return COUNTS.has(key) ? value : refuse(path);
  if (!isList(value)) return sealObject(value, path);
  return value.map((item, index) => {
    const place = `${path}[${index}]`;
    // Lists of readable strings (status lines) are literal text.
    return isVisible(item) ? sealText(item.visible, false) : sealValue(item, key, place);
  });
}

function sealText(text: LicensedText, isMrkdwn: boolean): string {
  const neutral = neutralise(text);
  return sealRendered(isMrkdwn ? escapeMrkdwn(neutral) : neutral).text;
}

const NAME = /^[a-z_]+$/;
const CONVERSATION = /^[CDGUW][A-Z0-9]+$/;
const STAMP = /^\d+\.\d+$/;

/** Technical strings, which nobody reads: the form that each must have. */
const FORMS: ReadonlyMap<string, RegExp> = new Map([
  ['type', NAME],
  ['style', NAME],
  ['response_type', NAME],
  ['parse', /^none$/],
  ['action_id', /^[a-z-]+$/],
  ['block_id', /^[a-z-]+$/],
  ['channel', CONVERSATION],
  ['channel_id', CONVERSATION],
  ['user', CONVERSATION],
  ['user_id', CONVERSATION],
  ['ts', STAMP],
  ['thread_ts', STAMP],
  ['client_msg_id', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
  // What a button hands back to us: opaque, so that no figure can be read in it.
  ['value', /^[A-Za-z0-9_-]+$/],
]);

/** Numbers of the layout, which nobody reads. */
const COUNTS: ReadonlySet<string> = new Set(['indent', 'border']);

function checkForm(value: string, form: RegExp | undefined, path: string): string {
  return form?.test(value) ? value : refuse(path);
}

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

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
