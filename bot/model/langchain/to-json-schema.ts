import { z } from 'zod';

/** JSON schema of an object, without the name of its dialect, which is a figure that no model needs. */
export function toJsonSchema(schema: z.ZodObject): z.core.JSONSchema.BaseSchema {
  const { $schema: _, ...written } = z.toJSONSchema(schema);
  return written;
}
