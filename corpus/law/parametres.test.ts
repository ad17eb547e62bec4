import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadParametres } from '../load-parametres.ts';
import type { Parametre } from './parametre.ts';
import { assembleParametres } from './parametres.ts';

const loaded = loadParametres(join(import.meta.dirname, '..'));
const { autres, ...named } = loaded;
const files: readonly Parametre[] = [...Object.values(named), ...autres];

describe('assembleParametres', () => {
  it('finds every parameter that a calculator reads, whatever the order, and keeps the others apart', () => {
    const { autres: others, ...found } = assembleParametres([...files].reverse());
    expect(found).toEqual(named);
    expect(new Set(others)).toEqual(new Set(autres));
  });

  it.each(Object.values(named).map(({ id }) => id))('refuses to work without %s, and says which file to add', (id) => {
    expect(() => assembleParametres(files.filter((file) => file.id !== id))).toThrow(
      expect.objectContaining({
        code: 'ERR_PARAMETRE_ABSENT',
        message: expect.stringContaining(`« ${id} »`),
        remedy: expect.stringContaining(`${id}.yaml`),
      }),
    );
  });

  it('refuses a parameter of another type under the same name', () => {
    const wrong = files.map((file) => (file.id === 'pass' ? { ...loaded.dureeContrat, id: 'pass' } : file));
    expect(() => assembleParametres(wrong)).toThrow(expect.objectContaining({ code: 'ERR_PARAMETRE_ABSENT' }));
  });

  it('keeps no proposal among the parameters that make the law', () => {
    for (const parametre of Object.values(named)) {
      const statuts = 'valeurs' in parametre ? parametre.valeurs.map(({ statut }) => statut) : [];
      expect(statuts).not.toContain('proposition');
    }
  });
});
