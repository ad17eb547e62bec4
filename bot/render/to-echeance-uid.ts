import { createHash } from 'node:crypto';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';

/** What a deadline belongs to: the name of the community when it is known, and the day that opens the contract or the project. */
export type Origine = { readonly nom: string | undefined; readonly jour: CalendarDate | undefined };

/** Letters of the hash that are kept: enough for no two deadlines ever to share them. */
const LENGTH = 32;

/**
 * Identifier of a deadline in a calendar: the same whenever the same contract is computed, whatever the day it falls on.
 * Two communities differ by their names, two contracts of one community by their signatures; the name cannot be read
 * back from the hash.
 */
export function toEcheanceUid(code: string, { nom, jour }: Origine): string {
  const cpts = nom?.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase() ?? null;
  const hex = createHash('sha256')
    .update(JSON.stringify([cpts, jour ?? null, code]))
    .digest('hex');
  return `${hex.slice(0, LENGTH)}@cpts-bot`;
}
