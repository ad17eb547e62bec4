import type { ReadFigure } from '#corpus/law/read-figures.ts';
import { dropAccents } from '#corpus/retrieval/tokenize.ts';
import type { Lecture, Span } from './lecture.ts';

/** Words that say nothing the arguments of a command can hold; neighbours are told together. */
export function findUnknownWords(text: string, figures: readonly ReadFigure[], lecture: Lecture): readonly Span[] {
  const isKnown = createKnown(lecture);
  const spans: { start: number; end: number }[] = [];
  let open = false;
  for (const { 0: word, index: start } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const end = start + word.length;
    const inFigure = figures.some((figure) => figure.start < end && start < figure.end);
    const known = inFigure || isKnown(word);
    const last = spans.at(-1);
    if (!known && open && last) last.end = end;
    else if (!known) spans.push({ start, end });
    open = !known;
  }
  return spans.map((span) => ({ ...span, text: text.slice(span.start, span.end) }));
}

/** Whether a word belongs to the facts of a contract: roles, missions, light words, and those of the data. */
function createKnown({ comprehension, donnees }: Lecture): (word: string) => boolean {
  const { roles, concepts, stem, isSmallWord, detectConcepts } = comprehension;
  const { noms, devant } = roles;
  const subjects = Object.entries(concepts.concepts).filter(
    ([id, { genre }]) => genre === 'mission' || donnees.sujets.includes(id),
  );
  const phrases = [
    ...listStrings([roles.dates, roles.jourApprecie, roles.montants, roles.taux, roles.nous, roles.motsLegers]),
    ...listStrings([noms.population, noms.membres, noms.annee, devant.taille, devant.annee, devant.population]),
    ...listStrings([roles.devantHabitants, roles.apresSignature, roles.avantAnniversaire]),
    ...subjects.flatMap(([, { formes }]) => formes),
    ...donnees.mots,
    ...donnees.contratEntier,
    ...Object.values(donnees.prorata).flat(),
  ];
  const known = new Set(phrases.flatMap((phrase) => phrase.split(/[^\p{L}\p{N}]+/u)).flatMap(toKeys));
  const ids = new Set(subjects.map(([id]) => id));
  return (word) =>
    isSmallWord(word) || toKeys(word).some((key) => known.has(key)) || detectConcepts(word).some((id) => ids.has(id));

  function toKeys(word: string): readonly string[] {
    const lower = word.toLowerCase();
    return [dropAccents(lower), stem(lower), stem(dropAccents(lower))];
  }
}

function listStrings(data: unknown): readonly string[] {
  if (typeof data === 'string') return [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(listStrings) : [];
}
