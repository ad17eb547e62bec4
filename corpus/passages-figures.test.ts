import { describe, expect, it } from 'vitest';
import { FIRST_DAY } from './law/calendar-date.ts';
import { toEuros } from './law/euros.ts';
import { findFigures } from './law/find-figures.ts';
import { type ReadFigure, readFigures } from './law/read-figures.ts';
import { loadParametres } from './load-parametres.ts';
import { CORPUS_ROOT, loadTestCorpus } from './testing/load-test-corpus.ts';

/** What stands inside a figure's place without being part of its value. */
const JOINTS: Readonly<Record<string, string>> = {
  L: 'letter of an article of law: « L1434-12 »',
  de: 'between two figures side by side: « 85 % de janvier 2024 »',
  quinquennat: 'a term of office; the detector sees the five years in it',
};

/** Amounts said in force by a passage that no parameter in force holds, with the reason. */
const AMOUNTS_ELSEWHERE: Readonly<Record<number, string>> = {};

const { passages } = loadTestCorpus();

describe('the figures of a passage', () => {
  it.each(passages)('$id: every figure that the gate sees is read with its value', ({ titre, corps }) => {
    expect([...listUnread(titre), ...listUnread(corps)].filter((word) => !(word in JOINTS))).toEqual([]);
  });

  it('are compared word by word: what no reading covers is found', () => {
    expect(listUnread('au cours du quinquennat, 75 000 €')).toEqual(['quinquennat']);
    expect(listUnread('l’article L1434-12')).toEqual(['L']);
    expect(passages.flatMap(({ corps }) => findFigures(corps)).length).toBeGreaterThan(800);
  });

  it('are exceptions no longer needed when no passage shows them', () => {
    const unread = new Set(passages.flatMap(({ titre, corps }) => [...listUnread(titre), ...listUnread(corps)]));
    expect(Object.keys(JOINTS).filter((word) => !unread.has(word))).toEqual([]);
  });
});

describe('an amount said in force', () => {
  const known = listAmountsInForce();
  const said = passages
    .filter(({ statut }) => statut === 'en-vigueur')
    .flatMap(({ id, titre, corps }) => listAmounts(`${titre}. ${corps}`).map((euros) => ({ id, euros })));

  it('stands in the parameters, or in the list of those that stand elsewhere', () => {
    expect(said.length).toBeGreaterThan(15);
    expect(said.filter(({ euros }) => !known.has(euros) && !(euros in AMOUNTS_ELSEWHERE))).toEqual([]);
  });

  it('is never one of a proposal only', () => {
    // 112 500 € is what was offered in September 2020 to size 3, and never granted.
    expect(known.has(112_500)).toBe(false);
    expect(known.has(75_000)).toBe(true);
  });
});

/** Words and numbers inside the detector's places that no read figure covers. */
function listUnread(text: string): readonly string[] {
  const read = readFigures(text, FIRST_DAY);
  return findFigures(text).flatMap(({ start, end }) => {
    const inside = read.filter((figure) => figure.start < end && figure.end > start);
    const masked = [...text.slice(start, end)].map((sign, at) => (isCovered(inside, start + at) ? ' ' : sign)).join('');
    return masked.match(/[\p{L}\p{N}]+/gu) ?? [];
  });
}

function isCovered(figures: readonly ReadFigure[], position: number): boolean {
  return figures.some(({ start, end }) => start <= position && position < end);
}

function listAmounts(text: string): readonly number[] {
  return readFigures(text, FIRST_DAY).flatMap((figure) => (figure.kind === 'amount' ? [figure.euros] : []));
}

/** Euros of every parameter in force. */
function listAmountsInForce(): ReadonlySet<number> {
  const { fonctionnement, complement, plafonds, pass } = loadParametres(CORPUS_ROOT);
  const dated = [...fonctionnement.valeurs, ...plafonds.valeurs].filter(({ statut }) => statut === 'en-vigueur');
  const tables = [...dated.map(({ valeur }) => valeur.montants), complement.montants, pass.annees];
  return new Set(
    tables.flatMap((table) => Object.values(table).flatMap((amount) => (amount === null ? [] : [toEuros(amount)]))),
  );
}
