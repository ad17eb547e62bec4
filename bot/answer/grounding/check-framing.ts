import type { Materials } from '../compose.ts';
import type { Enonce } from '../enonce.ts';
import { isOver, listTargets } from './check-polarity.ts';
import type { Liaisons } from './liaisons.ts';
import type { PhraseSet } from './phrase-set.ts';
import type { Motif } from './regles.ts';
import type { Run } from './runs.ts';
import type { Stretch } from './stretches.ts';

/** « Voici une rumeur : », "this was true once": doubt and the past go to an énoncé that does not hold, or no more. */
export function checkFraming(run: Run, materials: Materials, liaisons: Liaisons): readonly Motif[] {
  const { stretches } = run;
  const isExcused = (enonce: Enonce) => enonce.statut === 'historique' || isOver(enonce, materials, liaisons);
  const isMisplaced = ({ words }: Stretch, at: number) => {
    const isAgainst = isInOutside(words, liaisons.doutes, liaisons.anodins);
    if (!isAgainst && !isDated(stretches.slice(at), liaisons)) return false;
    const targets = listTargets(run, at, materials, liaisons);
    return targets.length === 0 || !targets.every(isExcused);
  };
  return stretches.some(isMisplaced) ? ['vigueur'] : [];
}

/** Whether the first stretch dates away what it speaks of, and nothing behind comes back to the present. */
function isDated([first, ...others]: readonly Stretch[], { passes, presents, anodins }: Liaisons): boolean {
  const words = first?.words ?? [];
  return isInOutside(words, passes, anodins) && ![words, ...others.map((other) => other.words)].some(presents.isIn);
}

/** Whether a phrase stands among the words, other than inside a harmless one. */
function isInOutside(words: readonly string[], phrases: PhraseSet, harmless: PhraseSet): boolean {
  for (let at = 0; at < words.length; ) {
    const skipped = harmless.measureAt(words, at);
    if (skipped === 0 && phrases.measureAt(words, at) > 0) return true;
    at += Math.max(skipped, 1);
  }
  return false;
}
