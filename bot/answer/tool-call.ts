import { z } from 'zod';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { Centimes } from '#corpus/law/euros.ts';
import type { Intention } from './situate/donnees.ts';
import type { Faits, FaitsMission } from './situate/faits.ts';
import type { Situation } from './situate/situation.ts';

/** Values that a call of a tool is made with, each read by code in the words, the thread or the profile; money in cents. */
export const ToolInputs = z.strictObject({
  population: z.number().optional(),
  autrePopulation: z.number().optional(),
  taille: z.number().optional(),
  autreTaille: z.number().optional(),
  membres: z.number().optional(),
  annee: z.number().optional(),
  avenant: z.number().optional(),
  montant: Centimes.optional(),
  signature: z.strictObject({ from: CalendarDate, to: CalendarDate }).optional(),
  renouvellement: CalendarDate.optional(),
  projetDepose: CalendarDate.optional(),
  mission: z.string().optional(),
  fixe: Centimes.optional(),
  variable: Centimes.optional(),
  demarrage: CalendarDate.optional(),
  taux: z.strictObject({ num: z.number(), den: z.number() }).optional(),
});
export type ToolInputs = z.infer<typeof ToolInputs>;

/** A run of a tool that somebody else than the grammar asks for: a kind of question, by its id, and what it is about. */
export const ToolCall = z.strictObject({ intention: z.string(), inputs: ToolInputs });
export type ToolCall = z.infer<typeof ToolCall>;

/** The situation as a call sees it: what it gives stands before what was said. */
export function toSituationOf({ inputs }: ToolCall, intention: Intention, situation: Situation): Situation {
  const faits = { ...situation.faits, ...toFaits(inputs, situation.faits) };
  const faitsDits = { ...situation.faitsDits, ...toFaits(inputs, situation.faitsDits) };
  return { ...situation, intentions: [intention], faits, faitsDits };
}

function toFaits(inputs: ToolInputs, known: Faits): Faits {
  const { membres, annee, signature, renouvellement, projetDepose, avenant, montant } = inputs;
  return {
    ...dropAbsent({ membres, annee, signature, renouvellement, projetDepose }),
    ...toSize(inputs),
    ...(avenant === undefined ? {} : { avenants: [avenant] }),
    ...(montant === undefined ? {} : { montants: [montant] }),
    ...toMission(inputs, known),
  };
}

/** A population given replaces the sizes said, and the other way round: both could not hold. */
function toSize({ population, autrePopulation, taille, autreTaille }: ToolInputs): Faits {
  const populations = [population, autrePopulation].filter((value) => value !== undefined);
  const tailles = [taille, autreTaille].filter((value) => value !== undefined);
  if (populations.length > 0) {
    return { population: populations[0], populations, populationBornee: undefined, tailles: undefined };
  }
  return tailles.length > 0
    ? { population: undefined, populations: undefined, populationBornee: undefined, tailles }
    : {};
}

function toMission({ mission, fixe, variable, demarrage, taux }: ToolInputs, known: Faits): Faits {
  const given: FaitsMission = dropAbsent({ fixe, variable, demarrage, taux });
  if (mission === undefined) {
    return Object.keys(given).length === 0 ? {} : { mission: { ...known.mission, ...given } };
  }
  const whole = { ...(known.missions?.[mission] ?? known.mission), ...given };
  return { missions: { [mission]: whole }, mission: whole };
}

function dropAbsent<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
