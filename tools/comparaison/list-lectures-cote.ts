import type { Message } from '#corpus/law/message.ts';
import type { TailleCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { findAnneeContrat } from '../contrat/find-annee-contrat.ts';
import { computeFinancement } from '../financement/compute-financement.ts';
import type { Financement } from '../financement/financement.ts';
import type { Outcome, Reading } from '../outcome.ts';
import type { Cote, Mesure } from './comparaison.ts';
import { isCompatible } from './is-compatible.ts';
import { listMesuresFinancement } from './list-mesures-financement.ts';
import { listMesuresPremierVersement } from './list-mesures-premier-versement.ts';
import { listMesuresProposition } from './list-mesures-proposition.ts';

/** One way of reading the law for a side: what tells it from the others, and what it gives. */
export type LectureCote = {
  readonly hypothese: readonly Message[];
  readonly mesures: readonly Mesure[];
  readonly hypotheses: readonly Message[];
  readonly notComputed: readonly Message[];
};

/** Every reading of a side, or why there is none. */
export type LecturesCote =
  | { readonly kind: 'lectures'; readonly lectures: readonly LectureCote[] }
  | Exclude<Outcome<never>, { readonly kind: 'computed' | 'ambiguous' }>;

/**
 * Money of one side for one size, under every reading that the texts leave open.
 * @returns one reading or more; the reason of the funding calculator when it gives none
 * @legal ACI CPTS of 20 June 2019, art. 9; avenant 2; a proposal is read alone and never enters a total
 */
export function listLecturesCote(cote: Cote, taille: TailleCode, parametres: Parametres): LecturesCote {
  const { texte, asOf } = cote;
  if (texte?.kind === 'proposition') {
    const mesures = listMesuresProposition(texte.proposition, taille);
    return { kind: 'lectures', lectures: [{ hypothese: [], mesures, hypotheses: [], notComputed: [] }] };
  }
  const entree = { ...cote.entree, population: undefined, taille };
  const annee = findAnneeContrat(entree, entree.annee === 'contrat-entier' ? 1 : entree.annee, parametres, asOf);
  const main = computeFinancement(entree, parametres, asOf);
  if (main.kind !== 'computed' && main.kind !== 'ambiguous') return main;
  if (annee.kind !== 'computed') return annee;
  // Without a contract, what a signature that day would give is told beside the yearly funding.
  const first = annee.value.numero === null ? computePremiere(cote, taille, parametres) : main;
  const pairs = listReadings(main).flatMap((year) =>
    (first === main ? [year] : listReadings(first))
      .filter((signature) => isCompatible(year.hypothese, signature.hypothese))
      .map((signature) => ({ year, signature })),
  );
  const common = { jour: annee.value.jourDeDroit, texte, parametres, cote };
  const lectures = pairs.map(({ year, signature }): LectureCote => {
    const same = year === signature;
    const premier = listMesuresPremierVersement({ ...common, value: signature.value, notComputed: first.notComputed });
    const complement = same ? premier.filter(({ code }) => code === 'complement-exceptionnel') : [];
    const own = { ...common, value: year.value, notComputed: main.notComputed, complement };
    return {
      hypothese: same ? year.hypothese : [...year.hypothese, ...signature.hypothese],
      mesures: [...premier, ...listMesuresFinancement(own)],
      hypotheses: [...main.hypotheses, ...first.hypotheses],
      notComputed: main.notComputed,
    };
  });
  return { kind: 'lectures', lectures };
}

type Lu = Extract<Outcome<Financement>, { readonly kind: 'computed' | 'ambiguous' }>;

function computePremiere({ asOf }: Cote, taille: TailleCode, parametres: Parametres): Lu {
  const outcome = computeFinancement({ taille, annee: 1, missions: [] }, parametres, asOf);
  if (outcome.kind === 'computed' || outcome.kind === 'ambiguous') return outcome;
  throw new RangeError(`a year was computed on ${asOf}, and its first year was not: ${outcome.kind}`);
}

function listReadings(outcome: Lu): readonly Reading<Financement>[] {
  return outcome.kind === 'computed' ? [{ hypothese: [], value: outcome.value }] : outcome.readings;
}
