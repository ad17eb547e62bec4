import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toCentimes } from '#corpus/law/euros.ts';
import type { Message } from '#corpus/law/message.ts';
import { loadTestCorpus } from '#corpus/testing/load-test-corpus.ts';
import { computeChronologie } from '#tools/chronologie/compute-chronologie.ts';
import { checkCote } from '#tools/comparaison/check-cote.ts';
import type { Cote } from '#tools/comparaison/comparaison.ts';
import { computeComparaison } from '#tools/comparaison/compute-comparaison.ts';
import { findTexteCompare, listTextesComparables } from '#tools/comparaison/find-texte-compare.ts';
import { checkEcheancesInput } from '#tools/echeances/check-echeances-input.ts';
import { computeEcheances } from '#tools/echeances/compute-echeances.ts';
import type { EcheancesInput } from '#tools/echeances/echeance.ts';
import { checkFinancementInput } from '#tools/financement/check-financement-input.ts';
import { computeFinancement } from '#tools/financement/compute-financement.ts';
import type { FinancementInput } from '#tools/financement/financement.ts';
import { computeReste } from '#tools/indemnites/compute-reste.ts';
import { listMontantsConnus } from '#tools/montant/list-montants-connus.ts';
import { EntreeEcheances, EntreeFinancement } from '#tools/testing/entrees.ts';
import { loadExemples, loadTestParametres } from '#tools/testing/load-exemples.ts';
import { loadMessages } from '../load-messages.ts';

const parametres = loadTestParametres();
const corpus = loadTestCorpus();
const textes = [...corpus.textes.values()];
const templates = loadMessages(join(import.meta.dirname, '../messages'));
const day = (text: string) => CalendarDate.parse(text);
const mission = { code: 'parcours', fixe: toCentimes(1) };
const MANY = [mission, { code: 'parcours' }];
const HALF = { num: 1, den: 2 };

/** Everything that can be wrong in a funding question. */
const WRONG_FINANCEMENT: readonly FinancementInput[] = [
  { population: 0, membres: -1, annee: 9, missions: [{ code: 'inconnue' }] },
  { taille: 'taille5', signature: day('2101-01-01'), missions: MANY },
  { taille: 'taille1', population: 90_000, renouvellement: day('2025-01-15'), missions: [] },
  {
    signature: day('2025-01-15'),
    renouvellement: day('2026-01-15'),
    prorata: 'mois',
    missions: [
      { code: 'parcours', demarrage: day('2025-01-14'), taux: { num: 2, den: 1 }, atteint: toCentimes(2) },
      { code: 'prevention', demarrage: day('2025-01-16'), taux: HALF, variable: toCentimes(1), atteint: toCentimes(2) },
    ],
  },
];
const WRONG_ECHEANCES: readonly EcheancesInput[] = [
  { projetDepose: day('2101-01-01'), missions: [{ code: 'inconnue' }] },
  {
    signature: day('2025-01-15'),
    missions: [
      { code: 'parcours', demarrage: day('2025-01-14') },
      { code: 'prevention', demarrage: day('2025-07-15'), deploiement: day('2025-07-14') },
      { code: 'crises-sanitaires', deploiement: day('2025-01-14') },
    ],
  },
];

describe.each(['fr', 'en'] as const)('what the calculators have to say in %s', (lang) => {
  const messages = [...listMessages(collect())];

  it('comes from worked cases and wrong inputs of every kind', () => {
    const codes = new Set(messages.map(({ code }) => code));
    expect(codes.size).toBeGreaterThan(60);
  });

  it('has a sentence for every message, and a value for every blank of it', () => {
    const broken = messages.flatMap(({ code, args }) => {
      const template = templates[lang].get(code);
      if (template === undefined) return [`${code} : sans phrase`];
      const blanks = [...template.matchAll(/\{([a-zA-Z]+)\}/g)].flatMap(([, name]) =>
        name === undefined ? [] : [name],
      );
      return blanks.filter((name) => args[name] === undefined).map((name) => `${code} : {${name}}`);
    });
    expect([...new Set(broken)]).toEqual([]);
  });
});

function collect(): readonly unknown[] {
  const financement = loadExemples('financement', EntreeFinancement, z.unknown());
  const echeances = loadExemples('echeances', EntreeEcheances, z.unknown());
  return [
    ...financement.map(({ entree, asOf }) => computeFinancement(entree, parametres, asOf)),
    ...echeances.map(({ entree, asOf }) => computeEcheances(entree, parametres, asOf)),
    ...WRONG_FINANCEMENT.map((input) => checkFinancementInput(input, parametres)),
    ...WRONG_ECHEANCES.map((input) => checkEcheancesInput(input, parametres)),
    listMontantsConnus(parametres, day('2026-11-21')),
    ...listComparaisons(),
    computeChronologie({}, { parametres, textes, passages: corpus.passages }, day('2026-11-21')),
    computeReste(2027, undefined, parametres, day('2026-11-21')),
  ];
}

/** Sides of every kind: days, texts, proposals, a doubt, a mission unknown or read in local contracts. */
function listComparaisons(): readonly unknown[] {
  const names = ['avenant-1', 'avenant-3', 'decret-2022-375', ...listTextesComparables(textes, parametres)];
  const named = names.flatMap((name) => {
    const found = findTexteCompare(name, textes, parametres, day('2026-11-21'));
    return found.kind === 'trouve' ? [toCote('2022-03-31', { taille: 'taille1' }, found.texte)] : [];
  });
  const missions = ['prevention', 'crises-sanitaires'].map((code) => ({ code, taux: HALF }));
  const sides = [
    ...named,
    toCote('2022-03-30', { population: 80_000, signature: day('2022-03-30'), missions: [mission] }),
    toCote('2022-09-30', { taille: 'taille4', membres: 3, missions }),
    toCote('2026-11-21', { taille: 'taille3', signature: day('2024-01-15'), missions }),
    toCote('2026-11-21', {}),
  ];
  return sides.flatMap((a) => [
    ...sides.map((b) => computeComparaison({ a, b }, parametres, day('2026-11-21'))),
    checkCote(a, textes, parametres),
  ]);
}

function toCote(asOf: string, entree: Partial<FinancementInput>, texte: Cote['texte'] = null): Cote {
  return { asOf: day(asOf), texte, entree: { missions: [], ...entree } };
}

/** Every message in a value, at whatever depth. */
function* listMessages(value: unknown): Generator<Message> {
  if (typeof value !== 'object' || value === null) return;
  if ('code' in value && 'args' in value) yield value as Message;
  else for (const part of Object.values(value)) yield* listMessages(part);
}
