import type { z } from 'zod';
import type { ModelMessage } from '../chat-model.ts';
import type { Format } from './abilities.ts';
import { toJsonSchema } from './to-json-schema.ts';

/** Name of the schema, for endpoints that want one. */
const NAME = 'brouillon';

/** How an object of this schema is asked for: the option of the endpoint, and the messages that go with it. */
export function toForm(format: Format, schema: z.ZodObject, messages: readonly ModelMessage[]) {
  const written = toJsonSchema(schema);
  switch (format) {
    case 'json_schema': {
      const form = { type: 'json_schema' as const, json_schema: { name: NAME, strict: true, schema: written } };
      return { messages, options: { response_format: form } };
    }
    case 'json_object':
      return {
        messages: tellSchema(messages, written),
        options: { response_format: { type: 'json_object' as const } },
      };
    case 'text':
      return { messages: tellSchema(messages, written), options: {} };
  }
}

/** Without a form, the schema is told in words, at the end of the instructions; its bounds are numbers and stay out. */
function tellSchema(messages: readonly ModelMessage[], schema: object): readonly ModelMessage[] {
  const told = JSON.stringify(schema, (_, value: unknown) => (typeof value === 'number' ? undefined : value));
  const text = `Répondez par un objet JSON et rien d’autre, sans texte autour, conforme à ce schéma JSON :\n${told}`;
  const [first, ...others] = messages;
  if (first?.role !== 'system') return [{ role: 'system', text }, ...messages];
  return [{ role: 'system', text: `${first.text}\n\n${text}` }, ...others];
}
