/** Shorter pieces (letters and digits) say too little alone: they stay with what follows. */
const SHORTEST_SENTENCE = 25;
/** A full stop after these does not end a sentence. */
const ABBREVIATION = /(?:^|[\s('’«])(?:art|al|cf|dr|pr|mm?|mme|st|env|ex|éd|tél|vol|chap|p|n|l|r|d)\.$/iu;
const BOUNDARY = /(?<=[.!?…][»")]?)\s+(?=[\p{Lu}\p{N}«"(-])|\s*[\n\r]+\s*|\s*[;•]\s+/u;

/** Cuts a text into sentences, list items and lines; never an empty list for a text that has words. */
export function splitSentences(text: string): readonly string[] {
  const sentences: string[] = [];
  let pending = '';
  for (const piece of text.split(BOUNDARY)) {
    pending = pending === '' ? piece.trim() : `${pending} ${piece.trim()}`;
    if (ABBREVIATION.test(pending) || countLetters(pending) < SHORTEST_SENTENCE) continue;
    sentences.push(pending);
    pending = '';
  }
  if (countLetters(pending) === 0) return sentences;
  const last = sentences.pop();
  // A short tail belongs to the sentence before it.
  sentences.push(last === undefined ? pending : `${last} ${pending}`);
  return sentences;
}

function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
