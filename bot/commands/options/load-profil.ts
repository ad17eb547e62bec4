import type { Profil } from '#bot/answer/profil.ts';
import { listProfilProblems, parseProfil } from './list-profil-problems.ts';
import { type Parsed, toEcho, toProblem, toProblems, toValue } from './parsed.ts';

/**
 * Reads a profile file (JSON).
 * @param readFile reads a text file; throws when it cannot
 * @returns the profile, or what is wrong and where: file absent, not JSON, a field that is not accepted
 */
export function loadProfil(path: string, readFile: (path: string) => string): Parsed<Profil> {
  const fichier = toEcho(path);
  const text = readText(path, readFile);
  if (text === undefined) return toProblem('cli-profil-absent', { fichier });
  const data = parseJson(text);
  if (data === undefined) return toProblem('cli-profil-illisible', { fichier });
  const result = parseProfil(data);
  if (result.success) return toValue(result.data);
  return toProblems(listProfilProblems(result.error.issues, fichier));
}

function readText(path: string, readFile: (path: string) => string): string | undefined {
  try {
    return readFile(path);
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
