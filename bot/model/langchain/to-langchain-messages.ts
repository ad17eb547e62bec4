import { AIMessage, type BaseMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages';
import type { ModelCall, ModelMessage } from '../chat-model.ts';

/** The exchange as LangChain writes it. */
export function toLangchainMessages(messages: readonly ModelMessage[]): BaseMessage[] {
  return messages.map(toLangchainMessage);
}

function toLangchainMessage(message: ModelMessage): BaseMessage {
  switch (message.role) {
    case 'system':
      return new SystemMessage(message.text);
    case 'user':
      return new HumanMessage(message.text);
    case 'assistant':
      return new AIMessage({ content: message.text, tool_calls: message.calls.map(toLangchainCall) });
    case 'tool':
      return new ToolMessage({ content: message.text, tool_call_id: message.call });
  }
}

/** A name that a model made up may hold anything; endpoints take back letters, digits, « _ » and « - ». */
function toLangchainCall({ id, name, args }: ModelCall) {
  const known = name.replaceAll(/[^a-zA-Z0-9_-]/g, '_').slice(0, 64) || '_';
  return { type: 'tool_call' as const, id, name: known, args: isObject(args) ? args : {} };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
