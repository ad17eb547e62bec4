import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { TexteMetadata } from '#corpus/law/texte.ts';
import type { AvenantCherche } from '#tools/avenant/find-avenant.ts';
import type { Comparaison, ComparaisonInput } from '#tools/comparaison/comparaison.ts';
import type { Echeance, EcheancesInput } from '#tools/echeances/echeance.ts';
import type { Financement, FinancementInput } from '#tools/financement/financement.ts';
import type { PlafondIndemnites } from '#tools/indemnites/find-plafond-indemnites.ts';
import type { MontantConnu } from '#tools/montant/list-montants-connus.ts';
import type { Outcome } from '#tools/outcome.ts';
import type { Plafond } from '#tools/plafond/find-plafond.ts';
import type { TailleTrouvee } from '#tools/taille/compute-taille.ts';
import type { Bornes } from '#tools/taille/find-bornes.ts';
import type { PartVariable, PartVariableInput } from '#tools/versements/compute-part-variable.ts';
import type { PremiereAvance, PremiereAvanceInput } from '#tools/versements/compute-premiere-avance.ts';
import type { Intention } from './situate/donnees.ts';

/** A run of one tool: what went in, what came out. */
type Run<Tool extends string, Input, Value> = {
  readonly intention: Intention;
  readonly tool: Tool;
  readonly input: Input;
  readonly outcome: Outcome<Value>;
};

/** One run of a tool for an intention; the outcome's type follows the tool. */
export type Calcul =
  | Run<'taille', { readonly population: number }, TailleTrouvee>
  | Run<'bornes', { readonly taille: string }, Bornes>
  | Run<'financement', FinancementInput, Financement>
  | Run<'plafond', { readonly taille: string; readonly membres?: number | undefined }, Plafond>
  | Run<'echeances', EcheancesInput, readonly Echeance[]>
  | Run<'montant', { readonly centimes: Centimes }, readonly MontantConnu[]>
  | Run<'avenant', { readonly numero: number }, AvenantCherche>
  | Run<'premiere-avance', PremiereAvanceInput, PremiereAvance>
  | Run<'part-variable', PartVariableInput, PartVariable>
  | Run<'indemnites', { readonly annee: number }, PlafondIndemnites>
  | Run<'comparaison', ComparaisonInput, Comparaison>;

/** What the calculators read besides the question. */
export type Savoir = {
  readonly parametres: Parametres;
  readonly textes: readonly TexteMetadata[];
  /** Amounts that stand in passages; asked for only when no parameter has the amount. */
  readonly listMontantsDePassages: (asOf: CalendarDate) => readonly MontantConnu[];
};
