import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { findDureeAns, toAnniversaire } from '../contrat/find-annee-contrat.ts';
import type { EcheancesInput } from './echeance.ts';

/**
 * What a calendar would hold and no text read dates, each with where to ask: activity report, balances, renewal of a
 * contract; completeness and signature after a project is filed.
 * @legal dates not found in any text read; the five-year term is in corpus/parametres
 */
export function listSansDate(
  { signature, renouvellement, projetDepose }: EcheancesInput,
  parametres: Parametres,
  asOf: CalendarDate,
): readonly Message[] {
  const contrat = signature
    ? [
        toMessage('rapport-activite-sans-date'),
        toMessage('solde-fonctionnement-sans-date'),
        toMessage('volet-variable-sans-date'),
        toRenouvellementGap(renouvellement ?? signature, findDureeAns(parametres, signature), asOf),
      ]
    : [];
  const projet = projetDepose ? [toMessage('dossier-complet-sans-date')] : [];
  const attente = projetDepose && !signature ? [toMessage('signature-sans-delai')] : [];
  return [...contrat, ...projet, ...attente];
}

/** Past the term, the day of the renewal is asked for: every later date counts from it. */
function toRenouvellementGap(debut: CalendarDate, dureeAns: number, asOf: CalendarDate): Message {
  const terme = toAnniversaire(debut, dureeAns);
  if (asOf < terme) return toMessage('renouvellement-sans-modalites');
  return toMessage('renouvellement-a-donner', { terme: { kind: 'date', date: terme } });
}
