import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadExemples, loadTestParametres } from '../testing/load-exemples.ts';
import { checkPopulation } from './check-population.ts';
import { computeTaille, type TailleTrouvee, toNumeroTaille } from './compute-taille.ts';

const Entree = z.strictObject({ population: z.int() });
const Attendu = z.strictObject({
  kind: z.enum(['computed', 'ambiguous', 'not-covered']),
  taille: z.union([z.int(), z.array(z.int())]).optional(),
  de: z.int().optional(),
  a: z.int().nullable().optional(),
  confiance: z.string().optional(),
  hypotheses: z.array(z.string()).default([]),
  reason: z.string().optional(),
});

const parametres = loadTestParametres();
const exemples = loadExemples('taille', Entree, Attendu);

describe('worked cases of the sizes', () => {
  it.each(exemples.map((exemple) => [`${exemple.reference} — ${exemple.titre}`, exemple] as const))(
    '%s',
    (_, exemple) => {
      const { asOf, entree, attendu } = exemple;
      expect(checkPopulation(entree.population)).toBeUndefined();
      const outcome = computeTaille(entree.population, parametres, asOf);
      expect({ kind: outcome.kind, asOf: outcome.asOf }).toEqual({ kind: attendu.kind, asOf });
      if (outcome.kind === 'not-covered') {
        expect(outcome.reason.code).toBe(attendu.reason);
        expect(outcome.references.map(({ texte }) => texte)).toEqual(['2019-06-20-aci']);
        return;
      }
      if (outcome.kind !== 'computed' && outcome.kind !== 'ambiguous') throw new Error(`unexpected ${outcome.kind}`);
      const found: readonly TailleTrouvee[] =
        outcome.kind === 'computed' ? [outcome.value] : outcome.readings.map(({ value }) => value);
      expect(found.map(({ taille }) => toNumeroTaille(taille))).toEqual([attendu.taille].flat());
      expect(outcome.hypotheses.map(({ code }) => code)).toEqual(attendu.hypotheses);
      for (const { population, statut, confiance, reference, de, a } of found) {
        expect(population).toBe(entree.population);
        expect(reference.refs).toContain('PAPS23');
        if (attendu.confiance) expect(confiance).toBe(attendu.confiance);
        // A limit that no wording names is deduced; the others were read.
        expect(statut).toBe(confiance === 'I' ? 'deduit' : 'en-vigueur');
        if (attendu.de !== undefined) expect({ de, a }).toEqual({ de: attendu.de, a: attendu.a });
      }
    },
  );
});
