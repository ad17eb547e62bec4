import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { Outcome } from '#tools/outcome.ts';
import { type TailleTrouvee, toNumeroTaille } from '#tools/taille/compute-taille.ts';
import type { Referentiel } from '../render/referentiel.ts';
import { type Appui, createScribe, type Scribe } from '../render/scribe.ts';
import { tellAppui } from '../render/tell-outcome.ts';
import { sealLines } from './layout.ts';
import { renderOutcomeText } from './render-outcome-text.ts';

/** The size outcome for a reader. */
export function renderTailleText(
  outcome: Outcome<TailleTrouvee>,
  population: number,
  { vocabulary }: Referentiel,
): string {
  const scribe = createScribe('taille', outcome.asOf, vocabulary);
  const lines = [...renderTaille(outcome, population, scribe), ...renderOutcomeText(outcome, scribe)];
  return `${sealLines(lines)}\n`;
}

function renderTaille(outcome: Outcome<TailleTrouvee>, habitants: number, scribe: Scribe): readonly LicensedText[] {
  const population = { kind: 'population', habitants } as const;
  const jour = scribe.phrase('interface-jour', { asOf: { kind: 'date', date: outcome.asOf } });
  if (outcome.kind === 'computed') {
    const { value } = outcome;
    const appui = { ...value, references: [value.reference] };
    const args = { population, taille: toTailleArg(value), bornes: renderBornes(value, appui, scribe) };
    return [scribe.phrase('enonce-taille', args, appui), tellAppui(value.statut, appui.references, scribe), jour];
  }
  if (outcome.kind !== 'ambiguous') return [];
  const values = outcome.readings.map(({ value }) => value);
  const tailles = values.map((value) => scribe.phrase('nombre', { nombre: toTailleArg(value) }));
  return [scribe.phrase('enonce-taille-indecidable', { population, tailles: joinLicensed(tailles, ' et ') }), jour];
}

function renderBornes({ de, a }: TailleTrouvee, appui: Appui, scribe: Scribe): LicensedText {
  if (a === null) return scribe.phrase('bornes-fin', { limite: toPopulation(de - 1) }, appui);
  if (de === 0) return scribe.phrase('bornes-debut', { limite: toPopulation(a + 1) }, appui);
  return scribe.phrase('bornes-milieu', { de: toPopulation(de), a: toPopulation(a) }, appui);
}

function toTailleArg({ taille }: TailleTrouvee) {
  return { kind: 'taille', numero: toNumeroTaille(taille) } as const;
}

function toPopulation(habitants: number) {
  return { kind: 'population', habitants } as const;
}
