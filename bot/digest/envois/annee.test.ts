import { expect, it } from 'vitest';
import { openTemporary } from '#bot/store/testing/open-temporary.ts';
import { loadCalendrierDonnees, loadJours } from '../calendrier/load-calendrier.ts';
import { judgeAnnee, SPAN } from '../testing/judge-annee.ts';
import { createSimules, simulateAnnee } from '../testing/simulate-annee.ts';

/** Communities of the year of this test; `npm run annee` runs five hundred. */
const COUNT = 8;

it('sends each digest and each reminder of a year once, at its hour, and nothing else', async () => {
  const simules = createSimules(COUNT);
  const store = await openTemporary();
  const jours = await loadJours(loadCalendrierDonnees());
  const { partis, incidents } = await simulateAnnee(simules, SPAN, { store, jours });
  expect(incidents).toEqual([]);
  const { missing, extra, repeated, wrongHour, expected, rappels } = judgeAnnee(simules, partis);
  expect({ missing, extra, repeated, wrongHour }).toEqual({ missing: [], extra: [], repeated: [], wrongHour: [] });
  expect(rappels).toBeGreaterThan(COUNT * 3);
  expect(expected).toBeGreaterThan(COUNT * 15);
});
