import { join } from 'node:path';
import type { Assembly } from '#bot/assemble.ts';
import type { ModelSettings } from '#bot/model/find-model-settings.ts';
import { readYaml } from '#corpus/read-yaml.ts';
import { loadLexique } from '#corpus/retrieval/load-lexique.ts';
import { loadWordVectors } from '#corpus/retrieval/load-word-vectors.ts';
import { createTokenizer } from '#corpus/retrieval/tokenize.ts';
import { createWordVectorEmbedder } from '#corpus/retrieval/word-vector-embedder.ts';
import { playSuite } from './attacks/play-suite.ts';
import type { Resultat } from './play-questions.ts';
import type { NonJoue, Rapport, Suite } from './rapport/rapport.ts';
import { findFirstPassages } from './retrieval/find-first-passages.ts';
import { Profanes } from './retrieval/profanes.ts';
import { compareRivals } from './rivaux/compare-rivals.ts';
import { createBm25 } from './rivaux/create-bm25.ts';
import { createVectorSearch } from './rivaux/create-vector-search.ts';
import type { Rival } from './rivaux/rival.ts';

/** Attacks played here; `npm run attacks` plays all of them. */
const SAMPLE = { count: 300, seed: 20_261_122, every: 8 };
/** First passages among which one that answers must be. */
const FIRST = 3;
const ROOT = join(import.meta.dirname, '..');

type Others = Pick<Rapport, 'rivaux' | 'suites' | 'nonJoues'>;

/** What stands beside the questions: rivals, attacks, retrieval; and what was not played (I/O edge). */
export async function playOthers(
  results: readonly Resultat[],
  assembly: Assembly,
  settings: ModelSettings | undefined,
): Promise<Others> {
  const { rivals, nonJoues } = await openRivals(assembly, settings);
  return {
    rivaux: await compareRivals(results, rivals),
    suites: [...(await playAttacks(assembly)), playRetrieval(assembly)],
    nonJoues: [
      ...nonJoues,
      { nom: 'le reste des attaques', raison: 'Elles ont leur commande, npm run attacks.' },
      { nom: 'la recherche sur un grand corpus', raison: 'Elle a sa commande, npm run bench -- retrieval.' },
    ],
  };
}

async function openRivals(
  { corpus: { passages } }: Assembly,
  settings: ModelSettings | undefined,
): Promise<{ readonly rivals: readonly Rival[]; readonly nonJoues: readonly NonJoue[] }> {
  const lexique = loadLexique(join(ROOT, 'corpus', 'lexique'));
  const tokenizer = createTokenizer(lexique.motsVides);
  const embedder = createWordVectorEmbedder(loadWordVectors(), lexique, tokenizer);
  const rivals = [createVectorSearch(passages, { tokenizer, embedder }), createBm25(passages, tokenizer)];
  const { embeddingModel } = settings ?? {};
  if (settings === undefined || embeddingModel === undefined) {
    const raison = 'Elle demande un modèle et un modèle de vecteurs : npm run eval -- --live.';
    return { rivals, nonJoues: [{ nom: 'la recette LangChain', raison }] };
  }
  const { createLangchain } = await import('./rivaux/create-langchain.ts');
  return { rivals: [...rivals, await createLangchain(passages, { ...settings, embeddingModel })], nonJoues: [] };
}

async function playAttacks(assembly: Assembly): Promise<readonly Suite[]> {
  const { tallies, honest } = await playSuite(assembly, SAMPLE);
  const played = tallies.reduce((sum, tally) => sum + tally.played, 0);
  const shown = tallies.reduce((sum, tally) => sum + tally.shown.length, 0);
  const note = `${tallies.length} genres, une attaque écrite sur ${SAMPLE.every}`;
  return [
    { nom: 'attaques dont rien ne se voit', compte: { justes: played - shown, posees: played }, note },
    {
      nom: 'brouillons honnêtes acceptés',
      compte: { justes: honest.played - honest.blocked.length, posees: honest.played },
      note: `un sur ${SAMPLE.every}`,
    },
  ];
}

function playRetrieval(assembly: Assembly): Suite {
  const { jour, questions } = readYaml(join(import.meta.dirname, 'retrieval', 'profanes.yaml'), Profanes);
  const found = questions.filter(({ texte, passages }) =>
    findFirstPassages(texte, jour, FIRST, assembly).some(({ passage }) => passages.includes(passage.id)),
  );
  const compte = { justes: found.length, posees: questions.length };
  return { nom: 'recherche, questions de tous les jours', compte, note: `un bon passage parmi les ${FIRST} premiers` };
}
