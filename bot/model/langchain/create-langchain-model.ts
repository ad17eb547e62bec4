import type { AIMessage } from '@langchain/core/messages';
import type { ChatOpenAICallOptions } from '@langchain/openai';
import { z } from 'zod';
import type { ChatModel, ModelCall, ModelMessage, ModelOptions, ModelUsage, ToolReply } from '../chat-model.ts';
import { estimateUsage } from '../estimate-usage.ts';
import { findJson } from '../find-json.ts';
import type { ModelSettings } from '../find-model-settings.ts';
import { ModelError } from '../model-error.ts';
import { type Abilities, EVERY_ABILITY, lowerAbilities, type Wish } from './abilities.ts';
import { createClient } from './create-client.ts';
import { findModelError } from './find-model-error.ts';
import { toForm } from './to-form.ts';
import { toLangchainMessages } from './to-langchain-messages.ts';
import { toLangchainTool } from './to-langchain-tool.ts';

/** A model over LangChain, with what is needed to try an endpoint. */
export type LangchainModel = ChatModel & {
  /** What the endpoint was found to take so far. */
  readonly abilities: () => Abilities;
  /** Asks for plain words. */
  say(text: string, options: ModelOptions): Promise<string>;
  /** Asks for plain words piece by piece; gives how many came. */
  stream(text: string, options: ModelOptions): Promise<number>;
};

/** What is sent for an exchange. */
type Sending = { readonly messages: readonly ModelMessage[]; readonly options: Partial<ChatOpenAICallOptions> };

/** What came back. */
type Received = { readonly message: AIMessage; readonly usage: ModelUsage };

const NO_CALLS: ToolReply = { calls: [], text: '', usage: { input: 0, output: 0 } };

/** Opens a model behind an OpenAI-compatible endpoint; nothing is sent before the first exchange, nothing is repeated. */
export function createLangchainModel(settings: ModelSettings): LangchainModel {
  let abilities = EVERY_ABILITY;
  let client = createClient(settings, abilities);

  /** Sends; an endpoint that refuses a way of asking is asked another way, and what worked is remembered. */
  async function send(wish: Wish, prepare: (able: Abilities) => Sending, { signal }: ModelOptions): Promise<Received> {
    for (let tried = abilities; ; ) {
      const { messages, options } = prepare(tried);
      const used = tried === abilities ? client : createClient(settings, tried);
      try {
        const message = await used.invoke(toLangchainMessages(messages), { ...options, signal });
        abilities = tried;
        client = used;
        return { message, usage: readUsage(message, messages, options) };
      } catch (error) {
        const named = findModelError(error, signal);
        const lower = lowerAbilities(tried, wish, named);
        if (lower === undefined) throw named;
        tried = lower;
        if (lower.tools) continue;
        // There is no other way of offering tools.
        abilities = lower;
        throw named;
      }
    }
  }

  return {
    name: settings.model,
    abilities: () => abilities,
    async chooseTools(messages, tools, options) {
      if (!abilities.tools || tools.length === 0) return NO_CALLS;
      const offered = tools.map(toLangchainTool);
      try {
        const { message, usage } = await send('tools', () => ({ messages, options: { tools: offered } }), options);
        return { calls: listCalls(message), text: message.text, usage };
      } catch (error) {
        if (abilities.tools) throw error;
        return NO_CALLS;
      }
    },
    async writeDraft(messages, schema, options) {
      const { message, usage } = await send('draft', ({ format }) => toForm(format, schema, messages), options);
      const draft = findJson(message.text);
      if (draft === undefined) throw new ModelError('REPONSE', { detail: 'pas d’objet JSON dans la réponse' });
      return { draft, usage };
    },
    async say(text, options) {
      const messages = [{ role: 'user', text }] as const;
      const { message } = await send('words', () => ({ messages, options: {} }), options);
      return message.text;
    },
    async stream(text, { signal }) {
      try {
        let pieces = 0;
        for await (const chunk of await client.stream(text, { signal })) if (chunk.text !== '') pieces++;
        return pieces;
      } catch (error) {
        throw findModelError(error, signal);
      }
    },
  };
}

function listCalls({ tool_calls: calls = [] }: AIMessage): readonly ModelCall[] {
  return calls.map(({ id = '', name, args }) => ({ id, name, args }));
}

/** Tokens as LangChain hands them on: no total when nothing was counted, and no count of zero. */
const Counted = z.object({
  input_tokens: z.number().default(0),
  output_tokens: z.number().default(0),
  total_tokens: z.number().positive(),
});

/** Tokens as they were counted, else as they are estimated. */
function readUsage(message: AIMessage, messages: readonly ModelMessage[], options: object): ModelUsage {
  const { data } = Counted.safeParse(message.usage_metadata);
  if (data) return { input: data.input_tokens, output: data.output_tokens };
  return estimateUsage([messages, options], [message.content, message.tool_calls]);
}
