import type { Reglages } from '../calendrier/reglages.ts';

/** Every Monday at nine in Paris, and reminders seven days ahead, but for what is given. */
export function createReglages(changed: Partial<Reglages> = {}): Reglages {
  return {
    rythme: { kind: 'semaine', jour: 1 },
    heure: '09:00',
    fuseau: 'Europe/Paris',
    region: 'metropole',
    horizonJours: 60,
    langue: 'fr',
    silencieux: false,
    rappels: [7],
    destinataires: [],
    ...changed,
  };
}
