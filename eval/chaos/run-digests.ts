import { parseArgs } from 'node:util';
import { type DigestsRun, playDigests } from './play-digests.ts';

/**
 * `npm run chaos:digests [-- --channels N --kills N --seed N --lecture oui|non]`: a thousand digests due at once, two
 * processes on one file, killed at random moments. Ends with 1 when one is missing, or repeated without saying so, or,
 * when the bot may read the history of channels, repeated at all.
 */
const { values } = parseArgs({
  options: {
    channels: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    lecture: { type: 'string' },
  },
});
const common = { channels: Number(values.channels), kills: Number(values.kills), seed: Number(values.seed) };
const runs: readonly DigestsRun[] = [true, false]
  .filter((canRead) => values.lecture === undefined || (values.lecture === 'oui') === canRead)
  .map((canRead) => ({ ...common, canRead }));

for (const run of runs) {
  const { once, missing, repeated, unmarked, known, killsBetween, violations, seconds } = await playDigests(run);
  console.log(`${run.channels} canaux, ${run.kills} arrêts brutaux, historique ${run.canRead ? 'lisible' : 'fermé'}`);
  console.log(`  ${seconds.toFixed(0)} s ; arrêts entre l'envoi et son enregistrement : ${killsBetween}`);
  console.log(`  une fois : ${once} ; manquants : ${missing} ; répétés : ${repeated}, dont sans mention : ${unmarked}`);
  console.log(`  renvoyés, que Slack a reconnus : ${known}`);
  for (const violation of violations.slice(0, 5)) console.log(`  FAUTE ${violation}`);
  const isWrong = missing + unmarked > 0 || (run.canRead ? repeated > 0 : repeated + known > run.kills);
  if (isWrong || violations.length > 0) process.exitCode = 1;
}
