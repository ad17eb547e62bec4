import { addDays, type CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import { findValueAt } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Statut } from '#corpus/law/statut.ts';
import { findDureeAns, toAnniversaire } from '../contrat/find-annee-contrat.ts';
import { type Echeance, listClamped, toEcheance } from './echeance.ts';

/** A contract or its renewal: first day, years that came before, first day of the renewal that follows. */
type Periode = {
  readonly debut: CalendarDate;
  readonly offset: number;
  readonly suivante: CalendarDate | undefined;
};
type Regle = { readonly statut: Statut; readonly reference: Reference };

/**
 * Anniversaries, advances on functioning, and the last day of the contract in course (of its renewal, if there is one).
 * @legal ACI CPTS art. 9 (advance when each contract year begins); five-year contract; years of a renewal go on from
 *        its first day (convention of ours)
 */
export function listEcheancesContrat(
  signature: CalendarDate,
  renouvellement: CalendarDate | undefined,
  parametres: Parametres,
  asOf: CalendarDate,
): readonly Echeance[] {
  const duree = findValueAt(parametres.dureeContrat.valeurs, signature);
  const partage = findValueAt(parametres.partage.valeurs, signature);
  if (!duree || !partage) return [];
  const dureeAns = findDureeAns(parametres, signature);
  const periods: readonly Periode[] = [
    { debut: signature, offset: 0, suivante: renouvellement },
    ...(renouvellement ? [{ debut: renouvellement, offset: dureeAns, suivante: undefined }] : []),
  ];
  const current = renouvellement ?? signature;
  const fin = addDays(toAnniversaire(current, dureeAns), -1);
  return [
    ...periods.flatMap((periode) => listPeriode(periode, dureeAns, { duree, partage }, asOf)),
    toEcheance('contrat:fin', toMessage('echeance-fin-contrat'), fin, asOf, {
      statut: duree.statut,
      references: [duree.reference],
      hypotheses: [...listClamped(current, 12 * dureeAns), toMessage('dernier-jour-veille')],
    }),
  ];
}

function listPeriode(
  { debut, offset, suivante }: Periode,
  dureeAns: number,
  { duree, partage }: { readonly duree: Regle; readonly partage: Regle },
  asOf: CalendarDate,
): readonly Echeance[] {
  return Array.from({ length: dureeAns }, (_, index) => index + 1).flatMap((rang) => {
    const date = toAnniversaire(debut, rang);
    const clamped = listClamped(debut, 12 * rang);
    // The advance of the first renewed year is due when that year begins, which may be later than the term.
    const renewed = rang === dureeAns ? suivante : undefined;
    const assumed = rang === dureeAns && !suivante ? [toMessage('avance-si-renouvellement')] : [];
    const hypotheses = [...(renewed ? [] : clamped), toMessage('avance-missions-demarrees'), ...assumed];
    const label = toLabelAnniversaire(rang, offset);
    const annee = { kind: 'nombre', valeur: offset + rang + 1, unite: 'annee-contrat' } as const;
    return [
      toEcheance(`anniversaire:${offset + rang}`, label, date, asOf, {
        statut: duree.statut,
        references: [duree.reference],
        hypotheses: clamped,
      }),
      toEcheance(
        `fonctionnement:avance:${offset + rang + 1}`,
        toMessage('echeance-avance', { annee }),
        renewed ?? date,
        asOf,
        { statut: partage.statut, references: [partage.reference], hypotheses },
      ),
    ];
  });
}

/** Of the contract; or of its renewal, with the year of the contract that ends that day. */
function toLabelAnniversaire(rang: number, offset: number): Message {
  const n = { kind: 'rang', valeur: rang } as const;
  if (offset === 0) return toMessage('echeance-anniversaire', { n });
  const annee = { kind: 'nombre', valeur: offset + rang, unite: 'annee-contrat' } as const;
  return toMessage('echeance-anniversaire-renouvellement', { n, annee });
}
