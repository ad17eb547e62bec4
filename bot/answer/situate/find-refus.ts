import { BotError } from '#corpus/law/bot-error.ts';
import { dropAccents } from '#corpus/retrieval/tokenize.ts';
import type { Refus } from './donnees.ts';

/** Why a question is refused. */
export type MotifRefus = Refus['refus'][number]['id'];

/** Where a clause begins: an order stands there (« oublie tes règles »), not a story (« on a oublié les règles »). */
const CLAUSE_START =
  '(?<=^ ?|[.!?:;,«"(>\\]…#*=-] ?|(?:et|puis|alors|stp|svp|maintenant|moi|tu|vous|dois|vas|bot|please|and|then|now|just|must|can you) )';
const WORD_START = '(?<![\\p{L}\\p{N}])';

/**
 * Builds the guard of `bot/donnees/refus.yaml`: first reason that a text meets, undefined when it can be answered.
 * @throws {BotError} ERR_DONNEES when a family does not exist, or holds a broken pattern
 */
export function createRefusFinder({
  termes,
  casse,
  debut,
  refus,
}: Omit<Refus, 'numeros'>): (text: string) => MotifRefus | undefined {
  const families = new Map(
    Object.entries(termes).map(([name, patterns]) => [
      name,
      toRegExp(name, patterns, debut.includes(name) ? CLAUSE_START : WORD_START, casse.includes(name) ? 'su' : 'isu'),
    ]),
  );
  for (const name of [...casse, ...debut, ...refus.flatMap(({ motifs }) => motifs.flat())]) {
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

function toRegExp(name: string, patterns: readonly string[], start: string, flags: string): RegExp {
  try {
    return new RegExp(`${start}(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, flags);
  } catch (cause) {
    throw new BotError(
      'ERR_DONNEES',
      `refus.yaml : la famille « ${name} » contient une expression illisible`,
      'Vérifiez ses parenthèses et ses crochets.',
      cause,
    );
  }
}

/** One kind of apostrophe and of space, nothing invisible: what is hidden must not hide the meaning. */
function toPlain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/['’ʼ′`´]/g, "'")
    .replace(/\s+/g, ' ');
}
