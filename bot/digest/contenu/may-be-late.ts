import { findMission } from './to-entrees.ts';

/**
 * Whether an échéance asks something of the community: the others (an anniversary, an advance, a silence) come by
 * themselves, and are not late once their day is past. The end of a contract asks for its renewal.
 */
export function mayBeLate(code: string): boolean {
  return findMission(code) !== undefined || code === 'contrat:fin';
}
