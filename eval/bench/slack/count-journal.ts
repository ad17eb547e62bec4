import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { atMost, type Figure } from '../figures.ts';

const Line = z.object({ level: z.string(), code: z.string() });

/** Levels of the ordinary course. */
const ORDINARY = new Set(['info', 'debug']);

/** The incidents that the bot has noted, by code. */
export function countJournal(phase: string, dataDir: string): readonly Figure[] {
  const file = join(dataDir, 'journal.log');
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  const read = (line: string) => Line.parse(JSON.parse(line));
  const lines = text === '' ? [] : text.split('\n').filter((line) => !ORDINARY.has(read(line).level));
  const codes = Map.groupBy(lines, (line) => read(line).code);
  for (const [code, [first]] of codes) process.stderr.write(`journal, ${code}: ${first}\n`);
  return [
    atMost(0, `${phase}-incidents`, lines.length, 'lines'),
    ...[...codes].map(([code, own]) => atMost(0, `${phase}-incidents-${code}`, own.length, 'lines')),
  ];
}
