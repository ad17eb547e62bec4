import type { ChatModel, ModelUsage } from '../model/chat-model.ts';
import { ModelError } from '../model/model-error.ts';
import type { ModelAdapter } from '../open-guides.ts';
import type { Meters } from './meters.ts';

/** The same model, its exchanges measured: outcome, tokens, time. */
export function measureModel(adapter: ModelAdapter, { exchange }: Pick<Meters, 'exchange'>): ModelAdapter {
  async function measure<T extends { readonly usage: ModelUsage }>(ask: () => Promise<T>): Promise<T> {
    const started = performance.now();
    function keep(outcome: string, { input, output }: ModelUsage): void {
      exchange({ outcome, ms: performance.now() - started, input, output });
    }
    try {
      const reply = await ask();
      keep('ok', reply.usage);
      return reply;
    } catch (error) {
      keep(error instanceof ModelError ? error.fault : 'INTERNE', { input: 0, output: 0 });
      throw error;
    }
  }
  function measureAll(model: ChatModel): ChatModel {
    return {
      name: model.name,
      chooseTools: (messages, tools, options) => measure(() => model.chooseTools(messages, tools, options)),
      writeDraft: (messages, schema, options) => measure(() => model.writeDraft(messages, schema, options)),
    };
  }
  return { ...adapter, limitFor: (espace, day) => measureAll(adapter.limitFor(espace, day)) };
}
