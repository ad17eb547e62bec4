import type { ChatExchange, Exchange } from '#bot/testing/scripted-endpoint/exchange.ts';
import type { Reply } from '#bot/testing/scripted-endpoint/reply.ts';
import { type Asked, listHandlesOf, toChoice, toWords } from './play-model.ts';

/** What an endpoint was asked, as the model in this process is. */
function toAsked({ messages, format }: ChatExchange): Asked {
  const texts = messages.map(({ role, content }) => ({ role, text: typeof content === 'string' ? content : '' }));
  const kind = format === 'text' ? 'outils' : 'brouillon';
  return { kind, messages: texts as unknown as Asked['messages'], tools: [], schema: undefined };
}

/** A model that calls no tool and says every computed énoncé, else the best passage, after a word of its own. */
export function replyHonestly(exchange: Exchange): Reply | undefined {
  if (exchange.kind !== 'chat') return undefined;
  if (exchange.format === 'text') return { kind: 'calls', calls: [] };
  return { kind: 'draft', draft: composeHonestly(toAsked(exchange)) };
}

/** The draft of such a model. */
function composeHonestly(asked: Asked): { readonly segments: readonly object[] } {
  const computed = listHandlesOf(asked, 'enonce').map((handle) => toChoice('enonce', handle));
  const quoted = listHandlesOf(asked, 'citation').map((handle) => toChoice('citation', handle));
  const chosen = computed.length > 0 ? computed : quoted.slice(0, 1);
  return { segments: chosen.length > 0 ? [toWords('Voici ce que disent les textes :'), ...chosen] : [] };
}
