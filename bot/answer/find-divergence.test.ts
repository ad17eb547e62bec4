import { describe, expect, it } from 'vitest';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import { createTokenizer } from '#corpus/retrieval/tokenize.ts';
import { createDivergenceFinder } from './find-divergence.ts';

const tokenizer = createTokenizer({
  francais: ['le', 'la', 'au', 'est', 'de', 'du', 'en', 'doit', 'avant'],
  anglais: ['the'],
});
const differ = createDivergenceFinder(tokenizer);

function build(id: string, corps: string, more: Partial<CorpusPassage> = {}): CorpusPassage {
  const texte = { id: `2024-${id}` };
  return { id, corps, statut: 'en-vigueur', themes: ['rapport-activite'], refs: [id], texte, ...more } as never;
}

const march = build('a', 'Le rapport d’activité est remis à la caisse dans les 3 mois après la fin de l’année.');
const may = 'Le rapport d’activité est remis à la caisse dans les 5 mois après la fin de l’année.';

describe('two passages diverge', () => {
  it('when they give another length of time for the same thing', () => {
    expect(differ(march, build('b', may))).toBe(true);
  });

  it.each([
    ['75 000 €', '80 000 €'],
    ['10 %', '15 %'],
    ['31 mars 2024', '30 avril 2024'],
    ['40 réunions', '60 réunions'],
  ])('on « %s » and « %s »', (one, other) => {
    const sentence = 'Le bureau de la communauté fixe sa cotisation et ses séances annuelles à ';
    expect(differ(build('a', `${sentence}${one}.`), build('b', `${sentence}${other}.`))).toBe(true);
    expect(differ(build('a', `${sentence}${one}.`), build('b', `${sentence}${one}.`))).toBe(false);
  });
});

describe('they do not', () => {
  it.each<[string, CorpusPassage]>([
    ['when they come from one source', build('b', may, { refs: march.refs })],
    ['when they are of one text', build('b', may, { texte: march.texte })],
    ['when each has a subject of its own', build('b', may, { themes: ['dialogue-gestion'] })],
    ['when one is a proposal', build('b', may, { statut: 'proposition' })],
    ['when one tells a gap', build('b', may, { statut: 'absent' })],
    ['when one says what replaces the other', build('b', may, { remplacePar: 'a' })],
    ['when they speak of other things', build('b', 'Le contrat d’accompagnement local dure 5 mois renouvelables.')],
  ])('%s', (_, other) => {
    expect(differ(march, other)).toBe(false);
  });

  it('when the two never held on the same day', () => {
    const old = { ...march, valideJusquau: '2022-03-30' } as CorpusPassage;
    const since = build('b', may, { valideDu: '2022-03-31' as never });
    expect(differ(old, since)).toBe(false);
    expect(differ(march, since)).toBe(true);
  });

  it.each([
    [
      'of two years',
      'En 2023, la caisse comptait 500 contrats signés.',
      'En 2024, la caisse comptait 600 contrats signés.',
    ],
    ['of two sizes', 'La taille 1 reçoit 50 000 € de la caisse.', 'La taille 2 reçoit 60 000 € de la caisse.'],
    ['of two avenants', 'L’avenant 1 ouvre une aide de 10 000 €.', 'L’avenant 2 ouvre une aide de 20 000 €.'],
  ])('when the values are those %s', (_, first, second) => {
    expect(differ(build('a', first), build('b', second))).toBe(false);
  });
});
