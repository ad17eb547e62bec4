import { readFileSync } from 'node:fs';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';

const { pipeline } = loadTestAssembly();
const [file] = process.argv.slice(2);
for (const line of readFileSync(file!, 'utf8').split('\n').filter(Boolean)) {
  const [want, ...rest] = line.split('\t');
  const got = pipeline.comprehension.findRefus(rest.join('\t')) ?? 'ok';
  if (got !== want) console.log(`${want}\t${got}\t${rest.join('\t')}`);
}
