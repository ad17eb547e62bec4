import type { ChatModel } from '../chat-model.ts';
import { ModelError } from '../model-error.ts';
import { createBreaker, type Verdict } from './create-breaker.ts';
import { type Call, repeatCall, type Surroundings } from './repeat-call.ts';

/**
 * Puts a model behind time-outs, two repetitions of what may pass, and a breaker shared by all its exchanges.
 * Rejects with a {@link ModelError}, PAUSE while the breaker is open.
 */
export function createResilientModel(model: ChatModel, surroundings: Surroundings): ChatModel {
  const breaker = createBreaker(surroundings.now);

  async function run<T>(signal: AbortSignal, call: Call<T>): Promise<T> {
    const leave = breaker.enter();
    if (leave === undefined) throw new ModelError('PAUSE');
    let verdict: Verdict = 'failure';
    try {
      const answer = await repeatCall(signal, call, surroundings);
      verdict = 'success';
      return answer;
    } catch (error) {
      verdict = toVerdict(error, signal);
      throw error;
    } finally {
      leave(verdict);
    }
  }

  return {
    name: model.name,
    chooseTools: (messages, tools, { signal }) => run(signal, (options) => model.chooseTools(messages, tools, options)),
    writeDraft: (messages, schema, { signal }) => run(signal, (options) => model.writeDraft(messages, schema, options)),
  };
}

/** An endpoint that refuses is alive; whoever stops an exchange, but for its time, says nothing of the endpoint. */
function toVerdict(error: unknown, signal: AbortSignal): Verdict {
  if (!(error instanceof ModelError)) return 'failure';
  if (error.fault === 'REFUS') return 'success';
  return error.fault === 'DELAI' && signal.aborted && !isTimeout(signal) ? 'neither' : 'failure';
}

function isTimeout({ reason }: AbortSignal): boolean {
  return reason instanceof Error && reason.name === 'TimeoutError';
}
