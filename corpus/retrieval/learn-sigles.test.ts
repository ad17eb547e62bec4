import { describe, expect, it } from 'vitest';
import { learnSigles } from './learn-sigles.ts';
import { createTokenizer } from './tokenize.ts';

const tokenizer = createTokenizer({ francais: ['le', 'la', 'les', 'de', 'des', 'un', 'et', 'à'], anglais: ['the'] });

describe('learnSigles', () => {
  it.each([
    ['initials before', ['Le fonds social européen (FSE) paie.'], [['fse', 'fonds social européen']]],
    ['initials after', ['Le FSE (fonds social européen, créé ici) paie.'], [['fse', 'fonds social européen']]],
    ['no more words than letters', ['Demander au fonds social européen (FSE).'], [['fse', 'fonds social européen']]],
    ['accents', ["L'équipe éducative (EE) se réunit."], [['ee', 'équipe éducative']]],
    [
      'words that several texts agree on',
      [
        'Un délégué à la protection des données (DPO) est nommé.',
        'Écrivez au délégué à la protection des données (DPO).',
        'Le délégué à la protection des données (DPO) répond.',
      ],
      [['dpo', 'délégué protection données']],
    ],
    ['not words of one text alone', ['La règle générale vaut ici (RSA).'], []],
    ['not a year, nor a word in brackets', ['Une loi (2019) et une aide (sociale).'], []],
    ['nothing', [''], []],
  ])('reads %s', (_, texts, expected) => {
    expect(learnSigles(texts, tokenizer).map(({ sigle, developpe }) => [sigle, developpe])).toEqual(expected);
  });
});
