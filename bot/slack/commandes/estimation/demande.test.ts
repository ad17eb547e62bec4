import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadTestAssembly, TODAY } from '#bot/testing/load-test-assembly.ts';
import { listValues } from '#tools/outcome.ts';
import { computeDemande } from './compute-demande.ts';
import { Demande, pack, renderDemande, unpack } from './demande.ts';

const { parametres } = loadTestAssembly();
const missions = parametres.missions.missions.map(({ code }) => ({
  code,
  fixe: 1_234_567,
  variable: 7_654_321,
  demarrage: '2025-09-30',
  taux: { num: 123_456_789_012, den: 1_000_000_000_000 },
}));
const FULL = Demande.parse({
  input: {
    population: 123_456,
    taille: 'taille3',
    signature: '2024-03-12',
    renouvellement: '2029-03-12',
    annee: 'contrat-entier',
    membres: 120,
    prorata: 'mois',
    missions,
  },
  signeEntre: { from: '2024-03-01', to: '2024-03-31' },
  asOf: TODAY,
  today: TODAY,
  nom: 'CPTS '.repeat(20),
  profilId: 'BFGHJKNPQRSTWZBF',
});

describe('what a button carries', () => {
  it('is the whole request, in a form in which nothing can be read', () => {
    const value = renderDemande(FULL);
    expect(value).toMatch(/^[A-Za-z0-9_-]{1,2000}$/);
    expect(unpack(value ?? '', Demande)).toEqual(FULL);
  });

  it.each([
    ['nothing', ''],
    ['not ours', 'bonjour'],
    ['another shape', pack({ input: { missions: [], secret: 1 }, asOf: TODAY, today: TODAY })],
    ['a day that does not exist', pack({ input: { missions: [] }, asOf: '2026-02-31', today: TODAY })],
    ['far too much', deflateRawSync('0'.repeat(10_000_000)).toString('base64url')],
  ])('is refused when it is %s', (_, value) => {
    expect(unpack(value, Demande)).toBeUndefined();
  });

  it('leaves the button out when it does not fit', () => {
    const noise = Array.from({ length: 3000 }, (_, index) => String.fromCharCode(97 + ((index * index * 7) % 26))).join(
      '',
    );
    const nom = [...noise].map((sign, index) => `${sign}${(index * 7919) % 1009}`).join('');
    expect(renderDemande({ ...FULL, nom })).toBeUndefined();
  });
});

describe('a contract signed on a day that is not known', () => {
  it('gives readings that together hold every day of the period', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 4 }), (months, taille) => {
        const from = `${2021 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
        const to = `${from.slice(0, 8)}28`;
        const demande = (signature: string, signeEntre?: object) =>
          Demande.parse({
            input: { taille: `taille${taille}`, signature, annee: 1, missions: [] },
            asOf: TODAY,
            today: TODAY,
            ...(signeEntre ? { signeEntre } : {}),
          });
        const totals = (one: Demande) => listValues(computeDemande(one, parametres)).map(({ total }) => total);
        const all = new Set(totals(demande(from, { from, to })));
        for (const day of ['01', '10', '28']) {
          for (const total of totals(demande(`${from.slice(0, 8)}${day}`))) expect(all).toContain(total);
        }
      }),
      { numRuns: 60 },
    );
  });
});
