import { join } from 'node:path';
import { readYaml } from '#corpus/read-yaml.ts';
import { CalendrierDonnees } from './calendrier-donnees.ts';
import { createCalendrier } from './create-calendrier.ts';
import { loadJoursFeries } from './load-jours-feries.ts';
import type { Jours } from './plan-jour.ts';

const FILE = join(import.meta.dirname, '../../donnees/calendrier.yaml');

/** What can be chosen of days and hours (I/O edge). */
export function loadCalendrierDonnees(): CalendrierDonnees {
  return readYaml(FILE, CalendrierDonnees);
}

/** Which days are worked, with the policy for those that are not (I/O edge). */
export async function loadJours({ regions, reports }: CalendrierDonnees): Promise<Jours> {
  return { calendrier: createCalendrier(await loadJoursFeries(regions)), reports };
}
