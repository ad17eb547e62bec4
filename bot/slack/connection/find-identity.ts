import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { toBackoffMs } from '#bot/to-backoff.ts';
import { toFailure } from '../outgoing/to-failure.ts';

/** Who the bot is, and in which workspace. */
export type Identity = {
  readonly team: string;
  readonly teamName: string;
  readonly botUserId: string;
  readonly botId: string;
};

const AuthTest = z.object({
  team_id: z.string(),
  team: z.string().default(''),
  user_id: z.string(),
  bot_id: z.string(),
});

/** What waiting for Slack needs: `onWait` is told once, at the first failure. */
export type Waiting = { readonly wait: (ms: number) => Promise<void>; readonly onWait: (error: unknown) => void };

/**
 * Asks Slack who the token is for, as long as it takes Slack to answer.
 * @throws {BotError} ERR_SLACK_JETON when the token is refused
 */
export async function findIdentity(
  client: Pick<webApi.WebClient, 'apiCall'>,
  { wait, onWait }: Waiting,
): Promise<Identity> {
  for (let tries = 0; ; tries += 1) {
    try {
      const {
        team_id: team,
        team: teamName,
        user_id: botUserId,
        bot_id: botId,
      } = AuthTest.parse(await client.apiCall('auth.test'));
      return { team, teamName, botUserId, botId };
    } catch (error) {
      const failure = toFailure(error);
      if (failure.kind === 'final') throw failure.error;
      if (tries === 0) onWait(error);
      await wait(failure.retryAfterMs ?? toBackoffMs(tries));
    }
  }
}
