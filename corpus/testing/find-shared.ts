import { join, resolve } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/**
 * Path of a file of the reference folder named by `CPTS_SHARED` (from the root of the project when relative).
 * @returns undefined when the variable is not set: the checks that compare with it are then skipped
 */
export function findShared(path: string): string | undefined {
  const folder = process.env.CPTS_SHARED;
  return folder ? join(resolve(ROOT, folder), path) : undefined;
}
