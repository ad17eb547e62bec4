import { join } from 'node:path';
import { loadReferentiel } from '#bot/commands/load-referentiel.ts';
import { createImageRenderer, GENRES, type SujetImage } from '#bot/images/render-image.ts';
import { addDays, CalendarDate } from '#corpus/law/calendar-date.ts';
import { atMost, type Figure, findQuantile, withoutLimit } from '../figures.ts';

const ROOT = join(import.meta.dirname, '../../..');
const AS_OF = CalendarDate.parse('2026-11-22');
const SIGNATURE = CalendarDate.parse('2024-01-15');
/** Drawings of each kind; the process that draws is renewed once on the way. */
const ROUNDS = 20;
const LIMIT_MS = 300;

/** Time to draw each kind of picture of a community that has every mission, from its profile to the bytes. */
export async function measureImages(rounds: number = ROUNDS): Promise<readonly Figure[]> {
  const referentiel = loadReferentiel(ROOT);
  const render = createImageRenderer(referentiel);
  const missions = referentiel.parametres.missions.missions.map(({ code }) => ({ code }));
  async function time(day: number, genre: (typeof GENRES)[number]): Promise<number> {
    const contrat = { population: 85_000, signature: addDays(SIGNATURE, day) };
    const sujet: SujetImage = { nom: 'CPTS des Deux Rives et du Haut Pays', contrat, missions };
    const start = performance.now();
    await render(genre, sujet, AS_OF, 'fr');
    return performance.now() - start;
  }
  const figures = [withoutLimit('image-first', await time(0, 'financement'), 'ms')];
  for (const genre of GENRES) {
    const times: number[] = [];
    for (let round = 1; round <= rounds; round += 1) times.push(await time(round, genre));
    figures.push(atMost(LIMIT_MS, `image-${genre}-p50`, findQuantile(times, 0.5), 'ms'));
  }
  return figures;
}
