import type { Materials, Segment } from '#bot/answer/compose.ts';
import type { Enonce } from '#bot/answer/enonce.ts';

/** Places of a draft, and the énoncés that may stand there, best first. */
type Places = Readonly<Record<string, (materials: Materials) => readonly Enonce[]>>;

const HOLDS = new Set(['en-vigueur', 'releve-local', 'deduit']);
const PLACES: Places = {
  calcul: ({ calculs }) => calculs.filter(({ statut }) => HOLDS.has(statut ?? '')),
  passage: ({ passages }) => listPassages(passages, (statut) => HOLDS.has(statut) || statut === 'historique'),
  vigueur: ({ calculs, passages }) => [
    ...calculs.filter(({ statut }) => HOLDS.has(statut ?? '')),
    ...listPassages(passages, (statut) => HOLDS.has(statut)),
  ],
  passe: ({ passages }) => listPassages(passages, (statut) => statut === 'proposition' || statut === 'expire'),
  absent: ({ calculs, passages }) => [
    ...calculs.filter(({ statut }) => statut === 'absent'),
    ...listPassages(passages, (statut) => statut === 'absent'),
  ],
  any: ({ calculs, passages }) => [...calculs, ...passages.map(({ enonce }) => enonce)],
};

function listPassages(passages: Materials['passages'], keeps: (statut: string) => boolean): readonly Enonce[] {
  return passages.map(({ enonce }) => enonce).filter(({ statut }) => statut !== null && keeps(statut));
}

/** Turns « Bonjour. {calcul} Puis {passage} » into segments; undefined when the question offers no such énoncé. */
export function writeSegments(draft: string, materials: Materials): readonly Segment[] | undefined {
  const segments: Segment[] = [];
  for (const part of draft.split(/(\{[a-z]+2?\}|\|)/)) {
    const place = /^\{([a-z]+)(2?)\}$/.exec(part);
    if (!place) {
      // A bar cuts linking words in two segments.
      if (part !== '' && part !== '|') segments.push({ type: 'liaison', words: part });
      continue;
    }
    const enonces = PLACES[place[1] as string]?.(materials) ?? [];
    const enonce = enonces[place[2] === '2' ? 1 : 0];
    if (!enonce) return undefined;
    segments.push({ type: 'enonce', enonce });
  }
  return segments;
}
