import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import type { TailleCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { findAnneeContrat } from '../contrat/find-annee-contrat.ts';
import type { Outcome, Reading } from '../outcome.ts';
import { computeTaille, type TailleTrouvee, toNumeroTaille } from '../taille/compute-taille.ts';
import type { Cote, Mesure } from './comparaison.ts';
import { listMesuresBornes } from './list-mesures-regles.ts';
import { toMesure, toMesureSansRegle } from './mesure.ts';

/** A size that a side may be of, with the doubt it settles when there are several. */
export type TailleDuCote = {
  readonly taille: TailleCode;
  /** Whether it is one of all the sizes, none being given. */
  readonly parmi: boolean;
  readonly doute: readonly Message[];
  readonly mesures: readonly Mesure[];
  readonly hypotheses: readonly Message[];
};

/** Every size of a side (none when it gives neither size nor population), or why there is none. */
export type TaillesCote =
  | { readonly kind: 'tailles'; readonly tailles: readonly TailleDuCote[] }
  | Exclude<Outcome<never>, { readonly kind: 'computed' | 'ambiguous' }>;

/**
 * Sizes of a side: the one given, or those of its population on its day; a proposal with brackets of its own is read
 * with them.
 * @legal ACI CPTS of 20 June 2019; a draft's brackets are told as a draft's
 */
export function listTaillesCote(cote: Cote, parametres: Parametres): TaillesCote {
  const { population, taille } = cote.entree;
  const jour = findJourDeDroit(cote, parametres);
  if (population === undefined) {
    const mesures =
      taille === undefined ? [] : [toTailleMesure(taille), ...listBornesCote(taille, cote, parametres).map(toTranche)];
    const alone = taille === undefined ? [] : [{ taille, parmi: false, doute: [], mesures, hypotheses: [] }];
    return { kind: 'tailles', tailles: alone };
  }
  const outcome = computeTaille(population, toBareme(cote, parametres), jour);
  if (outcome.kind !== 'computed' && outcome.kind !== 'ambiguous') return outcome;
  const readings: readonly Reading<TailleTrouvee>[] =
    outcome.kind === 'computed' ? [{ hypothese: [], value: outcome.value }] : outcome.readings;
  const tailles = readings.map(({ hypothese, value }): TailleDuCote => {
    const { reference, statut, confiance } = value;
    const depuis = toBareme(cote, parametres).tailles.valeurs.findLast((dated) => dated.depuis <= jour)?.depuis ?? jour;
    const regle = { reference, statut, confiance, depuis };
    const head = { code: 'taille', label: toMessage('mesure-taille') };
    const numero = toNumeroTaille(value.taille);
    const bornes = { code: 'taille:bornes', label: toMessage('mesure-bornes') };
    return {
      taille: value.taille,
      parmi: false,
      doute: hypothese,
      mesures: [
        toMesure(head, { kind: 'taille', numero }, regle),
        toMesure(bornes, { kind: 'bornes', de: value.de, a: value.a }, regle),
      ],
      hypotheses: outcome.hypotheses,
    };
  });
  return { kind: 'tailles', tailles };
}

/**
 * Bracket of a size on the day of a side, or in its proposal.
 * @legal ACI CPTS of 20 June 2019; a draft's brackets are told as a draft's
 */
export function listBornesCote(taille: TailleCode, cote: Cote, parametres: Parametres): readonly Mesure[] {
  return listMesuresBornes(toBareme(cote, parametres), taille, findJourDeDroit(cote, parametres));
}

/**
 * Day whose law a side follows: first day of its contract year, else the day given.
 * @legal each contract year is read with the law of its first day (convention of ours)
 */
export function findJourDeDroit({ asOf, texte, entree }: Cote, parametres: Parametres): CalendarDate {
  if (texte?.kind === 'proposition') return asOf;
  const annee = entree.annee === 'contrat-entier' ? 1 : entree.annee;
  const outcome = findAnneeContrat(entree, annee, parametres, asOf);
  return outcome.kind === 'computed' ? outcome.value.jourDeDroit : asOf;
}

/** Parameters whose brackets are those of the proposal, when it had some. */
function toBareme({ texte }: Cote, parametres: Parametres): Parametres {
  if (texte?.kind !== 'proposition') return parametres;
  const own = texte.proposition.valeurs.find((parametre) => parametre.type === 'tailles');
  return own?.type === 'tailles' ? { ...parametres, tailles: own } : parametres;
}

/** The bracket of the side's own size: one line, whatever the sizes compared. */
function toTranche(mesure: Mesure): Mesure {
  return { ...mesure, taille: null };
}

function toTailleMesure(taille: TailleCode): Mesure {
  const valeur = { kind: 'taille', numero: toNumeroTaille(taille) } as const;
  return toMesureSansRegle({ code: 'taille', label: toMessage('mesure-taille') }, valeur);
}
