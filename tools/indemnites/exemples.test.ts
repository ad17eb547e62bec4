import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toEuros } from '#corpus/law/euros.ts';
import { loadExemples, loadTestParametres } from '../testing/load-exemples.ts';
import { findPlafondIndemnites } from './find-plafond-indemnites.ts';

const Attendu = z.strictObject({
  montant: z.number().optional(),
  mensuel: z.number().optional(),
  reason: z.string().optional(),
});

const parametres = loadTestParametres();
const exemples = loadExemples('indemnites', z.strictObject({ annee: z.int() }), Attendu);

describe('worked cases of what a member may be paid', () => {
  it.each(exemples.map((exemple) => [exemple.titre, exemple] as const))('%s', (_, { asOf, entree, attendu }) => {
    const outcome = findPlafondIndemnites(entree.annee, parametres, asOf);
    if (outcome.kind === 'not-covered') {
      expect({ reason: outcome.reason.code }).toEqual(attendu);
      expect(outcome.references[0]?.refs).toContain('PASS-SEC');
      return;
    }
    if (outcome.kind !== 'computed') throw new Error(`unexpected ${outcome.kind}`);
    const { montant, mensuel, reference } = outcome.value;
    expect({ montant: toEuros(montant), mensuel: toEuros(mensuel) }).toEqual(attendu);
    expect(reference.texte).toBe('2022-03-16-decret-2022-375');
  });
});
