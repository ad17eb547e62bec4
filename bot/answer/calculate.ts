import { addDays, type CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { TexteMetadata } from '#corpus/law/texte.ts';
import { type AvenantCherche, findAvenant } from '#tools/avenant/find-avenant.ts';
import { computeEcheances, type Echeance, type EcheancesInput } from '#tools/echeances/compute-echeances.ts';
import { computeFinancement } from '#tools/financement/compute-financement.ts';
import type { Financement, FinancementInput } from '#tools/financement/financement.ts';
import { findLectures, type MontantDePassage } from '#tools/montant/find-lectures.ts';
import type { MontantConnu } from '#tools/montant/list-montants-connus.ts';
import type { Outcome } from '#tools/outcome.ts';
import { findPlafond, type Plafond } from '#tools/plafond/find-plafond.ts';
import { findPlafondIndemnites, type PlafondIndemnites } from '#tools/indemnites/find-plafond-indemnites.ts';
import { computeTaille, type TailleTrouvee } from '#tools/taille/compute-taille.ts';
import { type Bornes, findBornes } from '#tools/taille/find-bornes.ts';
import { computePartVariable, type PartVariable } from '#tools/versements/compute-part-variable.ts';
import { computePremiereAvance, type PremiereAvance } from '#tools/versements/compute-premiere-avance.ts';
import type { Intention } from './situate/donnees.ts';
import type { Faits, Periode } from './situate/faits.ts';
import type { Situation } from './situate/situation.ts';

/** One run of a tool for an intention; the outcome's type follows the tool. */
export type Calcul = { readonly intention: Intention } & (
  | { readonly tool: 'taille'; readonly input: { readonly population: number }; readonly outcome: Outcome<TailleTrouvee> }
  | { readonly tool: 'financement'; readonly input: FinancementInput; readonly outcome: Outcome<Financement> }
  | { readonly tool: 'plafond'; readonly input: { readonly taille: string; readonly membres?: number | undefined }; readonly outcome: Outcome<Plafond> }
  | { readonly tool: 'echeances'; readonly input: EcheancesInput; readonly outcome: Outcome<readonly Echeance[]> }
  | { readonly tool: 'montant'; readonly input: { readonly centimes: Centimes }; readonly outcome: Outcome<readonly MontantConnu[]> }
  | { readonly tool: 'avenant'; readonly input: { readonly numero: number }; readonly outcome: Outcome<AvenantCherche> }
  | { readonly tool: 'premiere-avance'; readonly input: object; readonly outcome: Outcome<PremiereAvance> }
  | { readonly tool: 'bornes'; readonly input: { readonly taille: string }; readonly outcome: Outcome<Bornes> }
  | { readonly tool: 'indemnites'; readonly input: { readonly annee: number }; readonly outcome: Outcome<PlafondIndemnites> }
  | { readonly tool: 'part-variable'; readonly input: object; readonly outcome: Outcome<PartVariable> }
);

/** What the calculators read besides the question. */
export type Savoir = {
  readonly parametres: Parametres;
  readonly textes: readonly TexteMetadata[];
  /** Amounts that stand in passages; asked for only when no parameter has the amount. */
  readonly listMontantsDePassages: (asOf: CalendarDate) => readonly MontantDePassage[];
};

/** Runs the tools that the intentions of a question call for; inputs are facts of the words, thread or profile. */
export function calculate(situation: Situation, savoir: Savoir): readonly Calcul[] {
  return situation.intentions.flatMap((intention) => runIntention(intention, situation, savoir));
}

function runIntention(intention: Intention, situation: Situation, savoir: Savoir): readonly Calcul[] {
  const { faits, faitsDits, asOf } = situation;
  const { parametres, textes, listMontantsDePassages } = savoir;
  switch (intention.outil) {
    case 'taille': {
      const { population } = faits;
      if (population === undefined) return [];
      const outcome = computeTaille(population, parametres, asOf);
      const size: Calcul = { intention, tool: 'taille', input: { population }, outcome };
      if (outcome.kind !== 'ambiguous') return [size];
      // Two sizes: what is at stake is the money of each.
      const input = { population, missions: [] };
      return [size, { intention, tool: 'financement', input, outcome: computeFinancement(input, parametres, asOf) }];
    }
    case 'financement':
      return listFinancementInputs(intention, situation, parametres).map((input) => ({
        intention,
        tool: 'financement',
        input,
        outcome: computeFinancement(input, parametres, input.signature ?? asOf),
      }));
    case 'plafond':
      return listTailles(faits, parametres, asOf).map((taille) => ({
        intention,
        tool: 'plafond',
        input: { taille, membres: faits.membres },
        outcome: findPlafond(taille, parametres, asOf),
      }));
    case 'echeances': {
      const input = toEcheancesInput(intention, faits);
      return [{ intention, tool: 'echeances', input, outcome: computeEcheances(input, parametres, asOf) }];
    }
    case 'montant':
      return (faitsDits.montants ?? []).map((centimes) => ({
        intention,
        tool: 'montant',
        input: { centimes },
        outcome: findLectures(centimes, () => listMontantsDePassages(asOf), parametres, asOf),
      }));
    case 'avenant':
      return (faitsDits.avenants ?? []).map((numero) => ({
        intention,
        tool: 'avenant',
        input: { numero },
        outcome: findAvenant(numero, textes, asOf),
      }));
    case 'premiere-avance': {
      const { fixe, demarrage, demarrageMois } = findMission(faits, ({ fixe }) => fixe !== undefined) ?? faits.mission ?? {};
      const input = { fixe, demarrage, demarrageMois, signature: toJour(faits.signature) };
      return [{ intention, tool: 'premiere-avance', input, outcome: computePremiereAvance(input, parametres, asOf) }];
    }
    case 'part-variable': {
      const { variable, taux } = findMission(faits, ({ variable }) => variable !== undefined) ?? faits.mission ?? {};
      const input = { variable, taux };
      return [{ intention, tool: 'part-variable', input, outcome: computePartVariable(input, asOf) }];
    }
    case 'bornes':
      return (faits.tailles ?? []).map((numero) => {
        const taille = `taille${numero}`;
        return { intention, tool: 'bornes', input: { taille }, outcome: findBornes(taille, parametres, asOf) };
      });
    case 'indemnites': {
      const annee = findAnneeCivile(situation);
      return [{ intention, tool: 'indemnites', input: { annee }, outcome: findPlafondIndemnites(annee, parametres, asOf) }];
    }
    default:
      return [];
  }
}

/** Civil year named in the words, else the one of the day asked. */
function findAnneeCivile({ figures, asOf }: Situation): number {
  const named = figures.find((figure) => figure.kind === 'date' && figure.precision === 'year');
  return Number((named?.kind === 'date' ? named.from : asOf).slice(0, 4));
}

/** One input for each size named and, where the signature is only known to the month, for each day that counts. */
function listFinancementInputs(
  intention: Intention,
  { faits }: Situation,
  parametres: Parametres,
): readonly FinancementInput[] {
  const sizes: readonly Pick<FinancementInput, 'population' | 'taille'>[] =
    faits.tailles !== undefined
      ? faits.tailles.map((numero) => ({ taille: `taille${numero}` }))
      : [{ population: faits.population }];
  const common = { membres: faits.membres, missions: [] };
  if (intention.aspects.includes('signature')) {
    const jours = faits.signature ? listJoursDecisifs(faits.signature, parametres) : [undefined];
    return sizes.flatMap((size) => jours.map((signature) => ({ ...common, ...size, signature, annee: 1 })));
  }
  if (intention.aspects.includes('mission')) {
    const missions = Object.entries(faits.missions ?? {}).map(([code, mission]) => {
      const { fixe, variable, taux, atteint } = { ...faits.missionsProfil?.[code], ...mission };
      return { code, fixe, variable, taux, atteint };
    });
    return sizes.map((size) => ({ ...common, ...size, missions }));
  }
  return sizes.map((size) => ({ ...common, ...size, annee: faits.annee }));
}

/** Days of a period on which the law can change the result: its ends and each first day of a rule inside. */
export function listJoursDecisifs({ from, to }: Periode, parametres: Parametres): readonly CalendarDate[] {
  if (from === to) return [from];
  const { du, jusquau, joursIndecis } = parametres.complement.signature;
  const starts = [parametres.fonctionnement, parametres.tailles, parametres.plafonds].flatMap(({ valeurs }) =>
    valeurs.map(({ depuis }) => depuis),
  );
  const breaks = [du, addDays(jusquau, 1), ...joursIndecis, ...joursIndecis.map((jour) => addDays(jour, 1)), ...starts];
  return [...new Set([from, ...breaks.filter((jour) => jour > from && jour <= to)])].sort();
}

/** Sizes the question is about: those named, else those of the population. */
export function listTailles(faits: Faits, parametres: Parametres, asOf: CalendarDate): readonly string[] {
  if (faits.tailles !== undefined) return faits.tailles.map((numero) => `taille${numero}`);
  if (faits.population === undefined) return [];
  const outcome = computeTaille(faits.population, parametres, asOf);
  if (outcome.kind === 'computed') return [outcome.value.taille];
  return outcome.kind === 'ambiguous' ? outcome.readings.map(({ value }) => value.taille) : [];
}

function toEcheancesInput(intention: Intention, faits: Faits): EcheancesInput {
  if (intention.aspects.includes('silence')) return { projetDepose: faits.projetDepose, missions: [] };
  const missions = Object.entries(faits.missionsProfil ?? {}).map(([code, mission]) => {
    const { demarrage, deploiement, fait } = mission;
    return { code, demarrage, deploiement, fait };
  });
  return { signature: toJour(faits.signature), renouvellement: faits.renouvellement, missions };
}

function findMission<T extends NonNullable<Faits['mission']>>(faits: Faits, test: (mission: T) => boolean): T | undefined {
  const all = [...Object.values(faits.missions ?? {}), ...(faits.mission ? [faits.mission] : [])];
  return (all as T[]).find(test);
}

/** First day of a period: the day itself when it is exact. */
function toJour(periode: Periode | undefined): CalendarDate | undefined {
  return periode?.from;
}
