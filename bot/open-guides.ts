import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Env } from './env.ts';
import type { ChatModel } from './model/chat-model.ts';
import { createLazyModel } from './model/create-lazy-model.ts';
import { findModelSettings } from './model/find-model-settings.ts';
import { createGuideOpener } from './model/guide/create-guide-opener.ts';
import { loadPrompts } from './model/load-prompts.ts';
import { openChatModel } from './model/open-chat-model.ts';
import type { Store } from './store/store.ts';
import type { Incident } from './tell-error.ts';

/** What guides an answer besides the data: name of the language model, and sha256 of what it is told. */
export type Guidance = { readonly model: string; readonly prompts: string };

/** A language model as the bot may use it: within the limits of a workspace and a day. */
export type ModelAdapter = {
  /** For receipts. */
  readonly name: string;
  readonly limitFor: (espace: string, day: CalendarDate) => ChatModel;
  /** Loads what the first question would wait for. */
  readonly prepare?: () => Promise<void>;
  readonly journal: (incident: Incident) => void;
};

/**
 * Longest work of a model on one question, repetitions included. An answer comes within thirty seconds, the start of the
 * program included, on a busy machine too.
 */
const MODEL_MS = 20_000;

/** The language model, when one is set; LangChain and the count of its tokens are opened by the first question. */
export function findModel(
  env: Env,
  { openStore, journal }: { readonly openStore: () => Promise<Store>; readonly journal: (incident: Incident) => void },
): ModelAdapter | undefined {
  const settings = findModelSettings(env);
  if (!settings) return undefined;
  const open = () => openChatModel(env, { openStore, journal });
  return { name: settings.model, ...createLazyModel(settings.model, open), journal };
}

/** What opens the help of a model for each question, and what tells it in a receipt. */
export function openGuides(folder: string, { name, limitFor, journal }: ModelAdapter, parametres: Parametres) {
  const prompts = loadPrompts(folder);
  const missions = parametres.missions.missions.map(({ code }) => code);
  const startDeadline = () => AbortSignal.timeout(MODEL_MS);
  const openGuide = createGuideOpener({ limitFor, prompts, missions, startDeadline, journal });
  return { openGuide, guidance: { model: name, prompts: prompts.hash } };
}
