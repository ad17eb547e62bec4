import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { atMost, type Figure } from '../figures.ts';

const Line = z.object({ code: z.string() });

/** The incidents that the bot has noted, by code. */
export function countJournal(phase: string, dataDir: string): readonly Figure[] {
  const file = join(dataDir, 'journal.log');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const codes = Map.groupBy(lines, (line) => Line.parse(JSON.parse(line)).code);
  for (const [code, [first]] of codes) process.stderr.write(`journal, ${code}: ${first}\n`);
  return [
    atMost(0, `${phase}-incidents`, lines.length, 'lines'),
    ...[...codes].map(([code, own]) => atMost(0, `${phase}-incidents-${code}`, own.length, 'lines')),
  ];
}
