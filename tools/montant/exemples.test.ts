import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Centimes } from '#corpus/law/euros.ts';
import { toNumeroTaille } from '../taille/compute-taille.ts';
import { loadExemples, loadTestParametres } from '../testing/load-exemples.ts';
import { findLectures } from './find-lectures.ts';

const Attendu = z.strictObject({
  /** Code of each meaning, its standing, its size; all of them, in order. */
  lectures: z.array(z.tuple([z.string(), z.string(), z.int().nullable()])).optional(),
  reason: z.string().optional(),
});

const parametres = loadTestParametres();
const exemples = loadExemples('montant', z.strictObject({ montant: Centimes }), Attendu);

describe('worked cases of an amount met somewhere', () => {
  it.each(exemples.map((exemple) => [`${exemple.reference} — ${exemple.titre}`, exemple] as const))(
    '%s',
    (_, { asOf, entree, attendu }) => {
      const outcome = findLectures(entree.montant, () => [], parametres, asOf);
      if (outcome.kind === 'not-covered') expect(outcome.reason.code).toBe(attendu.reason);
      else if (outcome.kind === 'computed') {
        const found = outcome.value.map(({ label, statut, taille }) => [
          label.code,
          statut,
          taille === null ? null : toNumeroTaille(taille),
        ]);
        expect(found).toEqual(attendu.lectures);
        for (const { references } of outcome.value) expect(references.length).toBeGreaterThan(0);
      } else throw new Error(`unexpected ${outcome.kind}`);
    },
  );
});
