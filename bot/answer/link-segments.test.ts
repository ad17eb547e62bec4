import { describe, expect, it } from 'vitest';
import { buildEnonce } from '../testing/build-materials.ts';
import { loadTestAssembly } from '../testing/load-test-assembly.ts';
import type { Segment } from './compose.ts';
import { linkSegments } from './link-segments.ts';
import type { Situation } from './situate/situation.ts';

const { isSmallWord } = loadTestAssembly().pipeline.comprehension;

/** The lines that a reader sees, no-break spaces made plain. */
function link(lang: 'fr' | 'en', ...pieces: readonly (string | { readonly said: string })[]): readonly string[] {
  const segments = pieces.map(
    (piece): Segment =>
      typeof piece === 'string'
        ? { type: 'liaison', words: piece }
        : { type: 'enonce', enonce: buildEnonce('x', 'en-vigueur', { text: [piece.said] }) },
  );
  const linked = linkSegments(segments, { lang } as Situation, isSmallWord);
  return linked
    .flatMap(({ enonce, before, after }) => [
      [before, ...enonce.text].filter(Boolean).join(' '),
      ...(after ? [after] : []),
    ])
    .map((line) => line.replace(/[\u00a0\u202f]/g, ' ').replace(/’/g, "'"));
}

const said = (words: string) => ({ said: words });
const RULE = said('Le montant est fixé.');

describe('linkSegments', () => {
  it.each([
    [['voici la règle :', RULE], ['Voici la règle : le montant est fixé.']],
    [['voici la règle', RULE], ['Voici la règle le montant est fixé.']],
    [['bonjour et merci.', RULE], ['Bonjour et merci. Le montant est fixé.']],
    [['bonjour !', 'voici la règle:', RULE], ['Bonjour ! Voici la règle : le montant est fixé.']],
    [
      [RULE, ', par ailleurs,', RULE],
      ['Le montant est fixé.', 'Par ailleurs, le montant est fixé.'],
    ],
    [
      [RULE, '. ... ', RULE],
      ['Le montant est fixé.', 'Le montant est fixé.'],
    ],
    [
      [RULE, 'bien à vous'],
      ['Le montant est fixé.', 'Bien à vous.'],
    ],
    [
      [RULE, 'à noter,'],
      ['Le montant est fixé.', 'À noter.'],
    ],
    [
      [RULE, 'puis-je vous aider ?'],
      ['Le montant est fixé.', 'Puis-je vous aider ?'],
    ],
    [['en  bref ,\n', RULE], ['En bref, le montant est fixé.']],
    [['en bref, , :', RULE], ['En bref, le montant est fixé.']],
    [['   ', RULE, ''], ['Le montant est fixé.']],
    // A name keeps its capital, a small word or an elided one loses it.
    [['en bref,', said('CPTS : le sigle.')], ['En bref, CPTS : le sigle.']],
    [['en bref,', said('Emmanuel a parlé.')], ['En bref, Emmanuel a parlé.']],
    [['en bref,', said("L'avenant existe.")], ["En bref, l'avenant existe."]],
    [['en bref,', said('Avec lui, tout va.')], ['En bref, avec lui, tout va.']],
  ])('%j', (pieces, lines) => {
    expect(link('fr', ...pieces)).toEqual(lines);
  });

  it('writes English as English is written', () => {
    expect(link('en', 'here is the rule:', said('The amount is fixed.'), 'anything else?')).toEqual([
      'Here is the rule: the amount is fixed.',
      'Anything else?',
    ]);
  });

  it('says nothing when there is no énoncé', () => {
    expect(link('fr', 'bonjour')).toEqual([]);
  });
});
