import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Parole } from '../parler.ts';
import type { Span } from './lecture.ts';
import type { ArgumentsLus } from './read-arguments.ts';

/** What to say of the words of a command: what was not understood, what was taken for granted, what cannot be. */
export function tellArguments(
  { incompris, inutiles, supposes, problems }: ArgumentsLus,
  nom: string | undefined,
  { say }: Parole,
): readonly LicensedText[] {
  return [
    ...problems.map(({ code, args }) => say(code, args)),
    ...incompris.map((span) => say('commandes-incompris', { ecrit: toEcho(span) })),
    ...inutiles.map((span) => say('commandes-inutile', { ecrit: toEcho(span) })),
    ...supposes.map((span) => say(SUPPOSES[span.comme], { ecrit: toEcho(span) })),
    ...(nom === undefined
      ? []
      : [say('commandes-profil-utilise', { nom: { kind: 'question', text: nom, start: 0, end: nom.length } })]),
  ];
}

const SUPPOSES = { fixe: 'commandes-suppose-fixe', signature: 'commandes-suppose-signature' } as const;

function toEcho({ text, start, end }: Span) {
  return { kind: 'question', text, start, end } as const;
}
