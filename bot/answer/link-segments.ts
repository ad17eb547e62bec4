import { toTypography } from '#corpus/law/typography.ts';
import type { Segment } from './compose.ts';
import type { Enonce } from './enonce.ts';
import type { LinkedEnonce } from './linked-enonce.ts';
import type { Situation } from './situate/situation.ts';

/** Whether a word is one of the little ones (« le », « avec », "the"): those alone lose their capital inside a sentence. */
export type IsSmallWord = (word: string) => boolean;

/**
 * Puts the segments of a draft in sentences: linking words begin with a capital and end properly, and an énoncé that
 * they introduce goes on from them.
 */
export function linkSegments(
  segments: readonly Segment[],
  { lang }: Situation,
  isSmallWord: IsSmallWord,
): readonly LinkedEnonce[] {
  const linked: LinkedEnonce[] = [];
  let words = '';
  for (const segment of segments) {
    if (segment.type === 'liaison') {
      words = words === '' ? segment.words : `${words} ${segment.words}`;
      continue;
    }
    const before = toSentence(words, lang);
    const goesOn = before !== '' && !ENDED.test(before);
    const enonce = goesOn ? goOn(segment.enonce, isSmallWord) : segment.enonce;
    linked.push(before === '' ? { enonce } : { enonce, before });
    words = '';
  }
  const last = linked.pop();
  const after = toSentence(words, lang);
  if (last === undefined) return [];
  return [...linked, after === '' ? last : { ...last, after: close(after) }];
}

const ENDED = /[.!?…]$/u;

/** Words alone, without the marks that would double those of the énoncé before, beginning with a capital. */
function toSentence(words: string, lang: Situation['lang']): string {
  const bare = words
    .replace(/\s+/gu, ' ')
    .replace(/([,;:.!?…])(?:\s*[,;:.!?…])+/gu, '$1')
    .replace(/ (?=[,.…])/gu, '')
    .replace(/^[\s,;:.!?…)-]+/u, '')
    .trimEnd();
  const sentence = bare.replace(/(?:^|[.!?…]\s)\p{Ll}/gu, (start) => start.toUpperCase());
  return lang === 'fr' ? toTypography(sentence.replace(/(?<=\S)(?=[:;!?])(?<! )/gu, ' ')) : sentence;
}

function close(sentence: string): string {
  const open = sentence.replace(/\s*[,;:]$/u, '');
  return ENDED.test(open) ? open : `${open}.`;
}

/** The same claim in the middle of a sentence: « Au 21 novembre … » is then « au 21 novembre … ». */
function goOn(enonce: Enonce, isSmallWord: IsSmallWord): Enonce {
  const [first, ...others] = enonce.text;
  if (typeof first !== 'string') return enonce;
  const elided = /^\p{Lu}\p{L}{0,5}['’]/u.test(first);
  const word = /^\p{Lu}\p{Ll}*(?![\p{L}\p{N}'’-])/u.exec(first)?.[0];
  if (!elided && (word === undefined || !isSmallWord(word))) return enonce;
  return { ...enonce, text: [first.charAt(0).toLowerCase() + first.slice(1), ...others] };
}
