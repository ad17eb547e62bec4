import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Env, hideLibrarySettings } from '../env.ts';
import { type Incident, toIncident } from '../tell-error.ts';
import type { ChatModel } from './chat-model.ts';
import { findModelSettings } from './find-model-settings.ts';
import { createResilientModel } from './resilience/create-resilient-model.ts';
import { createTokenBudget, type TokenStore } from './resilience/create-token-budget.ts';

/** A model that is ready, for whoever asks. */
export type OpenedModel = {
  /** Name of the model, for receipts. */
  readonly name: string;
  /** The model, within the tokens of a workspace and a day. */
  limitFor(team: string, day: CalendarDate): ChatModel;
};

/** What a model needs besides its settings. */
export type OpenModelOptions = {
  /** Opens the count of tokens; called once, and only when a model is configured. */
  readonly openStore: () => Promise<TokenStore>;
  readonly journal: (incident: Incident) => void;
};

/**
 * Opens the model that the settings name, with its time-outs, repetitions, breaker and budget.
 * LangChain is loaded by this call and no sooner; nothing is sent before the first question.
 * @returns undefined when no model is configured, or when its tokens cannot be counted: the journal says why
 */
export async function openChatModel(
  env: Env,
  { openStore, journal }: OpenModelOptions,
): Promise<OpenedModel | undefined> {
  const settings = findModelSettings(env);
  if (settings === undefined) return undefined;
  try {
    const budget = createTokenBudget(await openStore(), env.MODEL_TOKENS_PER_DAY, journal);
    hideLibrarySettings();
    const { createLangchainModel } = await import('./langchain/create-langchain-model.ts');
    const surroundings = { now: () => performance.now(), random: Math.random };
    const model = createResilientModel(createLangchainModel(settings), surroundings);
    return { name: model.name, limitFor: (team, day) => budget.limit(model, team, day) };
  } catch (error) {
    // The bot answers without a model rather than not at all.
    journal(toIncident(error));
    return undefined;
  }
}
