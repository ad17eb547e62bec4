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
  return tailles.flatMap((taille) =>
    complements.flatMap((complement) =>
      bases.map((base): NamedLecture => {
        const hypothese = [
          ...(tailles.length > 1
            ? [toMessage('lecture-taille', { taille: { kind: 'taille', numero: toNumeroTaille(taille) } })]
            : []),
          ...(complements.length > 1
            ? [toMessage(complement ? 'lecture-complement-inclus' : 'lecture-complement-exclu')]
            : []),
          ...(bases.length > 1 ? [toMessage(`lecture-prorata-${base}`)] : []),
        ];
        return { lecture: { taille, complement, base, asOf }, hypothese };
      }),
    ),
  );
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
  const partial = annees.flatMap((annee) =>
    input.missions
      .filter(({ demarrage }) => isPartial(findFractionAnnee(demarrage, annee, 'jours')))
      .map(({ demarrage }) => findFractionAnnee(demarrage, annee, 'mois')),
  );
  return partial.length > 0 && !partial.includes(undefined) ? ['jours', 'mois'] : ['jours'];
}

function isPartial(fraction: Fraction | undefined): boolean {
  return fraction !== undefined && fraction.num !== fraction.den;
}
