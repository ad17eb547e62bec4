import { describe, expect, it } from 'vitest';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Message } from '#corpus/law/message.ts';
import { computeFinancement } from '#tools/financement/compute-financement.ts';
import type { FinancementInput } from '#tools/financement/financement.ts';
import { computeTaille } from '#tools/taille/compute-taille.ts';
import { computePartVariable } from '#tools/versements/compute-part-variable.ts';
import { loadTestAssembly } from '../testing/load-test-assembly.ts';
import type { Calcul } from './calcul.ts';
import { toMessageBacking } from './to-message-backing.ts';

const { parametres, pipeline } = loadTestAssembly();
const [intention] = pipeline.comprehension.intentions;
if (!intention) throw new Error('no intention');
const own = intention;

function run(input: FinancementInput, asOf: string): Calcul {
  const outcome = computeFinancement(input, parametres, CalendarDate.parse(asOf));
  return { intention: own, tool: 'financement', input, outcome };
}

function findHypothese({ outcome }: Calcul, code: string): Message {
  const hypotheses = 'hypotheses' in outcome ? outcome.hypotheses : [];
  const found = hypotheses.find((message) => message.code === code);
  if (!found) throw new Error(`no hypothesis ${code}`);
  return found;
}

describe('toMessageBacking', () => {
  it('gives a hypothesis on a text the line that this text makes, not the first one', () => {
    const input = { taille: 'taille3', signature: CalendarDate.parse('2022-05-10'), annee: 1, missions: [] };
    const calcul = run(input, '2022-05-10');
    const message = findHypothese(calcul, 'avenant-2-jour-du-jo');
    const backing = toMessageBacking(calcul, message);
    const { texte } = message.args;
    expect(backing).toMatchObject({ tool: 'financement', statut: 'en-vigueur', asOf: '2022-05-10' });
    expect(backing.references.map((reference) => reference.texte)).toContain(texte?.kind === 'texte' && texte.id);
  });

  it('gives a limit read one way by reasoning the reading it goes with', () => {
    const asOf = CalendarDate.parse('2026-11-21');
    const outcome = computeTaille(80000, parametres, asOf);
    const calcul: Calcul = { intention: own, tool: 'taille', input: { population: 80000 }, outcome };
    const backing = toMessageBacking(calcul, findHypothese(calcul, 'seuil'));
    expect(backing).toMatchObject({ tool: 'taille', references: [{ texte: expect.any(String) }] });
    expect(backing.statut).not.toBeNull();
  });

  it('gives the reason of a gap the references of the gap', () => {
    const calcul = run({ taille: 'taille3', missions: [] }, '2018-01-01');
    if (calcul.outcome.kind !== 'not-covered') throw new Error(calcul.outcome.kind);
    const { reason, references } = calcul.outcome;
    expect(references.length).toBeGreaterThan(0);
    expect(toMessageBacking(calcul, reason)).toMatchObject({ tool: 'financement', statut: 'en-vigueur', references });
  });

  it('claims no reference for what the asker alone has said', () => {
    const asOf = CalendarDate.parse('2026-11-21');
    const calcul: Calcul = { intention: own, tool: 'part-variable', input: {}, outcome: computePartVariable({}, asOf) };
    const { outcome } = calcul;
    if (outcome.kind !== 'missing-input' || !outcome.missing[0]) throw new Error(outcome.kind);
    const expected = { tool: 'part-variable', statut: null, confiance: null, references: [], asOf };
    expect(toMessageBacking(calcul, outcome.missing[0].question)).toEqual(expected);
  });
});
