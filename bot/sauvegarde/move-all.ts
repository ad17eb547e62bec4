import { renameSync } from 'node:fs';

/** A file or a folder that changes its place, on one disk. */
export type Move = { readonly from: string; readonly to: string };

/**
 * Moves files and folders in order; when one cannot be moved, those before it are moved back (I/O edge).
 * @throws what the one that failed has thrown
 */
export function moveAll(moves: readonly Move[]): void {
  const done: Move[] = [];
  try {
    for (const move of moves) {
      renameSync(move.from, move.to);
      done.push(move);
    }
  } catch (error) {
    for (const { from, to } of done.reverse()) renameSync(to, from);
    throw error;
  }
}
