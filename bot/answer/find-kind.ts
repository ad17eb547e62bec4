import type { AnswerKind } from './answer.ts';
import type { Calcul } from './calcul.ts';
import type { Enonce } from './enonce.ts';
import type { Situation } from './situate/situation.ts';

/** What an answer comes to: the first claim said decides, unless a tool waits for a fact of the asker's own community. */
export function findKind(enonces: readonly Enonce[], calculs: readonly Calcul[], { nous }: Situation): AnswerKind {
  const missing = calculs.some(({ outcome }) => outcome.kind === 'missing-input');
  const computed = calculs.some(({ outcome }) => outcome.kind === 'computed' || outcome.kind === 'ambiguous');
  const told = enonces.some(({ statut, origin }) => statut !== null && origin.type === 'tool');
  if (missing && !computed && !told && nous) return 'needs-input';
  // What the corpus lacks, a document may bring.
  const quotes = enonces.some(({ origin }) => origin.type === 'citation');
  const leading = enonces.find(({ statut }) => statut !== null && !(quotes && statut === 'absent'));
  return leading?.statut === 'absent' ? 'not-covered' : 'answered';
}
