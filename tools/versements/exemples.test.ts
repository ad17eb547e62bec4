import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { Centimes, toEuros } from '#corpus/law/euros.ts';
import { loadExemples, loadTestParametres } from '../testing/load-exemples.ts';
import { computePremiereAvance } from './compute-premiere-avance.ts';

const Entree = z.strictObject({
  fixe: Centimes.optional(),
  signature: CalendarDate.optional(),
  demarrage: CalendarDate.optional(),
  demarrageMois: z.int().optional(),
});

const Attendu = z.strictObject({
  kind: z.enum(['computed', 'missing-input', 'not-covered']),
  /** Base, advance, balance of the year, sum paid at the anniversary. */
  lectures: z.array(z.tuple([z.enum(['jours', 'mois']).nullable(), z.number(), z.number(), z.number()])).optional(),
  joursSansSignature: z.boolean().optional(),
  missing: z.array(z.string()).optional(),
  reason: z.string().optional(),
});

const parametres = loadTestParametres();
const exemples = loadExemples('versements', Entree, Attendu);

describe('worked cases of the first advance', () => {
  it.each(exemples.map((exemple) => [`${exemple.reference} — ${exemple.titre}`, exemple] as const))(
    '%s',
    (_, { asOf, entree, attendu }) => {
      const outcome = computePremiereAvance(entree, parametres, asOf);
      expect(outcome).toMatchObject({ kind: attendu.kind, asOf });
      if (outcome.kind === 'missing-input') {
        expect(outcome.missing.map(({ champ }) => champ)).toEqual(attendu.missing);
        for (const { champ, question } of outcome.missing) expect(question.code).toBe(`demande-${champ}`);
      } else if (outcome.kind === 'computed') {
        const { lectures, joursSansSignature, reference } = outcome.value;
        const found = lectures.map(({ base, avance, solde, anniversaire }) => [
          base,
          ...[avance, solde, anniversaire].map(toEuros),
        ]);
        expect(found).toEqual(attendu.lectures);
        if (attendu.joursSansSignature !== undefined) expect(joursSansSignature).toBe(attendu.joursSansSignature);
        expect(reference).toMatchObject({ article: '9', refs: ['JO19-ART9', 'SEN25-B'] });
      } else if (outcome.kind === 'not-covered') {
        expect(outcome.reason.code).toBe(attendu.reason);
      }
    },
  );
});
