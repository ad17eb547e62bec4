import { ModelError } from '../model-error.ts';
import { toNetworkError } from './to-wire-error.ts';

/**
 * Text of a body, decompressed, and never more than so many bytes of it.
 * @throws {ModelError} TROP_GROS past the limit, which stops the reading; INJOIGNABLE, DELAI when the body breaks off
 */
export async function readBounded(response: Response, limit: number, signal: AbortSignal): Promise<string> {
  if (Number(response.headers.get('content-length') ?? 0) > limit) {
    // Nobody reads it, and its failure would tell nothing more.
    await response.body?.cancel().catch(() => {});
    throw new ModelError('TROP_GROS');
  }
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  try {
    // Leaving the loop cancels the body.
    for await (const chunk of response.body ?? []) {
      length += chunk.length;
      if (length > limit) throw new ModelError('TROP_GROS');
      text += decoder.decode(chunk, { stream: true });
    }
  } catch (error) {
    throw error instanceof ModelError ? error : toNetworkError(error, signal);
  }
  return text + decoder.decode();
}
