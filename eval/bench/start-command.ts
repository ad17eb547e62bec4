import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Root of the project, where `npm start` runs. */
export const ROOT = join(import.meta.dirname, '../..');

const Package = z.object({ scripts: z.object({ start: z.string().startsWith('node ') }) });

/** How `npm start` starts Node: its options, then the file; a small heap, so that what loading leaves is given back. */
export function readStartCommand(): { readonly flags: readonly string[]; readonly file: string } {
  const { start } = Package.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))).scripts;
  const words = start.split(' ').slice(1);
  return { flags: words.slice(0, -1), file: words.at(-1) ?? '' };
}
