import type { z } from 'zod';
import type { Blanked } from '../blanks/blanked.ts';
import type { ChatModel, DraftReply, ModelCall, ModelMessage, ModelTool, ToolReply } from '../chat-model.ts';
import { ModelError } from '../model-error.ts';

/** A message whose text was blanked: the only kind that leaves. */
export type BlankedMessage =
  | { readonly role: 'system' | 'user'; readonly text: Blanked }
  | { readonly role: 'assistant'; readonly text: Blanked; readonly calls: readonly ModelCall[] }
  | { readonly role: 'tool'; readonly call: string; readonly text: Blanked };

/** A model bound by a deadline, to which nothing but blanked texts can be said. */
export type BoundModel = {
  readonly chooseTools: (messages: readonly BlankedMessage[], tools: readonly ModelTool[]) => Promise<ToolReply>;
  readonly writeDraft: (messages: readonly BlankedMessage[], schema: z.ZodObject) => Promise<DraftReply>;
};

/**
 * Binds a model to the deadline of a question.
 * Its methods reject with ERR_MODELE_DELAI when the signal comes first, even from a model that does not listen to it.
 */
export function bindModel(model: ChatModel, signal: AbortSignal): BoundModel {
  function bound<T>(ask: (messages: readonly ModelMessage[]) => Promise<T>, messages: readonly BlankedMessage[]) {
    if (signal.aborted) return Promise.reject(new ModelError('DELAI'));
    const late = Promise.withResolvers<never>();
    const stop = () => late.reject(new ModelError('DELAI'));
    signal.addEventListener('abort', stop, { once: true });
    return Promise.race([ask(messages), late.promise]).finally(() => signal.removeEventListener('abort', stop));
  }
  return {
    chooseTools: (messages, tools) => bound((texts) => model.chooseTools(texts, tools, { signal }), messages),
    writeDraft: (messages, schema) => bound((texts) => model.writeDraft(texts, schema, { signal }), messages),
  };
}
