import { expect, it } from 'vitest';
import { findProperStems } from './find-proper-stems.ts';
import { createTokenizer } from './tokenize.ts';

const tokenizer = createTokenizer({ francais: ['le', 'la', 'de', 'où', 'est'], anglais: ['the'] });

it.each([
  ['Où est la Barbade ?', ['barbad']],
  ["Qui dirige l'ARS ?", ['ar']],
  ['Comment résilier ?', []],
  ['Bonjour. Comment résilier ?', []],
  ['la guerre de Cent-Ans', ['cent', 'an']],
  ['OÙ EST LA BARBADE', []],
  ['', []],
])('in « %s » are %j', (query, stems) => {
  expect([...findProperStems(query, tokenizer)]).toEqual(stems);
});
