import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes lines at the end of `journal.log` of a data folder (I/O edge).
 * The file is opened for each line, so that it can be moved away at any time without telling the bot.
 * A folder that cannot be written must not hide an answer: the line goes to the error output instead.
 */
export function openJournal(dataDir: string): (line: string) => void {
  return function write(line) {
    try {
      mkdirSync(dataDir, { recursive: true });
      appendFileSync(join(dataDir, 'journal.log'), line);
    } catch {
      process.stderr.write(line);
    }
  };
}
