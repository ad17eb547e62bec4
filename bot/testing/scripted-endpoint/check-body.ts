import type { ChatBody, ChatMessage } from './body-schemas.ts';
import type { Capabilities } from './capabilities.ts';
import { checkStrictSchema } from './check-strict-schema.ts';
import type { EndpointRefusal } from './refusal.ts';

/** First reason why a strict endpoint refuses a well-formed conversation; undefined when it takes it. */
export function findRefusal(body: ChatBody, capabilities: Capabilities): EndpointRefusal | undefined {
  const incapacity = findIncapacity(body, capabilities);
  if (incapacity) return incapacity;
  const defect = findContradiction(body) ?? findBadSchema(body) ?? findLooseTool(body);
  return defect && { ...defect, isDefect: true };
}

function findIncapacity(body: ChatBody, capabilities: Capabilities): EndpointRefusal | undefined {
  const form = body.response_format?.type;
  if (capabilities.noJsonSchema && form === 'json_schema')
    return refuse('response_format', "'response_format' of type 'json_schema' is not supported with this model.");
  if (capabilities.noJsonObject && form === 'json_object')
    return refuse('response_format', "'response_format' of type 'json_object' is not supported with this model.");
  if (capabilities.noTools && (body.tools || body.messages.some((message) => message.role === 'tool')))
    return refuse('tools', 'this model does not support tools');
  if (capabilities.noStreaming && body.stream) return refuse('stream', 'Streaming is not supported.');
  if (capabilities.noSampling && body.max_tokens)
    return refuse(
      'max_tokens',
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      'unsupported_parameter',
    );
  if (capabilities.noSampling && typeof body.temperature === 'number' && body.temperature !== 1)
    return refuse(
      'temperature',
      "Unsupported value: 'temperature' does not support this value with this model. Only the default is supported.",
      'unsupported_value',
    );
  return undefined;
}

function findContradiction(body: ChatBody): EndpointRefusal | undefined {
  if (body.max_tokens && body.max_completion_tokens)
    return refuse('max_tokens', "'max_tokens' and 'max_completion_tokens' cannot both be set.");
  if (body.stream_options && !body.stream)
    return refuse('stream_options', "'stream_options' is only allowed when 'stream' is enabled.");
  if (!body.tools && body.tool_choice !== undefined)
    return refuse('tool_choice', "'tool_choice' is only allowed when 'tools' are specified.");
  if (!body.tools && body.parallel_tool_calls !== undefined)
    return refuse('parallel_tool_calls', "'parallel_tool_calls' is only allowed when 'tools' are specified.");
  if (body.response_format?.type === 'json_object' && !/json/i.test(JSON.stringify(body.messages)))
    return refuse('messages', "'messages' must contain the word 'json' in some form, to use 'json_object'.");
  return undefined;
}

function findBadSchema({ response_format: form, tools = [] }: ChatBody): EndpointRefusal | undefined {
  if (form?.type === 'json_schema' && form.json_schema.strict) {
    const [problem] = checkStrictSchema(form.json_schema.schema);
    if (problem)
      return refuse('response_format', `Invalid schema for response_format '${form.json_schema.name}': ${problem}`);
  }
  const names = new Set<string>();
  for (const [index, { function: tool }] of tools.entries()) {
    const param = `tools[${index}].function`;
    if (names.has(tool.name)) return refuse(param, `Duplicate function name '${tool.name}'.`);
    names.add(tool.name);
    if (!tool.parameters) continue;
    if (tool.parameters.type !== 'object')
      return refuse(`${param}.parameters`, `Invalid schema for function '${tool.name}': type must be 'object'.`);
    const [problem] = tool.strict ? checkStrictSchema(tool.parameters) : [];
    if (problem) return refuse(`${param}.parameters`, `Invalid schema for function '${tool.name}': ${problem}`);
  }
  return undefined;
}

/** A result answers a call just made, and each call has its result before anything else is said. */
function findLooseTool({ messages }: ChatBody): EndpointRefusal | undefined {
  let awaited = new Set<string>();
  for (const [index, message] of messages.entries()) {
    const param = `messages[${index}]`;
    if (message.role === 'tool') {
      if (!awaited.delete(message.tool_call_id))
        return refuse(param, "messages with role 'tool' must be a response to a preceding message with 'tool_calls'.");
      continue;
    }
    if (awaited.size > 0) return refuseUnanswered(param, awaited);
    awaited = new Set(listCallIds(message));
  }
  return awaited.size > 0 ? refuseUnanswered('messages', awaited) : undefined;
}

function listCallIds(message: ChatMessage): readonly string[] {
  return message.role === 'assistant' ? (message.tool_calls ?? []).map(({ id }) => id) : [];
}

function refuseUnanswered(param: string, ids: ReadonlySet<string>): EndpointRefusal {
  return refuse(param, `tool_call_ids did not have response messages: ${[...ids].join(', ')}`);
}

function refuse(param: string, message: string, code?: string): EndpointRefusal {
  return { status: 400, message, param, code };
}
