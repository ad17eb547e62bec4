import { describe, expect, it } from 'vitest';
import { findFigures } from '#corpus/law/find-figures.ts';
import { buildCandidate, buildEnonce, buildMaterials } from '../testing/build-materials.ts';
import type { Segment } from './compose.ts';
import type { Enonce } from './enonce.ts';
import { ground } from './ground.ts';

const tool = buildEnonce('enonce-plafond');
const passage = buildCandidate('qdm2112-plafond');
const replacement = buildEnonce('regle-actuelle');
const materials = buildMaterials('plafond taille 1 ?', {
  calculs: [tool],
  passages: [passage],
  // Made anew at each call, as the pipeline does.
  findReplacement: () => ({ ...replacement }),
});

const { motifs } = materials.openLiaisons();

function say(enonce: Enonce): Segment {
  return { type: 'enonce', enonce };
}

function link(words: string): Segment {
  return { type: 'liaison', words };
}

describe('ground', () => {
  it.each<[string, readonly Segment[]]>([
    ['nothing', []],
    ['a claim of a tool', [say(tool)]],
    ['a passage found', [say(passage.enonce)]],
    ['what holds instead of a passage found', [say({ ...replacement })]],
    ['« Non, ce n’est pas la règle en vigueur. »', [say(materials.notInForce), say(tool)]],
    ['linking words', [link('Pour commencer,'), say(tool), link('En revanche,'), say(passage.enonce)]],
  ])('accepts %s', (_, segments) => {
    expect(ground(segments, materials)).toEqual([]);
  });

  it.each<[string, Segment]>([
    ['a claim that was not offered', say(buildEnonce('invente'))],
    ['a copy of a claim with other words', say({ ...tool, text: ['Le plafond est illimité.'] })],
    ['a replacement with other words', say({ ...replacement, text: ['Le plafond est illimité.'] })],
  ])('rejects %s', (_, segment) => {
    expect(ground([say(tool), segment], materials)).toEqual([motifs.enonce]);
  });

  it.each([
    'soit 12 000 €',
    'douze mille',
    'la moitié',
    'dès le premier jour',
    'en mars',
    'un mois plus tard',
    'II',
    '½',
  ])('rejects linking words that hold a figure: %s', (words) => {
    expect(ground([link(words)], materials)).toContain(motifs.chiffre);
  });

  it.each(['en-vigueur', 'expire', 'proposition', 'historique', 'releve-local'] as const)(
    'rejects a claim of statut %s without a source',
    (statut) => {
      const bare = { ...tool, statut, references: [] };
      const offered = buildMaterials('plafond ?', { calculs: [bare] });
      expect(ground([say(bare)], offered)).toEqual([motifs.source]);
    },
  );

  it.each(['absent', 'deduit', null] as const)('asks no source of statut %s', (statut) => {
    const bare = { ...tool, statut, references: [] };
    expect(ground([say(bare)], buildMaterials('plafond ?', { calculs: [bare] }))).toEqual([]);
  });

  it('tells every problem, once', () => {
    const problems = ground([link('deux fois'), link('trois fois'), say(tool), say(buildEnonce('invente'))], materials);
    expect(problems).toEqual([motifs.enonce, motifs.chiffre]);
  });

  it('opens the words only for a draft that has some', () => {
    const closed = { ...materials, openLiaisons: () => expect.fail('opened') };
    expect(ground([say(tool)], closed)).toEqual([]);
  });

  it('gives reasons without any figure', () => {
    expect(Object.values(motifs).filter((motif) => findFigures(motif).length > 0)).toEqual([]);
  });
});
