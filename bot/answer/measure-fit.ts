import type { CorpusPassage } from '#corpus/load-corpus.ts';
import type { Lexique } from '#corpus/retrieval/lexique.ts';
import type { Tokenizer } from '#corpus/retrieval/tokenize.ts';
import { createWordNeighbours } from '#corpus/retrieval/word-neighbours.ts';
import type { Concepts } from './situate/donnees.ts';
import type { Situation } from './situate/situation.ts';

/** How the words of a question and a passage go together, each word by its rarity; both shares from 0 to 1. */
export type Fit = {
  /** Share that the passage accounts for. */
  readonly explained: number;
  /** Share that no passage and no way of saying holds. */
  readonly foreign: number;
};
export type FitMeasure = (
  question: string,
  situation: Pick<Situation, 'figures' | 'lang'>,
  passage: CorpusPassage,
) => Fit;

type FitParts = {
  readonly passages: readonly CorpusPassage[];
  readonly concepts: Concepts;
  readonly lexique: Lexique;
  readonly tokenizer: Tokenizer;
  /** Words of talk, which ask for nothing. */
  readonly conversation: readonly string[];
};

/**
 * Builds the measure of what a passage leaves unexplained: « le SIRET de la CPTS » asks for more than a CPTS.
 * A word is accounted for when the passage holds it or what it stands for, when it writes one of the passage's themes,
 * or when it is a way of asking. Figures are the asker's own; a misspelt word is read as its
 * neighbour.
 */
export function createFitMeasure({ passages, concepts, lexique, tokenizer, conversation }: FitParts): FitMeasure {
  const toStems = (text: string) => tokenizer.tokenize(text).flatMap(({ empty, stem }) => (empty ? [] : [stem]));
  const themes = new Map<string, ReadonlySet<string>>();
  const asking = new Set<string>();
  for (const [id, { genre, formes, courantes = [] }] of Object.entries(concepts.concepts)) {
    const stems = new Set([...formes, ...courantes].flatMap(toStems));
    if (genre === 'demande' || genre === 'appoint') for (const stem of stems) asking.add(stem);
    else themes.set(id, stems);
  }
  // « avant l'avenant » asks about the past, and « avenant » is a subject all the same.
  for (const stems of themes.values()) for (const stem of stems) asking.delete(stem);
  const readings = listReadings(lexique, toStems);
  const words = new Map<string, ReadonlySet<string>>();
  const counts = new Map<string, number>();
  for (const { id, titre, corps, motsCles, themes: own, texte } of passages) {
    const stems = new Set(toStems(`${titre} ${corps} ${motsCles.join(' ')} ${texte.nom}`));
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    words.set(id, new Set([...stems, ...own.flatMap((theme) => [...(themes.get(theme) ?? [])])]));
  }
  const vocabulary = new Set([
    ...counts.keys(),
    ...readings.keys(),
    ...[...themes.values()].flatMap((stems) => [...stems]),
  ]);
  for (const { ecrit } of lexique.abreviations.familier) for (const stem of ecrit.flatMap(toStems)) asking.add(stem);
  for (const stem of conversation.flatMap(toStems)) asking.add(stem);
  const findNeighbours = createWordNeighbours(vocabulary);
  const mend = (stem: string) => (vocabulary.has(stem) ? stem : (findNeighbours(stem, 1)[0]?.word ?? stem));
  return (question, { figures, lang }, { id }) => {
    const held = words.get(id) ?? new Set();
    let total = 0;
    let found = 0;
    let foreign = 0;
    for (const stem of new Set(toStems(blankFigures(question, figures)).map(mend))) {
      if (asking.has(stem)) continue;
      const rarity = Math.log(1 + passages.length / (1 + (counts.get(stem) ?? 0)));
      total += rarity;
      if (held.has(stem) || (readings.get(stem) ?? []).some((reading) => held.has(reading))) found += rarity;
      // The texts are French: an English word that they do not hold says nothing.
      else if (lang === 'fr' && !vocabulary.has(stem)) foreign += rarity;
    }
    return total === 0 ? { explained: 0, foreign: 0 } : { explained: found / total, foreign: foreign / total };
  };
}

function blankFigures(text: string, figures: Situation['figures']): string {
  let blanked = text;
  for (const { start, end } of [...figures].reverse()) blanked = `${blanked.slice(0, start)} ${blanked.slice(end)}`;
  return blanked;
}

/** What single words stand for, by root. */
function listReadings(
  { abreviations, synonymes }: Lexique,
  toStems: (text: string) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const pairs = [
    ...[...synonymes.courants, ...synonymes.anglais].flatMap(({ mots, vers }) =>
      mots.map((mot) => [mot, vers] as const),
    ),
    ...abreviations.sigles.map(({ sigle, developpe }) => [sigle, developpe] as const),
  ];
  const readings = new Map<string, readonly string[]>();
  for (const [mot, vers] of pairs) {
    const [stem, ...others] = toStems(mot);
    if (stem === undefined || others.length > 0) continue;
    readings.set(stem, [...(readings.get(stem) ?? []), ...vers.flatMap(toStems)]);
  }
  return readings;
}
