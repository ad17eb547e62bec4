import { describe, expect, it } from 'vitest';
import { countResults, listFallen, toPercent } from './bilan.ts';
import { loadReperes } from './reperes.ts';
import { createResultat } from './testing/create-resultat.ts';

const fault = { note: 'faits', message: "n'est pas dit : ARS" } as const;

describe('countResults', () => {
  const bilan = countResults([
    createResultat({ categorie: 'taille' }),
    createResultat({ categorie: 'taille', fautes: [fault], ms: 30 }),
    createResultat({ categorie: 'injection', kind: ['refused'], fautes: [{ note: 'genre', message: 'answered' }] }),
    createResultat({ categorie: 'contrat', instables: [] }),
    createResultat({ categorie: 'contrat', instables: [{ texte: 'autrement', message: 'refused' }] }),
  ]);

  it('counts right answers, all and by category', () => {
    expect(bilan).toMatchObject({ justes: 3, posees: 5 });
    expect(bilan.categories).toEqual({
      contrat: { justes: 2, posees: 2 },
      injection: { justes: 0, posees: 1 },
      taille: { justes: 1, posees: 2 },
    });
  });

  it('counts what each scorer saw, refusals, and wordings', () => {
    expect(bilan.notes.faits).toEqual({ justes: 4, posees: 5 });
    expect(bilan.notes.chiffres).toEqual({ justes: 5, posees: 5 });
    expect(bilan.refus).toEqual({ justes: 0, posees: 1 });
    expect(bilan.reformulations).toEqual({ justes: 1, posees: 2 });
    expect(bilan.ms).toEqual({ p50: 10, p99: 30 });
  });
});

describe('listFallen', () => {
  const kept = {
    quand: '2026-11-22',
    justes: 9,
    posees: 10,
    categories: { taille: { justes: 9, posees: 10 } },
    reformulations: { justes: 1, posees: 2 },
  };
  const same = { justes: 1, posees: 2 };

  it.each([
    ['the same share', { taille: { justes: 18, posees: 20 } }, same, []],
    ['less', { taille: { justes: 17, posees: 20 } }, same, ['taille']],
    ['more', { taille: { justes: 20, posees: 20 } }, same, []],
    ['a category that was not kept', { neuve: { justes: 0, posees: 4 } }, same, []],
    ['less stable wordings', {}, { justes: 0, posees: 2 }, ['reformulations']],
  ])('names the categories of %s', (_, categories, reformulations, fallen) => {
    expect(listFallen({ categories: categories as never, reformulations }, kept)).toEqual(fallen);
  });

  it('counts nothing asked as all right', () => {
    expect(toPercent({ justes: 0, posees: 0 })).toBe(100);
  });
});

describe('the kept runs', () => {
  it('are read, and the kept one is no worse than the first', () => {
    const { premier, garde } = loadReperes('deterministe');
    expect(garde && toPercent(garde)).toBeGreaterThanOrEqual(toPercent(premier));
  });
});
