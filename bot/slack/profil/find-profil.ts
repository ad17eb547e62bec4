import type { SavedProfil } from '#bot/store/ports/profils.ts';
import { toIncident } from '#bot/tell-error.ts';
import type { SlackContext } from '../slack-context.ts';

/**
 * The profile that a question is read with: the first of its channel, else the first of the workspace, which is also
 * the one away from any channel.
 * @returns undefined when there is none, and when the store fails: the question is then answered without it
 */
export async function findProfil(
  channel: string | undefined,
  { store, team, journal }: Pick<SlackContext, 'store' | 'team' | 'journal'>,
): Promise<SavedProfil | undefined> {
  try {
    const [first] = await store.findProfils(team, channel ?? 'espace');
    return first;
  } catch (error) {
    journal(toIncident(error));
    return undefined;
  }
}
