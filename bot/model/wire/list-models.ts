import { z } from 'zod';
import type { ModelSettings } from '../find-model-settings.ts';
import { ModelError } from '../model-error.ts';
import { createModelFetch } from './create-model-fetch.ts';

/** What is read of a list of models. */
const Models = z.object({ data: z.array(z.object({ id: z.string() })) });

/**
 * Names of the models that an endpoint lists.
 * @throws {ModelError} when it does not answer, or not with a list
 */
export async function listModels({ baseUrl, apiKey }: ModelSettings, signal: AbortSignal): Promise<readonly string[]> {
  const headers = { authorization: `Bearer ${apiKey}`, accept: 'application/json' };
  const response = await createModelFetch()(`${baseUrl}/models`, { headers, signal });
  const { data } = Models.safeParse(await response.json());
  if (data === undefined) throw new ModelError('REPONSE', { detail: 'ce n’est pas une liste de modèles' });
  return data.data.map(({ id }) => id);
}
