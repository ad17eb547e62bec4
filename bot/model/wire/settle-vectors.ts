import { z } from 'zod';
import { ModelError } from '../model-error.ts';

/** What is read of an answer that holds vectors. */
const Vectors = z.object({
  data: z.array(z.object({ index: z.int().nonnegative(), embedding: z.array(z.number()).min(1) })),
});

/**
 * Vectors in the order of their texts, one each.
 * @throws {ModelError} REPONSE when one is missing or is not a vector
 */
export function settleVectors(json: unknown, count: number): object {
  const result = Vectors.safeParse(json);
  if (!result.success) throw new ModelError('REPONSE', { detail: 'ce ne sont pas des vecteurs' });
  const data = result.data.data.toSorted((one, other) => one.index - other.index);
  if (data.length !== count || data.some(({ index }, place) => index !== place))
    throw new ModelError('REPONSE', { detail: 'il manque des vecteurs' });
  return { object: 'list', data };
}
