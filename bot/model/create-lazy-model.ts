import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { ChatModel } from './chat-model.ts';
import { ModelError } from './model-error.ts';
import type { OpenedModel } from './open-chat-model.ts';

/** A model that may not be opened yet. */
export type LazyModel = {
  /** Opens it, so that the first question does not wait for that. */
  prepare(): Promise<void>;
  /** The model as a workspace may use it on a day. */
  limitFor(team: string, day: CalendarDate): ChatModel;
};

/**
 * A model that is opened when it is first asked something, once for the process: a command that asks nothing loads
 * nothing. Where it cannot be opened, its methods reject with ERR_MODELE_INJOIGNABLE.
 * @param name of the model, known without opening it
 */
export function createLazyModel(name: string, open: () => Promise<OpenedModel | undefined>): LazyModel {
  let opened: Promise<OpenedModel | undefined> | undefined;
  function openOnce(): Promise<OpenedModel | undefined> {
    opened ??= open();
    return opened;
  }
  return {
    async prepare() {
      await openOnce();
    },
    limitFor(team, day) {
      async function find(): Promise<ChatModel> {
        const model = await openOnce();
        if (!model) throw new ModelError('INJOIGNABLE', { detail: 'il n’a pas pu être préparé' });
        return model.limitFor(team, day);
      }
      return {
        name,
        chooseTools: async (messages, tools, options) => (await find()).chooseTools(messages, tools, options),
        writeDraft: async (messages, schema, options) => (await find()).writeDraft(messages, schema, options),
      };
    },
  };
}
