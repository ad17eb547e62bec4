import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { EntreeEcheances } from '../testing/entrees.ts';
import { loadExemples, loadTestParametres } from '../testing/load-exemples.ts';
import { computeEcheances } from './compute-echeances.ts';

const Suivi = z.strictObject({
  faitLe: CalendarDate.nullable().default(null),
  prevu: CalendarDate.nullable().default(null),
  retardJours: z.int().nullable().default(null),
});

const Attendu = z.strictObject({
  kind: z.enum(['computed', 'missing-input', 'not-covered']),
  /** Days by code; with `seules`, there is no other. */
  dates: z.record(z.string(), CalendarDate).optional(),
  seules: z.boolean().default(false),
  absents: z.array(z.string()).optional(),
  etats: z.record(z.string(), z.enum(['a-venir', 'proche', 'depassee', 'fait'])).optional(),
  joursRestants: z.record(z.string(), z.int()).optional(),
  /** Codes of the hypotheses printed with a deadline, all of them. */
  hypotheses: z.record(z.string(), z.array(z.string())).optional(),
  /** What was said of a deadline: the days known and the lateness; null when nothing was said. */
  suivis: z.record(z.string(), Suivi.nullable()).optional(),
  /** Codes of the hypotheses of the whole answer, all of them. */
  toutes: z.array(z.string()).optional(),
  notComputed: z.array(z.string()).optional(),
  missing: z.array(z.string()).optional(),
  reason: z.string().optional(),
});

const parametres = loadTestParametres();
const exemples = loadExemples('echeances', EntreeEcheances, Attendu);

describe('worked cases of the deadlines', () => {
  it.each(exemples.map((exemple) => [`${exemple.reference} — ${exemple.titre}`, exemple] as const))(
    '%s',
    (_, exemple) => {
      const { asOf, entree, attendu } = exemple;
      const outcome = computeEcheances(entree, parametres, asOf);
      expect({ kind: outcome.kind, asOf: outcome.asOf }).toEqual({ kind: attendu.kind, asOf });
      if (outcome.kind === 'missing-input') {
        expect(outcome.missing.map(({ champ }) => champ)).toEqual(attendu.missing);
        for (const { champ, question } of outcome.missing) expect(question.code).toBe(`demande-${champ}`);
        return;
      }
      if (outcome.kind === 'not-covered' || outcome.kind === 'not-applicable') {
        expect(outcome.reason.code).toBe(attendu.reason);
        return;
      }
      if (outcome.kind === 'ambiguous') throw new Error('no deadline has two readings');
      const byCode = new Map(outcome.value.map((echeance) => [echeance.code, echeance]));
      expect(byCode.size).toBe(outcome.value.length);
      const all = Object.fromEntries(outcome.value.map(({ code, date }) => [code, date]));
      if (attendu.dates) expect(all).toEqual(attendu.seules ? attendu.dates : expect.objectContaining(attendu.dates));
      for (const code of attendu.absents ?? []) expect(byCode.has(code)).toBe(false);
      for (const [code, etat] of Object.entries(attendu.etats ?? {}))
        expect([code, byCode.get(code)?.etat]).toEqual([code, etat]);
      for (const [code, jours] of Object.entries(attendu.joursRestants ?? {})) {
        expect([code, byCode.get(code)?.joursRestants]).toEqual([code, jours]);
      }
      for (const [code, codes] of Object.entries(attendu.hypotheses ?? {})) {
        expect([code, byCode.get(code)?.hypotheses.map((hypothese) => hypothese.code)]).toEqual([code, codes]);
      }
      for (const [code, suivi] of Object.entries(attendu.suivis ?? {})) {
        const found = byCode.get(code)?.suivi;
        expect([code, found]).toEqual([code, suivi && expect.objectContaining(suivi)]);
      }
      if (attendu.toutes) expect(outcome.hypotheses.map(({ code }) => code)).toEqual(attendu.toutes);
      if (attendu.notComputed) {
        expect(outcome.notComputed.map(({ code }) => code)).toEqual(expect.arrayContaining(attendu.notComputed));
      }
    },
  );

  it('gives a case to every validated example of the deadlines', () => {
    const references = new Set(exemples.map(({ reference }) => reference));
    expect(['D01', 'D02', 'D06', 'D09', 'D15', 'D18'].filter((code) => !references.has(code))).toEqual([]);
  });
});
