import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { TexteMetadata } from '#corpus/law/texte.ts';
import type { Settled } from '../outcome.ts';

/** Whether an avenant of that number was found, and the last one known that day. */
export type AvenantCherche = {
  readonly numero: number;
  readonly trouve: boolean;
  readonly dernier: TexteMetadata | null;
};

/**
 * Looks an avenant up by its number among the texts of the corpus.
 * @param textes metadata of every text, passed in by the caller
 * @legal numbers are read in the names of the texts; an avenant whose content is not known still exists
 */
export function findAvenant(
  numero: number,
  textes: readonly TexteMetadata[],
  asOf: CalendarDate,
): Settled<AvenantCherche> {
  const known = textes
    .filter(({ nature }) => nature === 'avenant')
    .map((texte) => ({ texte, numero: toNumero(texte.nom) }))
    .filter((entry) => entry.numero !== undefined)
    .sort((a, b) => (a.numero ?? 0) - (b.numero ?? 0));
  const last = known.at(-1);
  if (!last) return { kind: 'not-covered', asOf, reason: toMessage('absent-du-corpus'), references: [] };
  // Avenants are numbered in order: a lower number than the last existed, even when its text was not read.
  const trouve = Number.isInteger(numero) && numero >= 1 && numero <= (last.numero ?? 0);
  return { kind: 'computed', asOf, value: { numero, trouve, dernier: last.texte }, hypotheses: [], notComputed: [] };
}

function toNumero(nom: string): number | undefined {
  const match = /^avenant (?:n°\s*)?(\d+)$/.exec(nom);
  return match ? Number(match[1]) : undefined;
}
