import type { CalendarDate } from './calendar-date.ts';
import type { Centimes, Fraction } from './euros.ts';

/** A value to be placed in a sentence; the renderer gives it its typography and its licence. */
export type MessageArg =
  | { readonly kind: 'euros'; readonly centimes: Centimes }
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'taille'; readonly numero: number }
  | { readonly kind: 'population'; readonly habitants: number }
  | { readonly kind: 'fraction'; readonly fraction: Fraction }
  | { readonly kind: 'pourcent'; readonly fraction: Fraction }
  | { readonly kind: 'duree'; readonly valeur: number; readonly unite: 'jours' | 'mois' | 'ans' }
  | { readonly kind: 'nombre'; readonly valeur: number; readonly unite?: 'membres' | 'annee' | 'annee-contrat' }
  /** A rank: « 1er », « 2e ». */
  | { readonly kind: 'rang'; readonly valeur: number }
  | { readonly kind: 'mission'; readonly code: string }
  | { readonly kind: 'texte'; readonly id: string }
  /** The asker's own words, echoed and marked as such. */
  | { readonly kind: 'question'; readonly text: string; readonly start: number; readonly end: number }
  /** Text of the data files (a title, a place where to look); its figures are licensed as source spans. */
  | { readonly kind: 'donnee'; readonly fr: string; readonly en: string };

/**
 * Something to say, as data: the key of a template and the values that go in it.
 * Tools return messages, never sentences, so that one outcome serves every language and every surface.
 */
export type Message = { readonly code: string; readonly args: Readonly<Record<string, MessageArg>> };

/**
 * Messages that say different things, in their order.
 * Compared by content, pair by pair: a result holds few of them, and writing each out to compare would cost far more.
 */
export function listDistinct(messages: readonly Message[]): readonly Message[] {
  const distinct: Message[] = [];
  for (const message of messages) {
    if (!distinct.some((kept) => kept.code === message.code && isSame(kept.args, message.args))) distinct.push(message);
  }
  return distinct;
}

function isSame(a: Fields, b: Fields): boolean {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  for (const key of keys) {
    const [value, other] = [a[key], b[key]];
    if (value !== other && !(isFields(value) && isFields(other) && isSame(value, other))) return false;
  }
  return true;
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

/** Short hand to build a {@link Message}. */
export function toMessage(code: string, args: Message['args'] = {}): Message {
  return { code, args };
}

/** A text of the data or a name, shown as it is in both languages. */
export function toDonnee(text: string): Extract<MessageArg, { readonly kind: 'donnee' }> {
  return { kind: 'donnee', fr: text, en: text };
}
