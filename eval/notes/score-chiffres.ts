import type { Figure } from '#corpus/law/figure.ts';
import type { Statut } from '#corpus/law/statut.ts';
import type { QuestionAttendue } from '../questions.ts';
import type { Observation } from './observation.ts';

type Seen = Pick<Observation, 'figures'>;

/** Standings that tell a reader what holds. */
const EN_DROIT: readonly (Statut | null)[] = ['en-vigueur', 'deduit', 'releve-local'];

/** Figures that must be shown and are not, to the cent or the day. */
export function scoreChiffres({ chiffres }: Pick<QuestionAttendue, 'chiffres'>, { figures }: Seen): readonly string[] {
  return chiffres
    .filter((value) => !figures.some((figure) => isValue(figure, value) && isOurs(figure)))
    .map((value) => `chiffre absent : ${value}`);
}

/** Figures that must not be shown; the words of the asker may be repeated. */
export function scoreInterdits({ interdits }: Pick<QuestionAttendue, 'interdits'>, { figures }: Seen) {
  return interdits
    .filter((value) => figures.some((figure) => isValue(figure, value) && isOurs(figure)))
    .map((value) => `chiffre interdit : ${value}`);
}

/** Figures told as in force that were only proposed, or are over. */
export function scorePropositions({ pasEnDroit }: Pick<QuestionAttendue, 'pasEnDroit'>, { figures }: Seen) {
  return pasEnDroit
    .filter((value) =>
      figures.some((figure) => isValue(figure, value) && isOurs(figure) && EN_DROIT.includes(figure.statut)),
    )
    .map((value) => `donné comme en vigueur : ${value}`);
}

/** Legal standing that the expected figures must have. */
export function scoreStatut({ statut, chiffres }: Pick<QuestionAttendue, 'statut' | 'chiffres'>, { figures }: Seen) {
  if (statut === undefined) return [];
  return chiffres
    .filter((value) => figures.some((figure) => isValue(figure, value) && isOurs(figure)))
    .filter((value) => !figures.some((figure) => isValue(figure, value) && figure.statut === statut))
    .map((value) => `${value} n'a pas le statut ${statut}`);
}

/** A value of a figure, in its own unit; a day also stands for itself at the edge of a period. */
function isValue({ value }: Figure, wanted: number | string): boolean {
  if (typeof wanted === 'number') return typeof value === 'number' && Math.abs(value - wanted) < 0.005;
  return value === wanted;
}

/** Told by us, and not repeated from the asker. */
function isOurs({ origin }: Figure): boolean {
  return origin.type !== 'question' && origin.type !== 'profile';
}
