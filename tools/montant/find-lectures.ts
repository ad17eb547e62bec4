import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { NotCovered, Outcome } from '../outcome.ts';
import { listMontantsConnus, type MontantConnu } from './list-montants-connus.ts';

/**
 * What an amount can be: every meaning that the parameters give the same euros on a day; where they give none, the
 * passages that hold it. A passage on an amount of the parameters mostly tells the same meaning again.
 * @param centimes    amount met somewhere, in euro cents
 * @param dePassages  amounts that stand in passages (press figures, spending…), passed in since `tools/` reads none;
 *                    called only when no parameter has the amount
 * @returns computed with one reading or more, rules in force first; not-covered when neither has it, or when what has
 *          it begins after the day asked, which is then said
 * @legal statut of each reading on the day asked (in force, expired, proposal, local contract…)
 */
export function findLectures(
  centimes: Centimes,
  dePassages: () => readonly MontantConnu[],
  parametres: Parametres,
  asOf: CalendarDate,
): Outcome<readonly MontantConnu[]> {
  const known = listMontantsConnus(parametres, asOf).filter((entry) => entry.centimes === centimes);
  const found = known.length > 0 ? known : dePassages().filter((entry) => entry.centimes === centimes);
  const begun = known.length > 0 ? known : found.filter((entry) => findDebut(entry, parametres, asOf) <= asOf);
  if (begun.length === 0) return toNotCovered(centimes, found, parametres, asOf);
  const value = [...begun].sort((a, b) => toRank(a) - toRank(b));
  return { kind: 'computed', asOf, value, hypotheses: [], notComputed: [] };
}

/** An amount that nobody has, or that what has it makes begin on a later day: the first of those days. */
function toNotCovered(
  centimes: Centimes,
  later: readonly MontantConnu[],
  parametres: Parametres,
  asOf: CalendarDate,
): NotCovered {
  const montant = { kind: 'euros', centimes } as const;
  const dated = later.map((entry) => ({ entry, debut: findDebut(entry, parametres, asOf) }));
  const [first] = [...dated].sort((a, b) => (a.debut < b.debut ? -1 : Number(a.debut > b.debut)));
  if (!first) return { kind: 'not-covered', asOf, reason: toMessage('montant-inconnu', { montant }), references: [] };
  const args = { montant, asOf: { kind: 'date', date: asOf }, debut: { kind: 'date', date: first.debut } } as const;
  const { references } = first.entry;
  return { kind: 'not-covered', asOf, reason: toMessage('montant-plus-tard', args), references };
}

/** First day of what a passage says; none of what holds or follows from the accord began before it. */
function findDebut({ statut, depuis }: MontantConnu, { fonctionnement }: Parametres, asOf: CalendarDate): CalendarDate {
  const accord = fonctionnement.valeurs[0]?.depuis;
  const isOfAccord = statut !== 'proposition' && statut !== 'historique';
  const floor = isOfAccord && accord !== undefined ? accord : asOf;
  return depuis === undefined || (isOfAccord && depuis < floor) ? floor : depuis;
}

const ORDER = ['en-vigueur', 'deduit', 'releve-local', 'expire', 'historique', 'proposition', 'absent'] as const;

function toRank({ statut }: MontantConnu): number {
  return ORDER.indexOf(statut);
}
