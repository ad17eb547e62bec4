import type { Shown } from './list-shown.ts';

/** A special sequence in a message: mention, group, channel or link, where it stands, and the text around it. */
export type Markup = { readonly markup: string; readonly where: string; readonly text: string };

const SEQUENCE = /<(?:[!@#]|https?:|mailto:)[^>]*>?/g;

/** The special sequences of the texts in which Slack reads marks: each may notify people or lead elsewhere. */
export function findMarkups(shown: readonly Shown[]): readonly Markup[] {
  return shown
    .filter(({ marked }) => marked)
    .flatMap(({ where, text }) => (text.match(SEQUENCE) ?? []).map((markup) => ({ markup, where, text })));
}
