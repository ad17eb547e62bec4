import { ModelError } from '../model-error.ts';

/**
 * The error that the wire named, behind what the libraries made of it.
 * One that it did not name is a defect of an answer which a library could not read; it may hold the exchange, and is not kept.
 */
export function findModelError(error: unknown, signal: AbortSignal): ModelError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ModelError) return cause;
  }
  if (signal.aborted) return new ModelError('DELAI');
  return new ModelError('REPONSE', { detail: error instanceof Error ? error.name : undefined });
}
