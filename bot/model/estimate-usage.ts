import type { ModelUsage } from './chat-model.ts';

/** A token holds about four letters of French; counting three never tells too few for long. */
const CHARACTERS_A_TOKEN = 3;

/** Tokens of an exchange that the endpoint did not count, on the high side. */
export function estimateUsage(asked: unknown, written: unknown): ModelUsage {
  return { input: estimateTokens(asked), output: estimateTokens(written) };
}

function estimateTokens(value: unknown): number {
  return Math.ceil((JSON.stringify(value) ?? '').length / CHARACTERS_A_TOKEN);
}
