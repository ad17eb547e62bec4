import { describe, expect, it } from 'vitest';
import { Profil } from '#bot/answer/profil.ts';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { EtatConnu } from '#tools/nouveautes/etat-connu.ts';
import { loadTestParametres } from '#tools/testing/load-exemples.ts';
import type { Communaute, Marques } from './communaute.ts';
import { computeDigest } from './compute-digest.ts';

const parametres = loadTestParametres();

function day(text: string): CalendarDate {
  return CalendarDate.parse(text);
}

function toEtat(jour: string): EtatConnu {
  return { jour: day(jour), parametres, textes: [], passages: [] };
}

/** Signed on 15 January 2025: prevention starts by 15 January 2026 and is rolled out by 15 January 2027. */
function toCommunaute(marques: Marques = {}, changed: object = {}): Communaute {
  const profil = Profil.parse({ nom: 'CPTS du test', population: 85_000, signature: '2025-01-15', ...changed });
  return { id: 'a', profil, marques, estimations: [] };
}

function compute(communaute: Communaute, jour: string, horizonJours = 30, rappelees: readonly string[] = []) {
  const digest = computeDigest({
    communautes: [communaute],
    horizonJours,
    etat: toEtat(jour),
    etats: null,
    rappelees: new Map([['a', new Set(rappelees)]]),
  });
  const [told] = digest.communautes;
  if (!told) throw new Error('no community');
  return { digest, told, late: told.depassees.map(({ code }) => code), coming: told.aVenir.map(({ code }) => code) };
}

describe('marks', () => {
  const code = 'prevention:demarrage';

  it('leave an échéance in its place when there are none, on its day and the day after', () => {
    expect(compute(toCommunaute(), '2026-01-15').coming).toContain(code);
    expect(compute(toCommunaute(), '2026-01-15').late).not.toContain(code);
    expect(compute(toCommunaute(), '2026-01-16').late).toContain(code);
  });

  it.each([
    ['done', { kind: 'fait', le: day('2025-12-01') }],
    ['not concerned', { kind: 'pas-concerne' }],
  ] as const)('take out what is %s', (_, marque) => {
    const marked = toCommunaute({ [code]: marque });
    expect(compute(marked, '2026-01-10').coming).not.toContain(code);
    expect(compute(marked, '2026-02-10').late).not.toContain(code);
    expect(compute(marked, '2026-02-10').late).toContain('acces-aux-soins:demarrage');
  });

  it('keep what is put off, and say until when', () => {
    const marked = toCommunaute({ [code]: { kind: 'reporte', au: day('2026-01-22') } });
    const { told } = compute(marked, '2026-01-10');
    expect(told.aVenir.find((echeance) => echeance.code === code)).toMatchObject({
      date: '2026-01-15',
      reporteAu: '2026-01-22',
    });
  });

  it('tell the other échéances of the mission what they tell', () => {
    // Rolled out, it had started.
    const marked = toCommunaute({ 'prevention:deploiement': { kind: 'fait', le: day('2026-01-01') } });
    expect(compute(marked, '2026-02-10').late).not.toContain(code);
  });
});

describe('what is late', () => {
  it('is never an anniversary nor an advance, which come by themselves', () => {
    const { late } = compute(toCommunaute(), '2028-06-01');
    expect(late.length).toBeGreaterThan(3);
    expect(late.filter((code) => /^(?:anniversaire|fonctionnement)/.test(code))).toEqual([]);
  });

  it('is the end of a contract that was not renewed', () => {
    const past = toCommunaute({}, { signature: '2020-01-15' });
    expect(compute(past, '2025-01-20').late).toContain('contrat:fin');
    expect(compute(past, '2025-01-20').told.manques.map(({ code }) => code)).toContain('renouvellement-a-donner');
  });
});

describe('a digest', () => {
  it('tells what it reminds of, beyond its horizon too', () => {
    const far = 'prevention:deploiement';
    expect(compute(toCommunaute(), '2026-10-17', 30).coming).not.toContain(far);
    // 90 days before 15 January 2027
    expect(compute(toCommunaute(), '2026-10-17', 30, [far]).coming).toContain(far);
  });

  it('has nothing to say when nothing is late, near or new', () => {
    const done = { kind: 'fait', le: day('2025-06-01') } as const;
    const missions = parametres.missions.missions.map(({ code }) => code);
    const marques = Object.fromEntries(
      missions.flatMap((code) => [`${code}:demarrage`, `${code}:deploiement`]).map((code) => [code, done]),
    );
    expect(compute(toCommunaute(marques), '2026-06-01').digest.rienADire).toBe(true);
    expect(compute(toCommunaute(marques), '2026-12-20').digest.rienADire).toBe(false);
    expect(compute(toCommunaute(), '2026-06-01').digest.rienADire).toBe(false);
  });

  it('tells a payment once when every reading gives it, and under its reading otherwise', () => {
    // The size of 80 000 inhabitants can be read two ways: 60 000 € or 75 000 € a year, three quarters ahead.
    const doubt = toCommunaute({}, { population: 80_000 });
    const { told } = compute(doubt, '2026-01-01');
    const advance = told.versements.filter(({ label }) => label.code === 'versement-fonctionnement-avance');
    expect(advance.map(({ montant, hypothese }) => [montant, hypothese.length > 0])).toEqual([
      [4_500_000, true],
      [5_625_000, true],
    ]);
    const sure = compute(toCommunaute(), '2026-01-01').told.versements;
    expect(sure.every(({ hypothese }) => hypothese.length === 0)).toBe(true);
  });
});
