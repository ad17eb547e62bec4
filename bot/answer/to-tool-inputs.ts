import { addDays, type CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { EcheancesInput } from '#tools/echeances/echeance.ts';
import type { FinancementInput, MissionSaisie } from '#tools/financement/financement.ts';
import { listValues } from '#tools/outcome.ts';
import { computeTaille } from '#tools/taille/compute-taille.ts';
import type { Intention } from './situate/donnees.ts';
import type { Faits, FaitsMission, Periode } from './situate/faits.ts';
import type { Situation } from './situate/situation.ts';

/** One input for each size named and, where the signature is only known to the month, for each day that counts. */
export function listFinancementInputs(
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
    // What a whole year brings: the day a mission started is left out.
    const missions = listMissions(faits, faits.missions).map((mission) => ({ ...mission, demarrage: undefined }));
    return sizes.map((size) => ({ ...common, ...size, missions }));
  }
  if (intention.aspects.includes('annee')) {
    const { renouvellement, annee } = faits;
    const missions = listMissions(faits, { ...faits.missionsProfil, ...faits.missions });
    return sizes.flatMap((size) =>
      listJoursAnnee(faits).map((signature) => ({ ...common, ...size, signature, renouvellement, annee, missions })),
    );
  }
  return sizes.map((size) => ({ ...common, ...size, annee: faits.annee }));
}

/** Days of signature to count a contract year from: both ends of a period, or none when its rank is enough. */
function listJoursAnnee({ signature, annee }: Faits): readonly (CalendarDate | undefined)[] {
  if (!signature || signature.from === signature.to) return [signature?.from];
  return annee === undefined || annee === 1 ? [signature.from, signature.to] : [undefined];
}

/** Missions to be paid, with what the profile tells of each. */
function listMissions(
  { missionsProfil }: Faits,
  named: Readonly<Record<string, FaitsMission>> = {},
): readonly MissionSaisie[] {
  return Object.entries(named).map(([code, mission]) => {
    const { fixe, variable, taux, atteint, demarrage } = { ...missionsProfil?.[code], ...mission };
    return { code, fixe, variable, taux, atteint, demarrage };
  });
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
  return listValues(outcome).map(({ taille }) => taille);
}

/** What the deadline calculator is asked: the contract of the words or profile, or the filing of a project. */
export function toEcheancesInput(intention: Intention, faits: Faits): EcheancesInput {
  if (intention.aspects.includes('silence')) return { projetDepose: faits.projetDepose, missions: [] };
  const missions = Object.entries(faits.missionsProfil ?? {}).map(([code, mission]) => {
    const { demarrage, deploiement, fait } = mission;
    return { code, demarrage, deploiement, fait };
  });
  return { signature: toJour(faits.signature), renouvellement: faits.renouvellement, missions };
}

/** The mission whose money is given, named or not; empty when none is. */
export function findMissionWith({ missions, mission }: Faits, field: 'fixe' | 'variable'): FaitsMission {
  const all = [...(mission ? [mission] : []), ...Object.values(missions ?? {})];
  return all.find((candidate) => candidate[field] !== undefined) ?? mission ?? {};
}

/** First day of a period: the day itself when it is exact. */
export function toJour(periode: Periode | undefined): CalendarDate | undefined {
  return periode?.from;
}

/** Civil year named in the words, else the one of the day asked. */
export function findAnneeCivile({ figures, asOf }: Situation): number {
  const named = figures.find((figure) => figure.kind === 'date' && figure.precision === 'year');
  return Number((named?.kind === 'date' ? named.from : asOf).slice(0, 4));
}
