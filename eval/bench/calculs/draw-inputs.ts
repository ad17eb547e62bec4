import { addDays, type CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { FinancementInput, MissionSaisie } from '#tools/financement/financement.ts';

/** Days after the accord among which signatures fall: some seven years. */
const SIGNATURE_DAYS = 2600;

/**
 * Distinct inputs of the funding calculator: sizes or populations, signatures, years, none to six missions, started
 * or not, with amounts or not. The same seed gives the same inputs.
 */
export function drawInputs(count: number, seed: number, parametres: Parametres): readonly FinancementInput[] {
  const draw = createDraw(seed);
  const distinct = new Map<string, FinancementInput>();
  while (distinct.size < count) {
    const input = drawInput(draw, parametres);
    distinct.set(JSON.stringify(input), input);
  }
  return [...distinct.values()];
}

/** A whole number from 0 up to a limit left out. */
type Draw = (limit: number) => number;

function drawInput(draw: Draw, parametres: Parametres): FinancementInput {
  const depuis = parametres.fonctionnement.valeurs[0]?.depuis;
  if (!depuis) throw new RangeError('fonctionnement has no value');
  const signature = addDays(depuis, draw(SIGNATURE_DAYS));
  const codes = parametres.missions.missions.map(({ code }) => code);
  const size = draw(2) === 0 ? { population: 1 + draw(300_000) } : { taille: `taille${1 + draw(4)}` };
  const missions = codes.filter(() => draw(3) === 0).map((code) => drawMission(code, signature, draw));
  return { ...size, signature, annee: 1 + draw(5), membres: draw(200), missions };
}

function drawMission(code: string, signature: CalendarDate, draw: Draw): MissionSaisie {
  const own = { fixe: draw(9_000_000) as Centimes, variable: draw(5_000_000) as Centimes };
  return {
    code,
    ...(draw(2) === 0 ? own : {}),
    ...(draw(2) === 0 ? { demarrage: addDays(signature, draw(1000)) } : {}),
    ...(draw(2) === 0 ? { taux: { num: draw(101), den: 100 } } : {}),
  };
}

/** Linear congruential generator (Numerical Recipes): plain, seeded, good enough to spread inputs. */
function createDraw(seed: number): Draw {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
