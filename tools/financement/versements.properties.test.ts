import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, CalendarDate, daysBetween } from '#corpus/law/calendar-date.ts';
import { addCentimes, type Centimes, roundCentimes } from '#corpus/law/euros.ts';
import { type AnneeContrat, listAnneesContrat } from '../contrat/find-annee-contrat.ts';
import { listValues } from '../outcome.ts';
import { anyContrat, anyMontant, anySignature } from '../testing/any-contrat.ts';
import { loadTestParametres } from '../testing/load-exemples.ts';
import { computeFinancement } from './compute-financement.ts';
import { findFractionAnnee } from './compute-mission.ts';
import type { Financement, FinancementInput, LigneFinancement, Versement } from './financement.ts';

const parametres = loadTestParametres();
const TODAY = CalendarDate.parse('2026-11-21');
const ADVANCE = { num: 3, den: 4 }; // 75 %

type Signed = FinancementInput & { readonly signature: CalendarDate };

/** Every reading of every year of a contract and of its renewal, with the days of the year. */
function listYears(input: Signed): readonly (readonly [AnneeContrat, Financement])[] {
  return listAnneesContrat(input, parametres, TODAY).flatMap((annee) => {
    const outcome = computeFinancement({ ...input, annee: annee.numero ?? undefined }, parametres, TODAY);
    return listValues(outcome).map((value) => [annee, value] as const);
  });
}

/** The payments of one line: told by their label, and by the mission that it names. */
function listPayments({ versements }: Financement, { nature, mission }: LigneFinancement): readonly Versement[] {
  return versements.filter(({ label }) => {
    const named = label.args.mission?.kind === 'mission' ? label.args.mission.code : undefined;
    const head = { fonctionnement: 'fonctionnement', 'complement-exceptionnel': 'complement', fixe: 'mission' };
    const prefix = nature === 'variable' ? 'versement-variable' : `versement-${head[nature]}`;
    return label.code.startsWith(prefix) && named === mission;
  });
}

function check(property: (annee: AnneeContrat, value: Financement, input: Signed) => void, numRuns = 200): void {
  fc.assert(
    fc.property(anyContrat, (input) => {
      for (const [annee, value] of listYears(input)) property(annee, value, input);
    }),
    { numRuns },
  );
}

describe('the payments of a contract year, under every reading', () => {
  it('add up to each line of the entitlement, to the cent, and leave no payment over', () => {
    check((_, value) => {
      const payments = value.lignes.flatMap((ligne) => {
        const found = listPayments(value, ligne);
        expect(addCentimes(...found.map(({ montant }) => montant))).toBe(ligne.montant);
        return found;
      });
      expect(payments).toHaveLength(value.versements.length);
    });
  });

  it('pay functioning whole at the signature, then three quarters when the year begins and the rest on no known day', () => {
    check((annee, value) => {
      const ligne = value.lignes.find(({ nature }) => nature === 'fonctionnement');
      if (!ligne) return;
      const payments = listPayments(value, ligne).map(({ date, montant }) => [date, montant]);
      const avance = roundCentimes(ligne.montant, ADVANCE);
      const later = [
        [annee.debut, avance],
        [null, ligne.montant - avance],
      ];
      expect(payments).toEqual(annee.numero === 1 ? [[annee.debut, ligne.montant]] : later);
    });
  });

  it('pay the top-up with the first payment, and only then', () => {
    check((annee, value) => {
      const ligne = value.lignes.find(({ nature }) => nature === 'complement-exceptionnel');
      if (!ligne) return;
      expect(annee.numero).toBe(1);
      expect(listPayments(value, ligne).map(({ date, montant }) => [date, montant])).toEqual([
        [annee.debut, ligne.montant],
      ]);
    });
  });

  it('pay a fixed part when the mission starts or the year begins, and its balance on the anniversary', () => {
    check((annee, value, input) => {
      for (const ligne of value.lignes.filter(({ nature }) => nature === 'fixe')) {
        const { demarrage } = input.missions.find(({ code }) => code === ligne.mission) ?? {};
        const start = demarrage && annee.debut && demarrage > annee.debut ? demarrage : annee.debut;
        const dates = listPayments(value, ligne).map(({ date }) => date);
        expect(dates).toEqual([start, annee.anniversaireSuivant]);
      }
    });
  });

  it('give no day to a variable part, and put it last with what has no day', () => {
    check((annee, { versements }) => {
      const dates = versements.map(({ date }) => date);
      const known = dates.filter((date) => date !== null);
      expect(dates.slice(0, known.length)).toEqual([...known].sort());
      for (const { label, date } of versements) if (label.code === 'versement-variable') expect(date).toBeNull();
      for (const date of known) {
        expect(date >= (annee.debut ?? '') && date <= (annee.anniversaireSuivant ?? '')).toBe(true);
      }
    });
  });

  it('never fall earlier when the contract is signed later', () => {
    fc.assert(
      fc.property(anySignature, anySignature, fc.integer({ min: 1, max: 5 }), (a, b, annee) => {
        const missions = [{ code: 'parcours', fixe: 4_000_000 as Centimes }];
        const [early, late] = [a, b].sort().map((signature) => {
          const input = { taille: 'taille2', signature, annee, missions } as const;
          return listValues(computeFinancement(input, parametres, TODAY))[0]?.versements ?? [];
        });
        for (const { label, date } of early ?? []) {
          const other = late?.find((versement) => versement.label.code === label.code);
          if (date !== null && other?.date) expect(other.date >= date).toBe(true);
        }
      }),
    );
  });
});

