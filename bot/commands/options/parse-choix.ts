import { findNearest } from './find-nearest.ts';
import { type Parsed, toEcho, toExemple, toProblem, toValue } from './parsed.ts';

/** Reads one of a closed list of words. */
export function parseChoix<T extends string>(typed: string, choix: readonly T[]): Parsed<T> {
  const found = choix.find((candidate) => candidate === typed.trim().toLowerCase());
  if (found !== undefined) return toValue(found);
  const nearest = findNearest(typed.trim(), choix);
  const args = { ecrit: toEcho(typed), choix: toExemple(choix.join(', ')) };
  if (nearest === undefined) return toProblem('cli-choix-inconnu', args);
  return toProblem('cli-choix-inconnu-proche', { ...args, proche: toExemple(nearest) });
}
