import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { addCentimes, type Centimes, toEuros } from '#corpus/law/euros.ts';
import type { Message } from '#corpus/law/message.ts';
import type { Outcome } from '../outcome.ts';
import { EntreeFinancement } from '../testing/entrees.ts';
import { loadExemples, loadTestParametres } from '../testing/load-exemples.ts';
import { checkFinancementInput } from './check-financement-input.ts';
import { computeFinancement } from './compute-financement.ts';
import type { Financement, LigneFinancement } from './financement.ts';

/** Euros, as people write them; `lignes` and `parJour` add up what falls under the same key. */
const Chiffres = z.strictObject({
  annee: z.int().nullable().optional(),
  taille: z.int().optional(),
  lignes: z.record(z.string(), z.number()).optional(),
  statuts: z.record(z.string(), z.string()).optional(),
  total: z.number().optional(),
  estimation: z.number().nullable().optional(),
  maximum: z.number().nullable().optional(),
  plafond: z.number().nullable().optional(),
  versements: z.array(z.tuple([CalendarDate.nullable(), z.number()])).optional(),
  /** Money of one mission by day of payment, whatever the contract year it belongs to. */
  parJour: z.record(z.string(), z.record(z.string(), z.number())).optional(),
});

const Attendu = Chiffres.extend({
  kind: z.enum(['computed', 'ambiguous', 'missing-input', 'not-applicable', 'not-covered']),
  totaux: z.array(z.number()).optional(),
  lectures: z.array(Chiffres.extend({ hypothese: z.array(z.string()) })).optional(),
  hypotheses: z.array(z.string()).optional(),
  /** Gaps that must be named; `sauf` lists the gaps and hypotheses that must not be. */
  notComputed: z.array(z.string()).optional(),
  sauf: z.array(z.string()).optional(),
  missing: z.array(z.string()).optional(),
  reason: z.string().optional(),
});
type Attendu = z.infer<typeof Attendu>;

const parametres = loadTestParametres();
const exemples = loadExemples('financement', EntreeFinancement, Attendu);

describe('worked cases of the funding', () => {
  it.each(exemples.map((exemple) => [`${exemple.reference} — ${exemple.titre}`, exemple] as const))(
    '%s',
    (_, exemple) => {
      const { asOf, entree, attendu } = exemple;

      expect(checkFinancementInput(entree, parametres)).toEqual([]);
      const outcome = computeFinancement(entree, parametres, asOf);
      expect({ kind: outcome.kind, asOf: outcome.asOf }).toEqual({ kind: attendu.kind, asOf });
      expectOutcome(outcome, attendu);
    },
  );

  it('gives a case to every validated example of the funding', () => {
    const references = new Set(exemples.map(({ reference }) => reference));
    const validated = ['C01', 'C03', 'C04', 'C07', 'C11', 'C13', 'C16', 'C17', 'C24'];
    expect(validated.filter((code) => !references.has(code))).toEqual([]);
  });
});

function expectOutcome(outcome: Outcome<Financement>, attendu: Attendu): void {
  switch (outcome.kind) {
    case 'computed':
      expectChiffres(outcome.value, attendu);
      expectMessages(outcome, attendu);
      return;
    case 'ambiguous': {
      const totaux = [...new Set(outcome.readings.map(({ value }) => toEuros(value.total)))].sort((a, b) => a - b);
      if (attendu.totaux) expect(totaux).toEqual(attendu.totaux);
      for (const { value } of outcome.readings) expectBalanced(value);
      for (const [index, lecture] of (attendu.lectures ?? []).entries()) {
        const reading = outcome.readings[index];
        expect(reading?.hypothese.map(({ code }) => code)).toEqual(lecture.hypothese);
        if (reading) expectChiffres(reading.value, lecture);
      }
      if (attendu.lectures) expect(outcome.readings).toHaveLength(attendu.lectures.length);
      expectMessages(outcome, attendu);
      return;
    }
    case 'missing-input':
      expect(outcome.missing.map(({ champ }) => champ)).toEqual(attendu.missing);
      for (const { champ, question } of outcome.missing) expect(question.code).toBe(`demande-${champ}`);
      return;
    default:
      expect(outcome.reason.code).toBe(attendu.reason);
  }
}

function expectMessages(
  outcome: { readonly hypotheses: readonly Message[]; readonly notComputed: readonly Message[] },
  { hypotheses, notComputed, sauf }: Attendu,
): void {
  const gaps = outcome.notComputed.map(toName);
  if (hypotheses) expect(outcome.hypotheses.map(toName)).toEqual(expect.arrayContaining(hypotheses));
  if (notComputed) expect(gaps).toEqual(expect.arrayContaining(notComputed));
  const told = [...gaps, ...outcome.hypotheses.map(toName)];
  for (const code of sauf ?? []) expect(told).not.toContain(code);
}

/** `mission-pas-encore:crises-sanitaires`: the message and the mission it is about. */
function toName({ code, args }: Message): string {
  const { mission } = args;
  return mission?.kind === 'mission' ? `${code}:${mission.code}` : code;
}

function expectChiffres(value: Financement, attendu: z.infer<typeof Chiffres>): void {
  expectBalanced(value);
  const { parJour, taille, lignes, statuts, versements, ...amounts } = attendu;
  const { annee, total, estimation, maximum, plafond } = value;
  const found = {
    annee,
    total: toEuros(total),
    estimation: euros(estimation),
    maximum: euros(maximum),
    plafond: euros(plafond),
  };
  for (const [name, amount] of Object.entries(amounts)) {
    if (name in found) expect({ [name]: found[name as keyof typeof found] }).toEqual({ [name]: amount });
  }
  if (taille !== undefined) expect(value.taille).toBe(`taille${taille}`);
  if (lignes) expect(sumBy(value.lignes, toCode)).toEqual(lignes);
  if (statuts) {
    expect(Object.fromEntries(value.lignes.map((ligne) => [toCode(ligne), ligne.statut]))).toEqual(statuts);
  }
  if (versements) expect(value.versements.map(({ date, montant }) => [date, toEuros(montant)])).toEqual(versements);
  for (const [mission, days] of Object.entries(parJour ?? {})) {
    const own = value.versements.filter(({ label }) => toName(label).endsWith(`:${mission}`));
    expect(sumBy(own, ({ date }) => date ?? 'inconnu')).toEqual(days);
  }
}

/** Payments add up to the entitlement to the cent, and every line says where it comes from and how. */
function expectBalanced({ lignes, versements }: Financement): void {
  expect(addCentimes(...versements.map(({ montant }) => montant))).toBe(
    addCentimes(...lignes.map(({ montant }) => montant)),
  );
  for (const { etapes } of lignes) expect(etapes.length).toBeGreaterThan(0);
}

function toCode({ nature, mission }: LigneFinancement): string {
  return mission ? `mission:${mission}:${nature}` : nature;
}

function sumBy<T extends { readonly montant: Centimes }>(items: readonly T[], toKey: (item: T) => string) {
  const sums = new Map<string, Centimes>();
  for (const item of items) {
    const key = toKey(item);
    sums.set(key, addCentimes(sums.get(key) ?? addCentimes(), item.montant));
  }
  return Object.fromEntries([...sums].map(([key, sum]) => [key, toEuros(sum)]));
}

function euros(amount: Centimes | null): number | null {
  return amount === null ? null : toEuros(amount);
}
