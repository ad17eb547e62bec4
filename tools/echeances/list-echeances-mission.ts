import { addMonths, type CalendarDate } from '#corpus/law/calendar-date.ts';
import { findDelais, hasBegun } from '#corpus/law/delais.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import type { Mission } from '#corpus/law/parametre.ts';
import { listHypotheses } from '../hypothese.ts';
import { type Echeance, listClamped, type MissionSuivie, toEcheance } from './echeance.ts';
import { findSuivi } from './find-suivi.ts';

/** Limits of a mission, or why it has none. */
export type EcheancesMission = {
  readonly echeances: readonly Echeance[];
  readonly notComputed: readonly Message[];
};

/**
 * Start and rollout of a mission, counted from the signature; a renewal does not start them again.
 * @param followed what the asker says of it, undefined when nothing
 * @returns no deadline, and a gap that says so, when the starting point is unknown or the mission has no delay
 * @legal calendar counted in months from the signature (PAPS23); for a contract older than the mission, no text read
 *        gives the starting point
 */
export function listEcheancesMission(
  mission: Mission,
  followed: MissionSuivie | undefined,
  signature: CalendarDate,
  asOf: CalendarDate,
): EcheancesMission {
  const { code, depuis } = mission;
  const delais = findDelais(mission, signature, asOf);
  const { delaiDemarrageMois, delaiDeploiementMois } = delais;
  const arg = { mission: { kind: 'mission', code } } as const;
  const known = mission.delaisConnusPourSignatureDepuis ?? depuis;
  if (signature < known) {
    const gap = toMessage('mission-origine-inconnue', { ...arg, jour: { kind: 'date', date: known } });
    return { echeances: [], notComputed: [gap] };
  }
  if (!hasBegun(mission, signature, asOf)) return { echeances: [], notComputed: [] };
  if (delaiDemarrageMois === null && delaiDeploiementMois === null) {
    return { echeances: [], notComputed: followed ? [toMessage('mission-sans-delai', arg)] : [] };
  }
  function build(suffix: 'demarrage' | 'deploiement', mois: number | null): readonly Echeance[] {
    if (mois === null) return [];
    const date = addMonths(signature, mois);
    const label = toMessage(`echeance-${suffix}`, { ...arg, mois: { kind: 'duree', valeur: mois, unite: 'mois' } });
    const auPlusTard = suffix === 'demarrage' ? followed?.deploiement : undefined;
    return [
      toEcheance(`${code}:${suffix}`, label, date, asOf, {
        suivi: findSuivi(date, { jour: followed?.[suffix], fait: followed?.fait, auPlusTard }, asOf),
        statut: delais.statut,
        references: [delais.reference],
        hypotheses: [...listClamped(signature, mois), ...listHypotheses(delais)],
      }),
    ];
  }
  const echeances = [...build('demarrage', delaiDemarrageMois), ...build('deploiement', delaiDeploiementMois)];
  return { echeances, notComputed: [] };
}
