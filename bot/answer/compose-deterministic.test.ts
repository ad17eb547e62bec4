import { describe, expect, it } from 'vitest';
import { buildCandidate, buildEnonce, buildMaterials } from '../testing/build-materials.ts';
import type { Materials } from './compose.ts';
import { createDeterministicComposer } from './compose-deterministic.ts';

const composer = createDeterministicComposer();
const CLAIM = 'J’ai lu que le plafond est de 360 000 €, c’est vrai ?';

/** Ids of what is said, in order. */
async function compose(text: string, materials: Partial<Materials>): Promise<readonly string[]> {
  const segments = await composer.compose(buildMaterials(text, materials));
  return segments.map((segment) => (segment.type === 'enonce' ? segment.enonce.id : 'liaison'));
}

describe('the deterministic composer', () => {
  it('tells before and since in place of the rule that changed, and nothing twice', async () => {
    const passages = [buildCandidate('autre'), buildCandidate('regle')];
    const enonces = ['avant', 'ancien', 'depuis', 'regle'].map((id) => buildEnonce(id));
    const relations = { changes: [{ passages: ['ancien', 'regle'] as const, enonces }], divergences: [] };
    const said = await compose('que dit la loi ?', { passages, relations });
    expect(said).toEqual(['avant', 'ancien', 'depuis', 'regle', 'autre']);
  });

  it('tells both sides of a contradiction, even when they are worded alike', async () => {
    const passages = [buildCandidate('un'), buildCandidate('deux')];
    const enonces = ['divergent', 'un', 'deux'].map((id) => buildEnonce(id));
    const relations = { changes: [], divergences: [{ passages: ['un', 'deux'] as const, enonces }] };
    const said = await compose('que dit la loi ?', { passages, relations, isSimilar: () => true });
    expect(said).toEqual(['divergent', 'un', 'deux']);
  });

  it('says what was computed first, then one passage that speaks of the same thing', async () => {
    const calculs = [buildEnonce('enonce-plafond'), buildEnonce('enonce-plafond-avant', 'expire')];
    const passages = [buildCandidate('p1'), buildCandidate('p2')];
    expect(await compose('plafond taille 1 ?', { calculs, passages })).toEqual([
      'enonce-plafond',
      'enonce-plafond-avant',
      'p1',
    ]);
  });

  it('answers with passages alone when nothing is computed, three at most', async () => {
    const passages = ['p1', 'p2', 'p3', 'p4'].map((id) => buildCandidate(id));
    expect(await compose('que dit la loi ?', { passages })).toEqual(['p1', 'p2', 'p3']);
  });

  it('leaves out passages far below the best one, and those that hardly speak of the question', async () => {
    const passages = [
      buildCandidate('p1'),
      buildCandidate('loin', {}, { score: 1 }),
      buildCandidate('vague', {}, { confidence: 0.05, themes: [], coverage: 0 }),
    ];
    expect(await compose('que dit la loi ?', { passages })).toEqual(['p1']);
  });

  it('says nothing rather than something beside the question', async () => {
    const passages = [buildCandidate('vague', {}, { confidence: 0.1, themes: [], coverage: 0 })];
    expect(await compose('quel temps fait-il ?', { passages })).toEqual([]);
  });

  it('says no to a proposal taken for the law, tells it, then what holds instead', async () => {
    const passages = [buildCandidate('projet', { statut: 'proposition' }, { past: true, sharedFigures: 1 })];
    const findReplacement = () => buildEnonce('regle');
    expect(await compose(CLAIM, { passages, findReplacement })).toEqual(['enonce-pas-en-vigueur', 'projet', 'regle']);
  });

  it('does not say no when history is asked: a proposal is then the answer, still with what holds', async () => {
    const passages = [buildCandidate('projet', { statut: 'proposition' }, { past: true, sharedFigures: 1 })];
    const findReplacement = () => buildEnonce('regle');
    const said = await compose('Qui avait proposé un plafond de 360 000 € ?', { passages, findReplacement });
    expect(said).toEqual(['projet', 'regle']);
  });

  it('tells an expired rule alone when the past is asked', async () => {
    const passages = [buildCandidate('ancien', { statut: 'expire' }, { past: true })];
    const findReplacement = () => buildEnonce('regle');
    expect(await compose('Quel était le plafond à l’époque ?', { passages, findReplacement })).toEqual(['ancien']);
    expect(await compose('Quel est le plafond ?', { passages, findReplacement })).toEqual(['ancien', 'regle']);
  });

  it('tells a gap first, then at most two passages', async () => {
    const calculs = [buildEnonce('enonce-plafond-inconnu', 'absent')];
    const passages = ['p1', 'p2', 'p3'].map((id) => buildCandidate(id));
    expect(await compose('plafond taille 2 ?', { calculs, passages })).toEqual(['enonce-plafond-inconnu', 'p1', 'p2']);
  });

  it('says once what two passages say', async () => {
    const passages = [buildCandidate('p1'), buildCandidate('p1-bis'), buildCandidate('p2')];
    const isSimilar: Materials['isSimilar'] = (a, b) => a.id.startsWith('p1') && b.id.startsWith('p1');
    expect(await compose('que dit la loi ?', { passages, isSimilar })).toEqual(['p1', 'p2']);
  });

  it('does not repeat the passage that a computed claim already cites', async () => {
    const references = [{ texte: '2019-06-20-aci', refs: ['S2'], passage: 'p1' }];
    const calculs = [buildEnonce('enonce-plafond', 'en-vigueur', { references: references as never })];
    const passages = [buildCandidate('p1'), buildCandidate('p2')];
    expect(await compose('plafond taille 1 ?', { calculs, passages })).toEqual(['enonce-plafond', 'p2']);
  });

  it('drops an amount that nobody knows when something else answers, and says it otherwise', async () => {
    const unknown = buildEnonce('enonce-montant-inconnu', 'absent');
    const calculs = [unknown, buildEnonce('enonce-plafond')];
    expect(await compose('plafond ?', { calculs })).toEqual(['enonce-plafond']);
    expect(await compose('123 456 € ?', { calculs: [unknown] })).toEqual(['enonce-montant-inconnu']);
  });

  it('puts first the passage that quotes the asker’s figures', async () => {
    const quoted = buildCandidate('lu', { statut: 'proposition' }, { past: true, sharedFigures: 2, score: 9.5 });
    const passages = [buildCandidate('p1'), quoted];
    expect((await compose('112 500 € et 131 250 € proposés ?', { passages }))[0]).toBe('lu');
  });

  it('composes the same materials the same way, and without any linking words', async () => {
    const materials = { passages: [buildCandidate('p1'), buildCandidate('p2')] };
    const said = await compose('que dit la loi ?', materials);
    expect(await compose('que dit la loi ?', materials)).toEqual(said);
    expect(said).not.toContain('liaison');
  });
});
