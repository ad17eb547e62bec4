import type { Enonce } from '../enonce.ts';
import type { Liaisons } from './liaisons.ts';
import type { Motif } from './regles.ts';
import type { Run } from './runs.ts';

/** Words that touch an énoncé may not change what its figures say: « au moins » before it, « par mois » after it. */
export function checkBorders({ text, stretches, before, after }: Run, liaisons: Liaisons): readonly Motif[] {
  const first = stretches[0];
  const last = stretches.at(-1);
  const goesOn = /^\p{Ll}/u.test(text.trimStart());
  const measured = first ? liaisons.apres.measureAt(first.words, 0) : 0;
  const isAppended = hasFigure(before.at(-1)) && measured > 0 && (goesOn || measured === first?.words.length);
  const isPrefixed =
    hasFigure(after[0]) &&
    last?.end === '' &&
    liaisons.avant.isAtEnd(last.words) &&
    !liaisons.neutres.isAtEnd(last.words);
  return isAppended || isPrefixed ? ['colle'] : [];
}

function hasFigure(enonce: Enonce | undefined): boolean {
  return enonce?.text.some((piece) => typeof piece !== 'string') ?? false;
}
