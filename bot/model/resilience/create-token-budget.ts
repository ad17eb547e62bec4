import type { Store } from '#bot/store/store.ts';
import { type Incident, toIncident } from '#bot/tell-error.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { ChatModel, ModelUsage } from '../chat-model.ts';
import { estimateUsage } from '../estimate-usage.ts';
import { ModelError, type ModelFault } from '../model-error.ts';

/** Faults after which the endpoint may well have counted what it was sent. */
const COUNTED: ReadonlySet<ModelFault> = new Set(['DELAI', 'REPONSE', 'REFUS', 'TROP_GROS']);

/** Where tokens are counted, across restarts and processes. */
export type TokenStore = Pick<Store, 'addTokens' | 'readTokens'>;

/** Bounds what a workspace uses up in a day. */
export type TokenBudget = {
  /** The same model; it rejects with BUDGET once the tokens of that day are used up, or cannot be read. */
  limit(model: ChatModel, team: string, day: CalendarDate): ChatModel;
};

/**
 * Bounds models by the tokens of a workspace and a day; the exchange that passes the line is the last one.
 * @param perDay  tokens of a workspace in a day
 * @param journal where a count that could not be kept is told; the answer it was for is not lost
 */
export function createTokenBudget(
  store: TokenStore,
  perDay: number,
  journal: (incident: Incident) => void,
): TokenBudget {
  async function check(team: string, day: CalendarDate): Promise<void> {
    let used = 0;
    try {
      used = await store.readTokens(team, day);
    } catch (error) {
      journal(toIncident(error));
      throw new ModelError('BUDGET', { detail: 'les jetons ne peuvent pas être comptés' });
    }
    if (used >= perDay) throw new ModelError('BUDGET');
  }

  async function count(team: string, day: CalendarDate, { input, output }: ModelUsage): Promise<void> {
    const tokens = Math.ceil(input + output);
    if (tokens <= 0) return;
    await store.addTokens(team, day, tokens).catch((error: unknown) => journal(toIncident(error)));
  }

  return {
    limit(model, team, day) {
      async function spend<T extends { readonly usage: ModelUsage }>(asked: unknown, call: () => Promise<T>) {
        await check(team, day);
        try {
          const reply = await call();
          await count(team, day, reply.usage);
          return reply;
        } catch (error) {
          if (error instanceof ModelError && COUNTED.has(error.fault))
            await count(team, day, estimateUsage(asked, undefined));
          throw error;
        }
      }
      return {
        name: model.name,
        chooseTools: (messages, tools, options) => spend(messages, () => model.chooseTools(messages, tools, options)),
        writeDraft: (messages, schema, options) => spend(messages, () => model.writeDraft(messages, schema, options)),
      };
    },
  };
}
