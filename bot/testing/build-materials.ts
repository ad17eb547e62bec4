import type { Reference } from '#corpus/law/reference.ts';
import type { Statut } from '#corpus/law/statut.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import type { Materials } from '../answer/compose.ts';
import type { Enonce } from '../answer/enonce.ts';
import type { Found } from '../answer/retrieve-passages.ts';
import { situate } from '../answer/situate/situate.ts';
import { loadTestAssembly, TODAY } from './load-test-assembly.ts';

/** Reference to a text of the corpus, for claims made in tests. */
const REFERENCE = { texte: '2021-12-20-avenant-2', refs: ['S2'] } as unknown as Reference;

/** A claim of a tool, in words without figures. */
export function buildEnonce(id: string, statut: Statut | null = 'en-vigueur', more: Partial<Enonce> = {}): Enonce {
  const references = statut === null || statut === 'absent' ? [] : [REFERENCE];
  return { id, origin: { type: 'tool', tool: 'test' }, text: [`Énoncé ${id}.`], statut, references, ...more };
}

/** A passage found for a question, and its claim; sure of itself unless told otherwise. */
export function buildCandidate(
  id: string,
  passage: Partial<CorpusPassage> = {},
  found: Partial<Found> = {},
): Materials['passages'][number] {
  const full = { id, statut: 'en-vigueur', themes: ['plafond'], ...passage } as unknown as CorpusPassage;
  const enonce = buildEnonce(id, full.statut, { origin: { type: 'passage', passage: id }, references: [REFERENCE] });
  const clues = {
    score: 10,
    confidence: 0.9,
    themes: full.themes,
    coverage: 1,
    past: false,
    sharedFigures: 0,
    named: 0,
    probability: 0.9,
  };
  return { found: { passage: full, ...clues, ...found }, enonce };
}

/** Materials of a question: its real reading, and whatever claims and passages a test wants. */
export function buildMaterials(text: string, more: Partial<Materials> = {}): Materials {
  const { comprehension, openLiaisons } = loadTestAssembly().pipeline;
  return {
    question: text,
    openLiaisons,
    situation: situate({ text, today: TODAY }, comprehension),
    calculs: [],
    passages: [],
    findReplacement: () => undefined,
    isSimilar: () => false,
    seuils: { tait: 0.3, ouvre: 0.5 },
    relations: { changes: [], divergences: [] },
    notInForce: buildEnonce('enonce-pas-en-vigueur', null),
    ...more,
  };
}
