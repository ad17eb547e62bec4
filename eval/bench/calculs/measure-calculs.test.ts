import { describe, expect, it } from 'vitest';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toEuros } from '#corpus/law/euros.ts';
import { computeFinancement } from '#tools/financement/compute-financement.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import { loadTestParametres } from '#tools/testing/load-exemples.ts';
import { drawInputs } from './draw-inputs.ts';
import { computeTailleEtFonctionnement, createPublicodes, measureCalculs, toContrat } from './measure-calculs.ts';

const parametres = loadTestParametres();

describe('the inputs of the bench', () => {
  it('are distinct, can all be computed, and are the same for the same seed', () => {
    const inputs = drawInputs(500, 1, parametres);
    expect(new Set(inputs.map((input) => JSON.stringify(input))).size).toBe(500);
    expect(drawInputs(500, 1, parametres)).toEqual(inputs);
    expect(drawInputs(500, 2, parametres)).not.toEqual(inputs);
    const kinds = inputs.map((input) => computeFinancement(input, parametres, CalendarDate.parse('2026-11-21')).kind);
    expect(new Set(kinds)).toEqual(new Set(['computed', 'ambiguous']));
  });
});

describe('the rules written for publicodes', () => {
  it('say what the calculator says', () => {
    const evaluate = createPublicodes();
    for (let index = 0; index < 200; index += 1) {
      const contrat = toContrat(index);
      const [value] = computeTailleEtFonctionnement(contrat, parametres);
      if (!value) throw new Error(`no value at ${index}`);
      const paid = value.versements.map(({ montant }) => toEuros(montant));
      const due = value.lignes.map(({ montant }) => toEuros(montant));
      const expected = [toNumeroTaille(value.taille), due[0], paid[0], paid[1] ?? 0];
      expect(evaluate(contrat)).toEqual(expected);
      expect(value.lignes[0]?.etapes).toHaveLength(1);
    }
  });
});

describe('measureCalculs', () => {
  it('gives a figure, its unit and its floor for each measure', () => {
    const figures = measureCalculs(1);
    expect(figures.map(({ name }) => name)).toEqual([
      'financement-per-second',
      'taille-fonctionnement-per-second',
      'publicodes-per-second',
      'times-publicodes',
    ]);
    for (const { value, limit, ok } of figures) {
      expect(value).toBeGreaterThan(0);
      expect(ok).toBe(limit === null ? null : value >= limit);
    }
  });
});
