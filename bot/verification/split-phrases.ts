/** A sentence, a list item or a title of a text: where it stands (UTF-16 offsets, end excluded). */
export type Phrase = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The one before it in the same paragraph, or the line that announces its list; none at a beginning. */
  readonly avant: Phrase | undefined;
  /** It begins a line of its own, which is no item of a list. */
  readonly debut: boolean;
};

/** A full stop after these ends no sentence. */
const ABREVIATION = /(?:^|[\s('’«])(?:art|al|cf|dr|pr|mm?|mme|st|env|ex|éd|tél|hab|p|n|l|r|d)\.$/iu;
/** What begins the item of a list. */
const PUCE = /^\s*(?:[-–—•*·▪‣]|\d{1,2}[.)]\s|\p{Emoji_Presentation})/u;
const FIN = /[.!?…]["»”)]*(?=\s+["«“(]?[\p{Lu}\p{N}-])|;(?=\s)/gu;
/** Lines shorter than this are not cut by hand: the next line is another sentence. */
const LIGNE_PLEINE = 55;

/** Cuts a text into sentences; lines that a mail program cut by hand stay together. */
export function splitPhrases(text: string): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let avant: Phrase | undefined;
  let annonce: Phrase | undefined;
  for (const block of splitBlocks(text)) {
    if (block.isNew && !block.isItem) annonce = isAnnonce(avant) && block.isNear ? avant : undefined;
    if (block.isItem && isAnnonce(avant)) annonce = avant;
    let before = block.isItem || block.isNew ? annonce : avant;
    let debut = !block.isItem;
    for (const { start, end } of splitBlock(text, block)) {
      const phrase: Phrase = { start, end, text: text.slice(start, end), avant: before, debut };
      debut = false;
      phrases.push(phrase);
      before = phrase;
      avant = phrase;
    }
  }
  return phrases;
}

type Block = {
  readonly start: number;
  readonly end: number;
  readonly isItem: boolean;
  readonly isNew: boolean;
  readonly isNear: boolean;
};

/** Lines that belong together: a paragraph, or the item of a list. */
function splitBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let blank = 1;
  let previous = '';
  for (const { start, end } of listLines(text)) {
    const line = text.slice(start, end);
    if (line.trim() === '') {
      blank += 1;
      continue;
    }
    const last = blocks.at(-1);
    const isItem = PUCE.test(line);
    const goesOn =
      blank === 0 && !isItem && previous.trimEnd().length >= LIGNE_PLEINE && !/[.!?:;…]\s*$/.test(previous);
    const isLower = blank === 0 && !isItem && /^\s*\p{Ll}/u.test(line);
    if (last && (goesOn || isLower)) blocks[blocks.length - 1] = { ...last, end };
    else blocks.push({ start, end, isItem, isNew: blank > 0 || isItem || blocks.length === 0, isNear: blank < 2 });
    blank = 0;
    previous = line;
  }
  return blocks;
}

function* listLines(text: string): Generator<{ readonly start: number; readonly end: number }> {
  const newline = /\r\n|[\n\r\u2028]/g;
  let start = 0;
  for (const match of text.matchAll(newline)) {
    yield { start, end: match.index };
    start = match.index + match[0].length;
  }
  yield { start, end: text.length };
}

function* splitBlock(text: string, { start, end }: Block): Generator<{ readonly start: number; readonly end: number }> {
  const block = text.slice(start, end);
  let from = 0;
  for (const match of block.matchAll(FIN)) {
    const to = match.index + match[0].length;
    if (ABREVIATION.test(block.slice(Math.max(0, to - 12), to))) continue;
    if (/^\s*\d{1,2}\.$/.test(block.slice(from, to))) continue;
    yield { start: start + from, end: start + to };
    from = to;
  }
  if (block.slice(from).trim() !== '') yield { start: start + from, end };
}

/** « … le montant suivant : » governs what comes after it. */
export function isAnnonce(phrase: Phrase | undefined): boolean {
  return phrase !== undefined && /:\s*$/.test(phrase.text);
}
