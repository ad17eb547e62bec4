import { expect, it } from 'vitest';
import { findArticle } from './find-article.ts';

it.each([
  ['Article 8', { nom: 'Article 8', reste: '' }],
  ['Article 8 — Durée du contrat', { nom: 'Article 8', reste: 'Durée du contrat' }],
  ['ARTICLE 12.3 : Suivi', { nom: 'ARTICLE 12.3', reste: 'Suivi' }],
  ['Article premier', { nom: 'Article premier', reste: '' }],
  ['Art. L. 1434-12. – Les communautés', { nom: 'Art. L. 1434-12', reste: 'Les communautés' }],
  ['Article 3 bis', { nom: 'Article 3 bis', reste: '' }],
  ['Annexe II', { nom: 'Annexe II', reste: '' }],
])('reads %j', (line, expected) => {
  expect(findArticle(line)).toEqual(expected);
});

it.each([
  "l'article 8 prévoit une avance",
  'article 8 du contrat',
  'Article 8 du présent contrat, qui en fixe la durée',
  'Article réservé aux abonnés',
  'Articles de bureau',
  'Annexe au rapport',
])('opens no article with %j', (line) => {
  expect(findArticle(line)).toBeUndefined();
});
