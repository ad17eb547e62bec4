import type { DraftContext, Guide, Proposal, ToolContext } from '#bot/answer/guide.ts';
import type { Question } from '#bot/answer/question.ts';
import { type Incident, toIncident } from '#bot/tell-error.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { ChatModel } from '../chat-model.ts';
import { bindModel } from './ask-model.ts';
import { chooseTools as chooseToolsWith } from './choose-tools.ts';
import { type Exchange, openExchange } from './exchange.ts';
import type { Prompts } from './prompts.ts';
import { type Choices, listChoices, writeDraft } from './write-draft.ts';

/** What guides are made of. */
export type GuideParts = {
  /** The model within the limits of a workspace and a day. */
  readonly limitFor: (espace: string, day: CalendarDate) => ChatModel;
  readonly prompts: Prompts;
  /** Codes of the missions, in the order of the accord. */
  readonly missions: readonly string[];
  /** Begins the time of a question: the signal ends everything asked for it. */
  readonly startDeadline: () => AbortSignal;
  readonly journal: (incident: Incident) => void;
};

/** Who is counted where there is no workspace. */
const TERMINAL = 'terminal';

/** Answers of the model that could not be read: asking again may help, and nothing else is wrong. */
const UNREADABLE: ReadonlySet<string> = new Set(['ERR_MODELE_REPONSE', 'ERR_MODELE_REFUS', 'ERR_MODELE_TROP_GROS']);

/** Builds the opener of guides that ask a model; whatever the model does wrong, a guide says so and stops. */
export function createGuideOpener(parts: GuideParts): (question: Question) => Guide {
  return ({ espace = TERMINAL, today }) => {
    const model = bindModel(parts.limitFor(espace, today), parts.startDeadline());
    let stopped: string | undefined;
    let exchange: Exchange | undefined;
    let choices: Choices | undefined;
    let unreadable = 0;

    function stop(error: unknown): Extract<Proposal, { kind: 'stopped' }> {
      parts.journal(toModelIncident(error));
      stopped = toAvis(error);
      return { kind: 'stopped', avis: stopped };
    }

    async function chooseTools(context: ToolContext): Promise<void> {
      choices = undefined;
      unreadable = 0;
      if (stopped !== undefined) return;
      try {
        exchange = openExchange(context.text, context.situation, parts.prompts.toolbox);
        await chooseToolsWith(context, exchange, model, parts);
      } catch (error) {
        // Calls that cannot be read are calls not made; the draft may still be good.
        if (!isUnreadable(error)) stop(error);
      }
    }

    async function compose(context: DraftContext): Promise<Proposal> {
      if (stopped !== undefined || !exchange) return { kind: 'stopped', avis: stopped ?? MUET };
      try {
        choices ??= listChoices(context, exchange);
        return await writeDraft(context, exchange, choices, model, parts.prompts);
      } catch (error) {
        unreadable += 1;
        if (!isUnreadable(error) || unreadable > 1) return stop(error);
        return { kind: 'rejected', reasons: [parts.prompts.reprises.brouillon.illisible] };
      }
    }

    return { chooseTools, compose };
  };
}

/** Codes of what the reader is told. */
const MUET = 'modele-muet';
const BUDGET = 'modele-budget';

function toAvis(error: unknown): string {
  return error instanceof BotError && error.code === 'ERR_MODELE_BUDGET' ? BUDGET : MUET;
}

function isUnreadable(error: unknown): boolean {
  return error instanceof BotError && UNREADABLE.has(error.code);
}

/** A fault of the model, or of what surrounds it. */
function toModelIncident(error: unknown): Incident {
  const incident = toIncident(error);
  return error instanceof BotError ? incident : { ...incident, code: 'ERR_MODELE_INTERNE' };
}