describe('the first payment of a mission', () => {
  it('is three quarters of the share left of the year, in days and in months when both can be', () => {
    const months = fc.integer({ min: 1, max: 11 });
    fc.assert(
      fc.property(anySignature, months, anyMontant, (signature, mois, fixe) => {
        const demarrage = addMonths(signature, mois);
        const missions = [{ code: 'parcours', fixe, demarrage }];
        const input = { taille: 'taille1', signature, annee: 1, missions } as const;
        const next = addMonths(signature, 12);
        const bases = {
          jours: { num: daysBetween(demarrage, next), den: daysBetween(signature, next) },
          mois: { num: 12 - mois, den: 12 },
        };
        for (const prorata of ['jours', 'mois'] as const) {
          for (const { versements } of listValues(computeFinancement({ ...input, prorata }, parametres, TODAY))) {
            const [avance, solde] = versements.filter(({ label }) => label.code.startsWith('versement-mission'));
            const whole = roundCentimes(fixe, bases[prorata]);
            const paid = roundCentimes(fixe, bases[prorata], ADVANCE);
            expect([avance?.date, avance?.montant]).toEqual([demarrage, paid]);
            expect([solde?.date, solde?.montant]).toEqual([next, whole - paid]);
          }
        }
      }),
    );
  });

  it('shares a year out in two parts that give the whole', () => {
    fc.assert(
      fc.property(anySignature, fc.integer({ min: 1, max: 364 }), anyMontant, (origine, offset, fixe) => {
        const annee = {
          numero: 1,
          origine,
          debut: origine,
          anniversaireSuivant: addMonths(origine, 12),
          jourDeDroit: origine,
        };
        const after = findFractionAnnee(addDays(origine, offset), annee, 'jours');
        if (!after) throw new Error('a start within the year has a share of it');
        const before = { num: daysBetween(origine, addDays(origine, offset)), den: after.den };
        expect(before.num + after.num).toBe(after.den);
        const sum = roundCentimes(fixe, before) + roundCentimes(fixe, after);
        // Two halves of a cent are each rounded up: then, and only then, the parts have one cent more.
        const halves = (2 * ((fixe * after.num) % after.den)) / after.den === 1;
        expect(sum).toBe(halves ? fixe + 1 : fixe);
      }),
    );
  });
});

describe('the announced ceiling', () => {
  it('is never passed by amounts that add up under it, the one-off top-up left aside', () => {
    const shares = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 8, maxLength: 8 });
    const year = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(anySignature, fc.constantFrom(1, 2, 3, 4), year, shares, (signature, taille, annee, weights) => {
        const base = { taille: `taille${taille}`, signature, annee } as const;
        const [empty] = listValues(computeFinancement({ ...base, missions: [] }, parametres, TODAY));
        const fonctionnement = empty?.lignes.find(({ nature }) => nature === 'fonctionnement')?.montant ?? 0;
        const plafond = empty?.plafond;
        if (plafond === null || plafond === undefined) return;
        const room = plafond - fonctionnement;
        const sum = weights.reduce((a, b) => a + b, 1);
        const [parts, codes] = [weights.map((weight) => Math.floor((room * weight) / sum) as Centimes), SOCLES];
        const missions = codes.map((code, index) => {
          return { code, fixe: parts[index], variable: parts[index + 4], taux: { num: 1, den: 1 } };
        });
        for (const value of listValues(computeFinancement({ ...base, missions }, parametres, TODAY))) {
          const extra = value.lignes.filter(({ nature }) => nature === 'complement-exceptionnel');
          const counted = value.total - addCentimes(...extra.map(({ montant }) => montant));
          expect(counted).toBeLessThanOrEqual(plafond);
          expect(value.plafond).toBe(plafond);
        }
      }),
    );
  });
});

const SOCLES = ['acces-aux-soins', 'parcours', 'prevention', 'crises-sanitaires'];
