/** An énoncé on offer, as far as a draft chooses by it. */
export type Offered<T> = { readonly kind: 'enonce' | 'citation'; readonly statut: string | null; readonly value: T };

/** A piece of a draft: linking words, or an énoncé. */
export type Piece<T> =
  | { readonly type: 'liaison'; readonly words: string }
  | { readonly type: 'enonce' | 'citation'; readonly value: T };

const HOLDS = ['en-vigueur', 'releve-local', 'deduit'];

/** What may stand at a place of a draft. */
const PLACES: Readonly<Record<string, (offered: Offered<unknown>) => boolean>> = {
  calcul: ({ kind, statut }) => kind === 'enonce' && HOLDS.includes(statut ?? ''),
  passage: ({ kind, statut }) => kind === 'citation' && [...HOLDS, 'historique'].includes(statut ?? ''),
  vigueur: ({ statut }) => HOLDS.includes(statut ?? ''),
  passe: ({ kind, statut }) => kind === 'citation' && (statut === 'proposition' || statut === 'expire'),
  absent: ({ statut }) => statut === 'absent',
  any: () => true,
};

/**
 * Reads « Bonjour. {calcul} Puis {passage} »: linking words, and énoncés at the places; a bar cuts words in two segments.
 * @returns undefined when the question offers no such énoncé
 */
export function fillPlaces<T>(draft: string, offered: readonly Offered<T>[]): readonly Piece<T>[] | undefined {
  const pieces: Piece<T>[] = [];
  for (const part of draft.split(/(\{[a-z]+2?\}|\|)/)) {
    const place = /^\{([a-z]+)(2?)\}$/.exec(part);
    if (part === '' || part === '|') continue;
    if (!place) {
      pieces.push({ type: 'liaison', words: part });
      continue;
    }
    const fits = PLACES[place[1] as string];
    if (!fits) throw new Error(`place inconnue : ${part}`);
    const chosen = offered.filter(fits)[place[2] === '2' ? 1 : 0];
    if (!chosen) return undefined;
    pieces.push({ type: chosen.kind, value: chosen.value });
  }
  return pieces;
}

/** The linking words of a draft, places put aside. */
export function listWords(draft: string): readonly string[] {
  return draft
    .split(/\{[a-z]+2?\}|\|/)
    .map((words) => words.trim())
    .filter((words) => words !== '');
}
