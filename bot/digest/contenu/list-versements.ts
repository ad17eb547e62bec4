import { type CalendarDate, daysBetween } from '#corpus/law/calendar-date.ts';
import type { Message } from '#corpus/law/message.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { TailleCode } from '#corpus/law/parametre.ts';
import { computeFinancement } from '#tools/financement/compute-financement.ts';
import type { Financement, FinancementInput, LigneFinancement, Versement } from '#tools/financement/financement.ts';
import type { Outcome, Reading } from '#tools/outcome.ts';
import type { VersementAttendu } from './digest.ts';
import type { Regard } from './regard.ts';

/** Payments to come and why there are none, when it is for want of something. */
export type VersementsAttendus = {
  readonly versements: readonly VersementAttendu[];
  /** Sizes that the community may be of. */
  readonly tailles: readonly TailleCode[];
  readonly manques: readonly Message[];
};

/**
 * The payments of the whole contract that fall within the horizon, the next one otherwise; those without a known day
 * are left out. A payment that only one reading of the texts gives says which.
 */
export function listVersements(entree: FinancementInput, { etat, horizonJours }: Regard): VersementsAttendus {
  const outcome = computeFinancement({ ...entree, annee: 'contrat-entier' }, etat.parametres, etat.jour);
  const readings = listReadings(outcome);
  const all = readings.map(({ hypothese, value }) => listOne(value, hypothese, etat.jour, horizonJours));
  const coming = mergeReadings(all).toSorted((a, b) => a.joursRestants - b.joursRestants);
  const near = coming.filter(({ dansHorizon }) => dansHorizon);
  const first = coming[0]?.date;
  const versements = near.length > 0 ? near : coming.filter(({ date }) => date === first);
  return { versements, tailles: readings.map(({ value }) => value.taille), manques: listManques(outcome) };
}

function listReadings(outcome: Outcome<Financement>): readonly Reading<Financement>[] {
  if (outcome.kind === 'computed') return [{ hypothese: [], value: outcome.value }];
  return outcome.kind === 'ambiguous' ? outcome.readings : [];
}

function listOne(
  value: Financement,
  hypothese: readonly Message[],
  asOf: CalendarDate,
  horizonJours: number,
): readonly VersementAttendu[] {
  return value.versements.flatMap((versement): VersementAttendu[] => {
    const { date, montant, label, annee } = versement;
    if (date === null || date < asOf || montant === 0) return [];
    const { statut = null, confiance = null, references = [] } = findLigne(versement, value) ?? {};
    const joursRestants = daysBetween(asOf, date);
    const dansHorizon = joursRestants <= horizonJours;
    const appui = { statut, confiance, references };
    return [{ date, joursRestants, montant, label, annee, ...appui, hypothese, dansHorizon }];
  });
}

/** The line that a payment is a part of: its standing and its references are those of the payment. */
function findLigne({ label, annee }: Versement, { lignes }: Financement): LigneFinancement | undefined {
  const { mission } = label.args;
  const code = mission?.kind === 'mission' ? mission.code : undefined;
  const nature = NATURES.find(([head]) => label.code.startsWith(head))?.[1];
  return lignes.find((ligne) => ligne.nature === nature && ligne.mission === code && ligne.annee === annee);
}

const NATURES: readonly (readonly [string, LigneFinancement['nature']])[] = [
  ['versement-fonctionnement', 'fonctionnement'],
  ['versement-complement', 'complement-exceptionnel'],
  ['versement-mission', 'fixe'],
  ['versement-variable', 'variable'],
];

/** A payment that every reading gives is due whatever the reading. */
function mergeReadings(readings: readonly (readonly VersementAttendu[])[]): readonly VersementAttendu[] {
  const keys = readings.map((versements) => new Set(versements.map(toKey)));
  const told = new Set<string>();
  return readings.flatMap((versements) =>
    versements.flatMap((versement) => {
      const key = toKey(versement);
      if (!keys.every((others) => others.has(key))) return [versement];
      if (told.has(key)) return [];
      told.add(key);
      return [{ ...versement, hypothese: [] }];
    }),
  );
}

function toKey({ date, montant, label }: VersementAttendu): string {
  return JSON.stringify([date, montant, label]);
}

/** Without dates of the contract it is told elsewhere; without a size, no amount is computed. */
function listManques(outcome: Outcome<Financement>): readonly Message[] {
  switch (outcome.kind) {
    case 'missing-input':
      return outcome.missing.flatMap(({ champ, question }) => {
        if (champ === 'population') return [toMessage('digest-sans-population')];
        return champ === 'signature' ? [] : [question];
      });
    case 'not-covered':
    case 'not-applicable':
      return [outcome.reason];
    case 'computed':
    case 'ambiguous':
      return [];
  }
}
