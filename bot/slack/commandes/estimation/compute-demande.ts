import { listJoursDecisifs } from '#bot/answer/to-tool-inputs.ts';
import { warnJoursFuturs } from '#bot/commands/warn-jours-futurs.ts';
import { addDays, type CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { computeFinancement } from '#tools/financement/compute-financement.ts';
import type { Financement } from '#tools/financement/financement.ts';
import { findAnnees } from '#tools/financement/find-annees.ts';
import type { Outcome, Reading } from '#tools/outcome.ts';
import type { Demande } from './demande.ts';

/** Computes an estimate; a contract signed « en mai 2022 » is computed for every day of the month that counts. */
export function computeDemande(demande: Demande, parametres: Parametres): Outcome<Financement> {
  const { signeEntre } = demande;
  return signeEntre ? computePeriode(demande, signeEntre, parametres) : computeJour(demande, parametres);
}

function computeJour({ input, asOf, today }: Demande, parametres: Parametres): Outcome<Financement> {
  const annees = findAnnees(input, parametres, asOf);
  const jours = annees.kind === 'computed' ? annees.value.map(({ jourDeDroit }) => jourDeDroit) : [];
  return warnJoursFuturs(computeFinancement(input, parametres, asOf), [asOf, ...jours], today);
}

/** Days signed one after the other that give the same amounts, and their outcome. */
type Groupe = { readonly du: CalendarDate; au: CalendarDate; readonly outcome: Outcome<Financement> };

function computePeriode(
  { signeEntre, ...demande }: Demande,
  periode: NonNullable<Demande['signeEntre']>,
  parametres: Parametres,
): Outcome<Financement> {
  const groupes: Groupe[] = [];
  const jours = listJoursDecisifs(periode, parametres);
  for (const [index, du] of jours.entries()) {
    const next = jours[index + 1];
    const au = next === undefined ? periode.to : addDays(next, -1);
    const outcome = computeJour({ ...demande, input: { ...demande.input, signature: du } }, parametres);
    if (outcome.kind !== 'computed' && outcome.kind !== 'ambiguous') return outcome;
    const last = groupes.at(-1);
    if (last && toKey(last.outcome) === toKey(outcome)) last.au = au;
    else groupes.push({ du, au, outcome });
  }
  return joinGroupes(groupes);
}

function joinGroupes(groupes: readonly Groupe[]): Outcome<Financement> {
  const [first, ...others] = groupes;
  if (!first) throw new RangeError('a period has a day');
  const readings = groupes.flatMap((groupe) => listReadings(groupe, others.length > 0));
  const all = groupes
    .map(({ outcome }) => outcome)
    .filter((one) => one.kind === 'computed' || one.kind === 'ambiguous');
  const [outcome = first.outcome] = all;
  if (outcome.kind !== 'computed' && outcome.kind !== 'ambiguous') return outcome;
  const common = {
    asOf: outcome.asOf,
    hypotheses: [toMessage('commandes-jour-de-signature'), ...outcome.hypotheses],
    notComputed: outcome.notComputed,
  };
  const [only, ...rest] = readings;
  if (only && rest.length === 0) return { kind: 'computed', value: only.value, ...common };
  return { kind: 'ambiguous', readings, ...common };
}

function listReadings({ du, au, outcome }: Groupe, named: boolean): readonly Reading<Financement>[] {
  const args = { du: { kind: 'date', date: du }, au: { kind: 'date', date: au } } as const;
  const signes: readonly Message[] = !named
    ? []
    : [du === au ? toMessage('lecture-signature-jour', { jour: args.du }) : toMessage('lecture-signature', args)];
  if (outcome.kind === 'computed') return [{ hypothese: signes, value: withoutDays(outcome.value) }];
  if (outcome.kind !== 'ambiguous') return [];
  return outcome.readings.map(({ hypothese, value }) => ({
    hypothese: [...hypothese, ...signes],
    value: withoutDays(value),
  }));
}

/** Days of payment follow the day of signature, which is not known. */
function withoutDays(value: Financement): Financement {
  return { ...value, versements: value.versements.map((versement) => ({ ...versement, date: null })) };
}

/** What two days of signature must share to give one result: the amounts, wherever the days fall. */
function toKey(outcome: Outcome<Financement>): string {
  const values =
    outcome.kind === 'computed'
      ? [outcome.value]
      : outcome.kind === 'ambiguous'
        ? outcome.readings.map((one) => one.value)
        : [];
  return JSON.stringify(values.map(({ versements, ...value }) => [value, versements.map(({ montant }) => montant)]));
}
