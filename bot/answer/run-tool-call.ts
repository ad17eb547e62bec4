import type { Parametres } from '#corpus/law/parametres.ts';
import { checkFinancementInput } from '#tools/financement/check-financement-input.ts';
import type { Calcul, Savoir } from './calcul.ts';
import { calculate } from './calculate.ts';
import type { Enonce } from './enonce.ts';
import { tellCalculs } from './enonces/tell-calculs.ts';
import type { Teller } from './enonces/teller.ts';
import type { ToolRun } from './guide.ts';
import type { Intention } from './situate/donnees.ts';
import { type ToolCall, type ToolInputs, toSituationOf } from './tool-call.ts';

/** A call that was run, with what it gave. */
export type RanCall = {
  readonly call: ToolCall;
  readonly calculs: readonly Calcul[];
  readonly enonces: readonly Enonce[];
};

/** Runs the calls of a guide, and remembers them. */
export type ToolRunner = { readonly run: (call: ToolCall) => ToolRun; readonly ran: readonly RanCall[] };

/** Runs tools at most so many times for one question, whoever asks. */
const MOST_CALLS = 4;

/**
 * Builds what runs the calls of a guide with the very runners of the intentions; a run that exists is not made again.
 * @param already runs that the grammar called for
 */
export function createToolRunner(
  teller: Teller,
  already: readonly Calcul[],
  { savoir, intentions }: { readonly savoir: Savoir; readonly intentions: readonly Intention[] },
): ToolRunner {
  const ran: RanCall[] = [];
  const known = new Set(already.map(toKey));
  function run(call: ToolCall): ToolRun {
    const found = intentions.find(({ id }) => id === call.intention);
    if (!found || ran.length >= MOST_CALLS || isAbsurd(call.inputs, savoir.parametres)) return { kind: 'impossible' };
    // A kind of its own: runs of one kind are told together, as readings of one thing.
    const intention = { ...found };
    const all = calculate(toSituationOf(call, intention, teller.situation), savoir);
    if (all.length === 0) return { kind: 'impossible' };
    const calculs = all.filter((calcul) => !known.has(toKey(calcul)));
    if (calculs.length === 0) return { kind: 'known' };
    for (const calcul of calculs) known.add(toKey(calcul));
    const enonces = tellCalculs(calculs, teller, savoir.parametres);
    ran.push({ call, calculs, enonces });
    return { kind: 'done', calculs, enonces };
  }
  return { run, ran };
}

function toKey({ tool, input }: Calcul): string {
  return `${tool} ${JSON.stringify(input)}`;
}

/** Populations and sizes that no community has, days out of the calendar: the same checks as for the words. */
function isAbsurd(
  { mission, fixe, variable, demarrage, taux, ...inputs }: ToolInputs,
  parametres: Parametres,
): boolean {
  const { population, autrePopulation, taille, autreTaille, membres, signature, renouvellement } = inputs;
  const missions = mission === undefined ? [] : [{ code: mission, fixe, variable, demarrage, taux }];
  const sides = [
    { population, taille, membres, signature: signature?.from, renouvellement, missions },
    { population: autrePopulation, taille: autreTaille, missions: [] },
  ];
  return sides.some(({ taille: numero, ...side }) => {
    const input = { ...side, ...(numero === undefined ? {} : { taille: `taille${numero}` }) };
    return checkFinancementInput(input, parametres).length > 0;
  });
}
