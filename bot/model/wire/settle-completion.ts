import { z } from 'zod';
import { findJson } from '../find-json.ts';
import { ModelError } from '../model-error.ts';

/** Parts of a content: words, or what we do not read, such as the thinking of a model. */
const Part = z.union([z.string(), z.looseObject({ type: z.string().optional(), text: z.string().optional() })]);

const Call = z.object({
  id: z.string().nullish(),
  function: z.object({ name: z.string(), arguments: z.unknown() }),
});

/** A count of tokens that may be believed: another one is left out, and estimated. */
const Tokens = z.number().nonnegative().max(1e8);

/** What is read of a completion; endpoints add to it and leave out of it as they please. */
const Completion = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({
          content: z.union([z.string(), z.array(Part)]).nullish(),
          refusal: z.string().nullish(),
          tool_calls: z.array(Call).nullish(),
        }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: Tokens, completion_tokens: Tokens }).nullish().catch(undefined),
});

/**
 * A completion in the documented shape: content as one string, arguments as JSON, each call with an identifier of its own.
 * @param asksJson whether an object was asked for: LangChain reads one, and knows it bare only
 * @throws {ModelError} REPONSE for another shape, an answer cut short or an object that is not there; REFUS for a
 *         refusal or a filter
 */
export function settleCompletion(json: unknown, asksJson: boolean): object {
  const result = Completion.safeParse(json);
  const choice = result.data?.choices[0];
  if (!result.success || choice === undefined)
    throw new ModelError('REPONSE', { detail: 'ce n’est pas une réponse de modèle' });
  const { message, finish_reason: finish } = choice;
  if (message.refusal) throw new ModelError('REFUS');
  if (finish === 'content_filter') throw new ModelError('REFUS', { detail: 'filtre du service' });
  if (finish === 'length') throw new ModelError('REPONSE', { detail: 'coupée avant la fin' });
  const calls = settleCalls(message.tool_calls ?? []);
  const settled = {
    role: 'assistant',
    content: asksJson ? bare(joinContent(message.content)) : joinContent(message.content),
    ...(calls.length === 0 ? {} : { tool_calls: calls }),
  };
  return {
    id: '',
    object: 'chat.completion',
    created: 0,
    model: '',
    choices: [{ index: 0, message: settled, finish_reason: calls.length === 0 ? 'stop' : 'tool_calls' }],
    ...(result.data.usage ? { usage: toUsage(result.data.usage) } : {}),
  };
}

function bare(content: string): string {
  const found = findJson(content);
  if (found === undefined) throw new ModelError('REPONSE', { detail: 'pas d’objet JSON' });
  return JSON.stringify(found);
}

function joinContent(content: string | readonly z.infer<typeof Part>[] | null | undefined): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map((part) => (typeof part === 'string' ? part : toPartText(part))).join('');
}

function toPartText({ type = 'text', text = '' }: Exclude<z.infer<typeof Part>, string>): string {
  return type === 'text' || type === 'output_text' ? text : '';
}

/** Nine letters and digits, which is what the strictest endpoint takes back. */
function settleCalls(calls: readonly z.infer<typeof Call>[]) {
  const seen = new Set<string>();
  return calls.map(({ id, function: { name, arguments: args } }, index) => {
    const own = id && !seen.has(id) ? id : `appel${String(index).padStart(4, '0')}`;
    seen.add(own);
    return { id: own, type: 'function', function: { name, arguments: settleArguments(args) } };
  });
}

/** JSON in any case: words that are not become a string, for whoever runs the tool to say what is wrong with them. */
function settleArguments(args: unknown): string {
  if (args === undefined || args === null || args === '') return '{}';
  if (typeof args !== 'string') return JSON.stringify(args);
  try {
    JSON.parse(args);
    return args;
  } catch {
    // Told as it was written.
    return JSON.stringify(args);
  }
}

function toUsage({ prompt_tokens, completion_tokens }: { prompt_tokens: number; completion_tokens: number }) {
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}
