import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Fraction } from '#corpus/law/euros.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import type { TailleCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { type DroitComplement, findDroitComplement } from '../complement/find-droit-complement.ts';
import type { AnneeContrat } from '../contrat/find-annee-contrat.ts';
import { toNumeroTaille } from '../taille/compute-taille.ts';
import type { Lecture } from './annee-calculee.ts';
import { findFractionAnnee } from './compute-mission.ts';
import type { BaseProrata, FinancementInput } from './financement.ts';

/** One reading of the law and the words that tell it from the others. */
export type NamedLecture = { readonly lecture: Lecture; readonly hypothese: readonly Message[] };

/**
 * Every combination of what the texts leave open: size at a shared limit, right to the top-up, base of the prorata.
 * @param tailles  sizes the population may be of, at least one
 * @param annees   contract years computed
 * @legal ACI CPTS of 20 June 2019, art. 9; avenant 2, annex (top-up)
 */
export function listLectures(
  tailles: readonly TailleCode[],
  annees: readonly AnneeContrat[],
  input: FinancementInput,
  parametres: Parametres,
  asOf: CalendarDate,
): readonly NamedLecture[] {
  const complements = listComplements(annees[0], input, parametres);
  const bases = listBases(annees, input);
  const lectures: NamedLecture[] = [];
  for (const taille of tailles) {
    for (const complement of complements) {
      for (const base of bases) {
        const hypothese: Message[] = [];
        if (tailles.length > 1) hypothese.push(toMessage('lecture-taille', toTaille(taille)));
        if (complements.length > 1) {
          hypothese.push(toMessage(complement ? 'lecture-complement-inclus' : 'lecture-complement-exclu'));
        }
        if (bases.length > 1) hypothese.push(toMessage(`lecture-prorata-${base}`));
        lectures.push({ lecture: { taille, complement, base, asOf }, hypothese });
      }
    }
  }
  return lectures;
}

function toTaille(taille: TailleCode): Message['args'] {
  return { taille: { kind: 'taille', numero: toNumeroTaille(taille) } };
}

/** Whether the top-up is due: yes, no, both readings, or not settled by any text read (null). */
function listComplements(
  annee: AnneeContrat | undefined,
  input: FinancementInput,
  { complement }: Parametres,
): readonly (boolean | null)[] {
  if (annee?.numero !== 1) return [false];
  return COMPLEMENTS[findDroitComplement(input.signature ?? annee.jourDeDroit, complement)];
}

const COMPLEMENTS: Readonly<Record<DroitComplement, readonly (boolean | null)[]>> = {
  du: [true],
  indecis: [false, true],
  indetermine: [null],
  termine: [false],
  'pas-encore': [false],
};

/** Bases of the prorata that can be used: months only when every start falls on the contract's day of the month. */
function listBases(annees: readonly AnneeContrat[], input: FinancementInput): readonly BaseProrata[] {
  if (input.prorata) return [input.prorata];
  const missions = input.missions.filter(({ demarrage }) => demarrage !== undefined);
  let isOpen = false;
  for (const annee of annees) {
    for (const { demarrage } of missions) {
      if (!isPartial(findFractionAnnee(demarrage, annee, 'jours'))) continue;
      if (findFractionAnnee(demarrage, annee, 'mois') === undefined) return ['jours'];
      isOpen = true;
    }
  }
  return isOpen ? ['jours', 'mois'] : ['jours'];
}

function isPartial(fraction: Fraction | undefined): boolean {
  return fraction !== undefined && fraction.num !== fraction.den;
}
