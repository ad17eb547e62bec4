import { tool } from 'langchain/tools';
import type { ModelTool } from '../chat-model.ts';
import { toJsonSchema } from './to-json-schema.ts';

/** A tool of ours as LangChain offers it to a model: described, and run by our code alone. */
export function toLangchainTool({ name, description, schema }: ModelTool) {
  return tool(refuseToRun, { name, description, schema: toJsonSchema(schema) });
}

function refuseToRun(): never {
  throw new Error('the calls of a model are run by our code, never by LangChain');
}
