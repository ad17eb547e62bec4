import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCalendrierDonnees, loadJours } from '#bot/digest/calendrier/load-calendrier.ts';
import { judgeAnnee, SPAN } from '#bot/digest/testing/judge-annee.ts';
import { createSimules, simulateAnnee } from '#bot/digest/testing/simulate-annee.ts';
import { openStore } from '#bot/store/open-sqlite-store.ts';

/**
 * `npm run annee [-- --communautes N]`: a year of digests and reminders with a clock of its own, on a real database;
 * ends with 1 when one is missing, extra, sent twice or at another hour.
 */
const { values } = parseArgs({ options: { communautes: { type: 'string', default: '500' } } });
const simules = createSimules(Number(values.communautes));
const folder = mkdtempSync(join(tmpdir(), 'cpts-annee-'));
try {
  const store = await openStore(folder);
  const started = performance.now();
  const jours = await loadJours(loadCalendrierDonnees());
  const { partis, incidents } = await simulateAnnee(simules, SPAN, { store, jours });
  const seconds = (performance.now() - started) / 1000;
  await store.close();
  const { expected, rappels, missing, extra, repeated, wrongHour } = judgeAnnee(simules, partis);
  console.log(`${values.communautes} communautés, ${simules.length} canaux, un an : ${seconds.toFixed(1)} s`);
  console.log(`attendus ${expected} (dont ${rappels} rappels), partis ${partis.length} avec les jours des bords`);
  console.log(`manquants ${missing.length}, en trop ${extra.length}, répétés ${repeated.length}`);
  console.log(`à une autre heure ${wrongHour.length}, incidents ${incidents.length}`);
  const isWrong = missing.length + extra.length + repeated.length + wrongHour.length + incidents.length > 0;
  process.exitCode = isWrong ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
