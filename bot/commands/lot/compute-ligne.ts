import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { checkEcheancesInput } from '#tools/echeances/check-echeances-input.ts';
import { computeEcheances } from '#tools/echeances/compute-echeances.ts';
import type { Echeance } from '#tools/echeances/echeance.ts';
import { checkFinancementInput } from '#tools/financement/check-financement-input.ts';
import { computeFinancement } from '#tools/financement/compute-financement.ts';
import type { Financement } from '#tools/financement/financement.ts';
import type { InputProblem, Outcome } from '#tools/outcome.ts';
import type { CelluleProblem, CommunauteLue, LigneComprise } from './read-cellules.ts';
import type { Champ, Colonne } from './read-titres.ts';

/** What a line gives: the funding of its contract year and its next dates, or everything to correct in it. */
export type LigneLot = { readonly ligne: number; readonly nom: string | null } & (
  | { readonly kind: 'erreur'; readonly problems: readonly CelluleProblem[] }
  | {
      readonly kind: 'calculee';
      readonly financement: Outcome<Financement>;
      /** Dates to come that are not done, soonest first. */
      readonly prochaines: readonly Echeance[];
      /** Dates that are not computed, and why. */
      readonly sansDate: readonly Message[];
    }
);

/** Dates shown for a line. */
const PROCHAINES_MAX = 3;

/** Computes one line; a line that cannot be read says why and computes nothing. */
export function computeLigne(
  ligne: number,
  { communaute, problems }: LigneComprise,
  titres: readonly Colonne[],
  parametres: Parametres,
  asOf: CalendarDate,
): LigneLot {
  const { nom } = communaute;
  if (problems.length > 0) return { ligne, nom, kind: 'erreur', problems };
  const { population, taille, signature, renouvellement, membres, missions } = communaute;
  const input = { population, taille, signature, renouvellement, membres, missions };
  const suivi = { signature, renouvellement, missions };
  const refused = [...checkFinancementInput(input, parametres), ...checkEcheancesInput(suivi, parametres)];
  if (refused.length > 0) {
    return {
      ligne,
      nom,
      kind: 'erreur',
      problems: distinct(refused).map((problem) => toCellule(problem, communaute, titres)),
    };
  }
  const financement = computeFinancement(input, parametres, asOf);
  const echeances = computeEcheances(suivi, parametres, asOf);
  const all = echeances.kind === 'computed' ? echeances.value : [];
  const sansDate = echeances.kind === 'computed' ? echeances.notComputed : [toMessage('lot-sans-echeances')];
  const prochaines = all.filter(({ etat }) => etat === 'a-venir' || etat === 'proche').slice(0, PROCHAINES_MAX);
  return { ligne, nom, kind: 'calculee', financement, prochaines, sansDate };
}

function distinct(problems: readonly InputProblem[]): readonly InputProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem.message), problem])).values()];
}

/** The problem under the title of its column; the sentence itself says the value. */
function toCellule(
  { champ, message }: InputProblem,
  communaute: CommunauteLue,
  titres: readonly Colonne[],
): CelluleProblem {
  const own = titres.find((colonne) =>
    colonne.kind === 'mission' ? colonne.volet === champ : colonne.kind === 'champ' && colonne.champ === champ,
  );
  const list = titres.find((colonne) => colonne.kind === 'champ' && colonne.champ === 'missions');
  const value = Object.hasOwn(communaute, champ) ? communaute[champ as Champ] : undefined;
  const valeur = typeof value === 'string' || typeof value === 'number' ? String(value).replace(/^taille/, '') : '';
  return { titre: (own ?? list)?.titre ?? champ, valeur, message };
}
