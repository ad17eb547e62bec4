import { BotError } from '#corpus/law/bot-error.ts';
import { dropAccents } from '#corpus/retrieval/tokenize.ts';
import type { Refus } from './donnees.ts';

/** Why a question is refused. */
export type MotifRefus = Refus['refus'][number]['id'];

/**
 * Builds the guard of `bot/donnees/refus.yaml`: first reason that a text meets, undefined when it can be answered.
 * @throws {BotError} ERR_DONNEES when a motive names a family that does not exist
 */
export function createRefusFinder({ termes, casse, refus }: Refus): (text: string) => MotifRefus | undefined {
  const families = new Map(
    Object.entries(termes).map(([name, patterns]) => [name, toRegExp(patterns, casse.includes(name) ? 'su' : 'isu')]),
  );
  for (const name of refus.flatMap(({ motifs }) => motifs.flat())) {
    if (families.has(name)) continue;
    throw new BotError('ERR_DONNEES', `refus.yaml : la famille « ${name} » n'existe pas`, 'Ajoutez-la à `termes`.');
  }
  return (text) => {
    const plain = toPlain(text);
    const folded = dropAccents(plain.toLowerCase());
    const met = new Map<string, boolean>();
    function isMet(name: string): boolean {
      let known = met.get(name);
      if (known === undefined) {
        known = families.get(name)?.test(casse.includes(name) ? plain : folded) ?? false;
        met.set(name, known);
      }
      return known;
    }
    return refus.find(({ motifs }) => motifs.some((motif) => motif.every(isMet)))?.id;
  };
}

function toRegExp(patterns: readonly string[], flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, flags);
}

/** One kind of apostrophe and of space, nothing invisible: what is hidden must not hide the meaning. */
function toPlain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/['’ʼ′`´]/g, "'")
    .replace(/\s+/g, ' ');
}
