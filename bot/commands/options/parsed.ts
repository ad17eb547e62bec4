import { type Message, type MessageArg, toDonnee, toMessage } from '#corpus/law/message.ts';

/** A value read in what was typed, or the sentence that says what is wrong with it, and `also` the others. */
export type Parsed<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'problem'; readonly message: Message; readonly also?: readonly Message[] };

/** Longest echo of what was typed, in characters. */
const ECHO_MAX = 60;

/** Shorthand for a value that was read. */
export function toValue<T>(value: T): Parsed<T> {
  return { kind: 'value', value };
}

/** Shorthand for a refusal. */
export function toProblem(code: string, args: Message['args'] = {}): Parsed<never> {
  return { kind: 'problem', message: toMessage(code, args) };
}

/**
 * Several refusals at once.
 * @throws {RangeError} when there is none
 */
export function toProblems([message, ...also]: readonly Message[]): Parsed<never> {
  if (message === undefined) throw new RangeError('a refusal without a reason');
  return { kind: 'problem', message, also };
}

/** What was typed, to be shown back: shortened, without control characters. */
export function toEcho(typed: string): MessageArg {
  const clean = typed.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  const text = clean.length > ECHO_MAX ? `${clean.slice(0, ECHO_MAX)}…` : clean;
  return { kind: 'question', text, start: 0, end: typed.length };
}

/** A way of writing or a list of codes, shown as it is. */
export function toExemple(text: string): MessageArg {
  return toDonnee(text);
}
