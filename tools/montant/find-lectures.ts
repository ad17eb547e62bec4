import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Outcome } from '../outcome.ts';
import { listMontantsConnus, type MontantConnu } from './list-montants-connus.ts';

/**
 * What an amount can be: every meaning that the parameters give the same euros on a day; where they give none, the
 * passages that hold it. A passage on an amount of the parameters mostly tells the same meaning again.
 * @param centimes    amount met somewhere, in euro cents
 * @param dePassages  amounts that stand in passages (press figures, spending…), passed in since `tools/` reads none;
 *                    called only when no parameter has the amount
 * @returns computed with one reading or more, rules in force first; not-covered when neither has it
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
  if (found.length === 0) {
    const reason = toMessage('montant-inconnu', { montant: { kind: 'euros', centimes } });
    return { kind: 'not-covered', asOf, reason, references: [] };
  }
  const value = [...found].sort((a, b) => toRank(a) - toRank(b));
  return { kind: 'computed', asOf, value, hypotheses: [], notComputed: [] };
}

const ORDER = ['en-vigueur', 'deduit', 'releve-local', 'expire', 'historique', 'proposition', 'absent'] as const;

function toRank({ statut }: MontantConnu): number {
  return ORDER.indexOf(statut);
}
