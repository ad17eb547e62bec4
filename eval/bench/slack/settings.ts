import { parseArgs } from 'node:util';
import { z } from 'zod';

/** What is measured, and how long. */
export const Settings = z.strictObject({
  delivery: z.enum(['socket', 'http']),
  /** Length of the load, in seconds. */
  seconds: z.coerce.number().positive(),
  /** Events a second during the load, those sent again aside. */
  perSecond: z.coerce.number().positive(),
  /** Questions in all, those of the load with them. */
  questions: z.coerce.number().int().nonnegative(),
  /** The same seed gives the same questions, places and moments. */
  seed: z.coerce.number().int(),
  /** More options for the Node of the bot: `--node=--cpu-prof`. */
  node: z.array(z.string().startsWith('-')),
});
export type Settings = z.infer<typeof Settings>;

/**
 * Reads what follows `npm run bench -- slack`: `http`, then options.
 * @throws {Error} for an argument that does not exist or does not fit
 */
export function readSettings(args: readonly string[]): Settings {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seconds: { type: 'string', default: '60' },
      'per-second': { type: 'string', default: '50' },
      questions: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      node: { type: 'string', multiple: true, default: [] },
    },
  });
  const [delivery = 'socket', ...rest] = positionals;
  if (rest.length > 0) throw new Error(`too many arguments: ${rest.join(' ')}`);
  const { 'per-second': perSecond, ...others } = values;
  const read = Settings.safeParse({ ...others, perSecond, delivery });
  if (read.success) return read.data;
  throw new Error(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
}
