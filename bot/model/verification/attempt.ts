import type { Message } from '#corpus/law/message.ts';
import { ModelError } from '../model-error.ts';
import type { Essai, NomEssai } from './verification.ts';

/** Longest wait for each thing tried, in milliseconds: a person waits, and a model may have to be loaded. */
const ESSAI_MS = 20_000;

/** How a thing works, or why it does not although nothing failed. */
export type Found = Message | { readonly probleme: Message } | undefined;

/**
 * Tries one thing, and takes its time.
 * @param now clock in milliseconds
 */
export async function attempt(
  nom: NomEssai,
  now: () => number,
  run: (signal: AbortSignal) => Promise<Found>,
): Promise<Essai> {
  const started = now();
  try {
    const found = await run(AbortSignal.timeout(ESSAI_MS));
    const ms = Math.round(now() - started);
    if (found && 'probleme' in found) return { nom, resultat: 'non', ms, probleme: found.probleme };
    return { nom, resultat: 'oui', ms, precision: found };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { nom, resultat: 'non', ms: Math.round(now() - started), probleme: error };
  }
}
