import { describe, expect, it } from 'vitest';
import { createQueryExpander } from './expand-query.ts';
import { buildIndexData } from './index-data.ts';
import { openLexicalIndex } from './lexical-index.ts';
import type { Lexique } from './lexique.ts';
import { createTokenizer } from './tokenize.ts';

const lexique: Lexique = {
  motsVides: {
    francais: ['le', 'la', 'de', 'des', 'sous', 'non', 'dans', 'est', 'quoi', 'combien', 'il'],
    anglais: ['the'],
  },
  abreviations: {
    sigles: [{ sigle: 'SNP', developpe: ['soins non programmés'] }],
    familier: [
      { ecrit: ['c koi'], lire: "c'est quoi" },
      { ecrit: ['cb'], lire: 'combien' },
      { ecrit: ['ds'], lire: 'dans' },
    ],
  },
  synonymes: {
    courants: [
      { mots: ['toubib'], vers: ['médecin'] },
      { mots: ['des sous', 'fric'], vers: ['financement'] },
      { mots: ['argent'], vers: ['financement'] },
    ],
    anglais: [{ mots: ['funding'], vers: ['financement'] }],
  },
};
const tokenizer = createTokenizer(lexique.motsVides);

function expanderOver(corps: string, isKnown?: (word: string) => boolean) {
  const lexical = openLexicalIndex(buildIndexData([{ id: 'a', titre: 'Titre', corps }], tokenizer));
  return createQueryExpander({ lexique, tokenizer, lexical, ...(isKnown && { isKnown }) });
}

function termsOf(query: string, corps: string): Record<string, number> {
  return Object.fromEntries(
    expanderOver(corps)(query).terms.map(({ stem, weight }) => [stem, Number(weight.toFixed(3))]),
  );
}

describe('createQueryExpander', () => {
  it('keeps the words of the question that the documents use, at full weight', () => {
    expect(termsOf('le médecin des villes', 'Un médecin de ville.')).toEqual({ medecin: 1, vill: 1 });
  });

  it('reads an acronym in full, and back', () => {
    const halved = Number(Math.SQRT1_2.toFixed(3));
    // Each of the two words of the full form weighs 1 ÷ √2 = 0,707; back, 0,5 because the documents use the words too.
    expect(termsOf('SNP', 'Des soins programmés.')).toEqual({ soin: halved, programm: halved });
    expect(termsOf('soins non programmés', 'La SNP et les soins programmés.')).toEqual({
      soin: 1,
      programm: 1,
      snp: 0.5,
    });
  });

  it.each([
    ['toubib', 'Un médecin.', { medecin: 0.8 }],
    ['il a des sous', 'Le financement.', { financ: 0.8 }],
    ['the funding', 'Le financement.', { financ: 0.8 }],
    ['argent', "Le financement ; l'argent.", { argent: 1, financ: 0.3 }],
  ])('reads « %s » with the words of the documents', (query, corps, expected) => {
    expect(termsOf(query, corps)).toEqual(expected);
  });

  it.each([
    ['amorsage', { amorcag: 0.7 }],
    ['amorcage', { amorcag: 1 }],
    ['finencemant', { financ: 0.5 }],
  ])('finds the word behind « %s »', (query, expected) => {
    expect(termsOf(query, "L'amorçage et le financement.")).toEqual(expected);
  });

  it('takes no known word for a misspelling', () => {
    const query = expanderOver('La carte des soins.', (word) => word === 'carie')('carie');
    expect(query.terms).toEqual([]);
  });

  it('reads the spellings of text messages, unless the documents use them', () => {
    const { groups } = expanderOver('Le rôle.')('c koi le role ds la cb');
    expect(groups.map(({ own }) => own?.word)).toEqual(['role']);
    expect(termsOf('cb', 'Payer par CB.')).toEqual({ cb: 1 });
  });

  it('reads a compound also in one word', () => {
    expect(termsOf('pluri-professionnel', 'Une équipe pluriprofessionnelle.')).toEqual({ pluriprofessionnel: 1 });
  });

  it('gives the vector views what an unknown word stands for', () => {
    const expand = expanderOver('Un médecin, une mission, le financement.', (word) => word !== 'toubib');
    expect(expand('le toubib et sa mission').text).toBe('médecin et sa mission');
  });

  it('has nothing to look for in a question of empty words', () => {
    const { groups, terms, text } = expanderOver('Un médecin.')('combien ?');
    expect({ groups, terms, text }).toEqual({ groups: [], terms: [], text: '' });
  });
});
