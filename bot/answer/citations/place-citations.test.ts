import { describe, expect, it } from 'vitest';
import { offerCitation, toCitations } from '#bot/testing/build-citations.ts';
import { buildCandidate, buildEnonce, buildMaterials } from '#bot/testing/build-materials.ts';
import { FIRST_DAY } from '#corpus/law/calendar-date.ts';
import type { Materials } from '../compose.ts';
import { licenseText } from '../license-text.ts';
import type { CitationOfferte, Citations } from './citations.ts';
import { placeCitations } from './place-citations.ts';

const TEXT = 'Que dit-on du plafond des CPTS ?';

function place(
  chosen: Parameters<typeof placeCitations>[0],
  citations: Citations | undefined,
  more: Partial<Materials> = {},
): readonly string[] {
  return placeCitations(chosen, buildMaterials(TEXT, { citations, ...more })).map(({ id }) => id);
}

const rule = buildEnonce('regle');
const candidate = buildCandidate('passe', { statut: 'historique' }, { confidence: 0.5 });
const past = candidate.enonce;

describe('quotations', () => {
  it('change nothing when there are none, or when none is sure', () => {
    expect(place([rule], undefined)).toEqual(['regle']);
    expect(place([], toCitations([offerCitation('mot', 0.2)]))).toEqual([]);
  });

  it('come after the rule, said to be no rule', () => {
    expect(place([rule], toCitations([offerCitation('mot', 0.9)]))).toEqual(['regle', 'apres-regle', 'mot']);
  });

  it('stay away from a computed rule unless they are very sure or asked for', () => {
    expect(place([rule], toCitations([offerCitation('mot', 0.7)]))).toEqual(['regle']);
    expect(place([rule], toCitations([offerCitation('mot', 0.7)], true))).toEqual(['regle', 'apres-regle', 'mot']);
    expect(place([rule], toCitations([offerCitation('mot', 0.7, { nommee: true })]))).toEqual([
      'regle',
      'apres-regle',
      'mot',
    ]);
  });

  it('come after the rule too when somebody who read them picked them, however sure', () => {
    const doubtful = offerCitation('mot', 0.5);
    const materials = buildMaterials(TEXT, { citations: toCitations([offerCitation('autre', 0.9), doubtful]) });
    expect(placeCitations([rule], materials, [doubtful.enonce]).map(({ id }) => id)).toEqual([
      'regle',
      'apres-regle',
      'mot',
    ]);
  });

  it('are not told beside a rule that says the same, unless they are asked for', () => {
    const isSimilar = () => true;
    expect(place([rule], toCitations([offerCitation('mot', 0.9)]), { isSimilar })).toEqual(['regle']);
    expect(place([rule], toCitations([offerCitation('mot', 0.9)], true), { isSimilar })).toContain('mot');
  });

  it('say that the figures differ, when none of one kind is shared', () => {
    const write = (text: string) =>
      licenseText(text, 'p', FIRST_DAY, { statut: null, confiance: null, references: [] });
    const quote = (text: string) =>
      offerCitation('mot', 0.9, { enonce: buildEnonce('mot', 'historique', { text: write(text) }) });
    const told = buildEnonce('regle', 'en-vigueur', { text: write('Le total est de 50 000 € dès le 3 mai 2021.') });
    expect(place([told], toCitations([quote('On parle de 60 000 euros.')]))).toContain('differe');
    expect(place([told], toCitations([quote('On passe de 50 000 à 60 000 euros.')]))).not.toContain('differe');
    expect(place([told], toCitations([quote('Cela date du 4 avril 2018.')]))).not.toContain('differe');
  });

  it('come first, and say so, when nothing in force answers; a second one when it is nearly as sure', () => {
    const two = [offerCitation('mot', 0.9), offerCitation('autre', 0.85), offerCitation('encore', 0.84)];
    expect(place([], toCitations(two))).toEqual(['hors-regle', 'mot', 'autre']);
    expect(place([], toCitations([offerCitation('mot', 0.9), offerCitation('loin', 0.6)]))).toEqual([
      'hors-regle',
      'mot',
    ]);
  });

  it('say that the person gave them as in force, and not that nothing is', () => {
    const document = { passage: { statut: 'en-vigueur' } } as unknown as CitationOfferte['document'];
    expect(place([], toCitations([offerCitation('mot', 0.9, { document })]))).toEqual(['donnee', 'mot']);
  });

  it('come before what is told of the past, or after what is closer to the question', () => {
    const passages = [candidate];
    expect(place([past], toCitations([offerCitation('mot', 0.6)]), { passages })).toEqual([
      'hors-regle',
      'mot',
      'passe',
    ]);
    expect(place([past], toCitations([offerCitation('mot', 0.46)]), { passages })).toEqual(['passe', 'aussi', 'mot']);
    expect(place([past], toCitations([offerCitation('mot', 0.9)]), { passages })).toEqual(['hors-regle', 'mot']);
  });

  it('come after what the corpus says it lacks, when they are sure enough', () => {
    const gap = buildEnonce('lacune', 'absent');
    expect(place([gap], toCitations([offerCitation('mot', 0.7)]))).toEqual(['lacune', 'hors-regle', 'mot']);
    expect(place([gap], toCitations([offerCitation('mot', 0.5)]))).toEqual(['lacune']);
  });

  it('leave a tool that waits for a fact to ask for it, unless they are sure', () => {
    expect(place([], toCitations([offerCitation('mot', 0.6)]), { waits: true })).toEqual([]);
    expect(place([], toCitations([offerCitation('mot', 0.7)]), { waits: true })).toEqual(['hors-regle', 'mot']);
  });

  it('are after a rule that held on the day asked about, though it has ended since', () => {
    const held = buildCandidate('alors', { statut: 'expire' }, { past: false });
    const over = buildCandidate('passee', { statut: 'expire' }, { past: true, confidence: 0.5 });
    const [mot] = [offerCitation('mot', 0.9)];
    expect(place([held.enonce], toCitations([mot]), { passages: [held] })[0]).toBe('alors');
    expect(place([over.enonce], toCitations([mot]), { passages: [over] })[0]).toBe('hors-regle');
  });
});
