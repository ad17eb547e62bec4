import type { CalendarDate } from './calendar-date.ts';
import type { Mission, Regle } from './parametre.ts';

/** Delays of a mission, in months from the signature, with the rule that sets them. */
export type Delais = Regle & Pick<Mission, 'delaiDemarrageMois' | 'delaiDeploiementMois'>;

/**
 * The delays of a mission for a contract: those of its signature, or of the day when a later rule reaches the contracts
 * under way.
 * @param signature undefined for the rule of the day, whatever the contract
 */
export function findDelais(mission: Mission, signature: CalendarDate | undefined, asOf: CalendarDate): Delais {
  const latest = signature === undefined || signature < asOf ? asOf : signature;
  const holding = mission.nouveauxDelais?.findLast(
    ({ depuis, contratsEnCours }) => depuis <= (contratsEnCours ? latest : (signature ?? asOf)),
  );
  return holding ?? mission;
}

/** Whether a mission exists for a contract: on the day, or on the day of a signature to come. */
export function hasBegun({ depuis }: Mission, signature: CalendarDate, asOf: CalendarDate): boolean {
  return depuis <= asOf || depuis <= signature;
}
