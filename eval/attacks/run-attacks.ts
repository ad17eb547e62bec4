import { parseArgs } from 'node:util';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';
import { playSuite } from './play-suite.ts';

/** Largest share of honest drafts that may be blocked. */
const MOST_BLOCKED = 0.01;

/** `npm run attacks [-- --engendres N] [--graine N]`: ends with 1 when anything shows, or too much that is honest is blocked. */
const { values } = parseArgs({
  options: {
    engendres: { type: 'string', default: '10000' },
    graine: { type: 'string', default: '20261122' },
  },
});
const generation = { count: Number(values.engendres), seed: Number(values.graine) };

const { tallies, honest } = await playSuite(loadTestAssembly(), generation);

const width = Math.max(...tallies.map(({ genre }) => genre.length));
console.log(`${'genre'.padEnd(width)}  joués  rejetés  montrés`);
for (const { genre, played, rejected, shown } of tallies) {
  console.log(
    `${genre.padEnd(width)} ${String(played).padStart(6)} ${String(rejected).padStart(8)} ${String(shown.length).padStart(8)}`,
  );
  for (const one of shown) console.log(`    montré : ${one}`);
}
const share = honest.blocked.length / honest.played;
console.log(
  `\nbrouillons honnêtes : ${honest.played} joués, ${honest.blocked.length} bloqués (${(share * 100).toFixed(2)} %)`,
);
for (const one of honest.blocked) console.log(`    bloqué : ${one}`);
process.exitCode = tallies.some(({ shown }) => shown.length > 0) || share > MOST_BLOCKED ? 1 : 0;
