import { describe, expect, it } from 'vitest';
import { offerCitation, toCitations } from '../testing/build-citations.ts';
import { buildCandidate, buildEnonce, buildMaterials } from '../testing/build-materials.ts';
import { completeDraft } from './complete-draft.ts';
import type { Materials, Segment } from './compose.ts';
import type { Enonce } from './enonce.ts';

const CLAIM = 'J’ai lu que le plafond est de 360 000 €, c’est vrai ?';
const [a, b, c] = [buildEnonce('a'), buildEnonce('b'), buildEnonce('c')];
const rule = buildEnonce('regle');
const plain = buildCandidate('p');
const project = buildCandidate('projet', { statut: 'proposition' }, { past: true, sharedFigures: 1 });
const replaced: Partial<Materials> = { passages: [project, plain], findReplacement: () => rule };

function say(...enonces: readonly (Enonce | string)[]): readonly Segment[] {
  return enonces.map((one) =>
    typeof one === 'string' ? { type: 'liaison', words: one } : { type: 'enonce', enonce: one },
  );
}

/** Ids of what is told, and the linking words, in order. */
function complete(
  text: string,
  materials: Partial<Materials>,
  draft: readonly Segment[],
  required: readonly Enonce[] = [],
): readonly string[] {
  return completeDraft(draft, buildMaterials(text, materials), new Set(required)).map((segment) =>
    segment.type === 'enonce' ? segment.enonce.id : segment.words,
  );
}

describe('a draft that is completed', () => {
  it('stays as it is when nothing lacks', () => {
    expect(complete('?', { calculs: [a, b] }, say('bonjour', a, 'puis', b), [a, b])).toEqual([
      'bonjour',
      'a',
      'puis',
      'b',
    ]);
  });

  it.each([
    ['before a draft that says none of them', say('bonjour', plain.enonce), ['a', 'b', 'bonjour', 'p']],
    ['after those that it says', say('bonjour', a, plain.enonce), ['bonjour', 'a', 'b', 'p']],
    ['in the order of the code', say(b, 'puis', a), ['a', 'puis', 'b']],
  ])('says the computed énoncés that were left out %s', (_, draft, told) => {
    expect(complete('?', { calculs: [a, b], passages: [plain] }, draft, [a, b])).toEqual(told);
  });

  it('does not say a computed énoncé that nothing requires', () => {
    expect(complete('?', { calculs: [a, b, c] }, say(c), [a])).toEqual(['a', 'c']);
  });

  it('says an énoncé once', () => {
    expect(complete('?', { calculs: [a, b] }, say(a, 'encore', a, b, a), [])).toEqual(['a', 'encore', 'b']);
  });

  it('denies a wrong premise before the passage where it was read, and says what holds after it', () => {
    expect(complete(CLAIM, replaced, say('d’après la presse :', project.enonce))).toEqual([
      'd’après la presse :',
      'enonce-pas-en-vigueur',
      'projet',
      'regle',
    ]);
  });

  it('puts what was left out after a premise denied, not before it', () => {
    expect(complete(CLAIM, { ...replaced, calculs: [a] }, say(project.enonce), [a])).toEqual([
      'enonce-pas-en-vigueur',
      'projet',
      'regle',
      'a',
    ]);
  });

  it('follows a proposal with what holds, even when nobody takes it for true', () => {
    expect(complete('que proposait la Cnam ?', replaced, say(project.enonce))).toEqual(['projet', 'regle']);
  });

  it('does not repeat what holds when the draft says it already', () => {
    const passages = [project, { ...plain, enonce: rule }];
    expect(complete('que proposait la Cnam ?', { ...replaced, passages }, say(project.enonce, rule))).toEqual([
      'projet',
      'regle',
    ]);
  });

  it('tells a rule that changed, or is contested, with the other one', () => {
    const relations = { changes: [{ passages: ['avant', 'p'] as const, enonces: [a, b] as const }], divergences: [] };
    expect(complete('?', { passages: [plain], relations }, say('bonjour', plain.enonce))).toEqual([
      'bonjour',
      'a',
      'b',
    ]);
  });

  it('puts a quotation after the rule, announced, wherever the draft had it', () => {
    const mot = offerCitation('mot', 0.5);
    const materials = { calculs: [a], citations: toCitations([mot]) };
    expect(complete('?', materials, say('bonjour', mot.enonce, a), [a])).toEqual([
      'bonjour',
      'a',
      'apres-regle',
      'mot',
    ]);
  });

  it('drops linking words when a quotation must come first', () => {
    const mot = offerCitation('mot', 0.9);
    const past = buildCandidate('passe', { statut: 'historique' }, { confidence: 0.7 });
    const materials = { passages: [past], citations: toCitations([mot]) };
    expect(complete('?', materials, say('jadis,', past.enonce, mot.enonce))).toEqual(['hors-regle', 'mot', 'passe']);
  });
});
