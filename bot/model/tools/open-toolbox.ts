import { z } from 'zod';
import type { ToolCall, ToolInputs } from '#bot/answer/tool-call.ts';
import type { ModelTool } from '../chat-model.ts';
import type { KnownFigure } from './list-known-figures.ts';
import type { Argument, ArgumentName, Outil, Outils } from './outils.ts';

/** Tools of one exchange, and what turns a call of the model into a call of ours. */
export type Toolbox = {
  readonly tools: readonly ModelTool[];
  /** The call with its figures, or what is wrong with it, for the model. */
  readonly read: (name: string, args: unknown) => ToolCall | ToolProblem;
};

/** Why a call cannot be run. */
export type ToolProblem = 'outil-inconnu' | 'arguments' | 'repere-inconnu' | 'repere-role' | 'repere-genre';

/** A choice that is not made. */
const NONE = '';

/**
 * Shows the tools that the figures at hand can feed.
 * @param figures  figures that the asker gave
 * @param missions codes of the missions, in the order of the accord
 */
export function openToolbox(
  { arguments: known, mission, aspect, outils }: Outils,
  figures: readonly KnownFigure[],
  missions: readonly string[],
): Toolbox {
  function listChoices(name: ArgumentName): readonly string[] {
    return figures.filter((figure) => checkFigure(figure, known[name]) === undefined).map(({ handle }) => handle);
  }
  function toTool(name: string, outil: Outil): ModelTool | undefined {
    const choices = new Map(outil.arguments.map((argument) => [argument, listChoices(argument)]));
    if (outil.necessaires.some((argument) => (choices.get(argument) ?? []).length === 0)) return undefined;
    const aspects = Object.keys(outil.aspects);
    const figured = [...choices].filter(([, handles]) => handles.length > 0);
    const fields = {
      ...(aspects.length > 1 ? { aspect: z.enum(aspects).describe(aspect) } : {}),
      ...(outil.mission ? { mission: z.enum([NONE, ...missions]).describe(mission) } : {}),
      ...Object.fromEntries(
        figured.map(([argument, handles]) => [
          argument,
          z.enum([NONE, ...handles]).describe(known[argument].description),
        ]),
      ),
    };
    return { name, description: outil.description, schema: z.strictObject(fields) };
  }
  return {
    tools: Object.entries(outils).flatMap(([name, outil]) => toTool(name, outil) ?? []),
    read(name, args) {
      const outil = Object.hasOwn(outils, name) ? outils[name] : undefined;
      if (!outil) return 'outil-inconnu';
      const given = z.record(z.string(), z.string()).safeParse(args);
      return given.success ? readCall(outil, given.data, figures, missions, known) : 'arguments';
    },
  };
}

function readCall(
  outil: Outil,
  given: Readonly<Record<string, string>>,
  figures: readonly KnownFigure[],
  missions: readonly string[],
  known: Outils['arguments'],
): ToolCall | ToolProblem {
  const [only, ...others] = Object.keys(outil.aspects);
  const { aspect = others.length === 0 ? only : undefined, mission = NONE, ...handles } = given;
  const intention = aspect !== undefined && Object.hasOwn(outil.aspects, aspect) ? outil.aspects[aspect] : undefined;
  if (intention === undefined) return 'arguments';
  if (mission !== NONE && !(outil.mission && missions.includes(mission))) return 'arguments';
  const inputs: Partial<Record<string, unknown>> = mission === NONE ? {} : { mission };
  for (const [name, handle] of Object.entries(handles)) {
    const argument = outil.arguments.find((candidate) => candidate === name);
    if (argument === undefined) return 'arguments';
    if (handle === NONE) continue;
    const figure = figures.find((candidate) => candidate.handle === handle);
    if (!figure) return 'repere-inconnu';
    const problem = checkFigure(figure, known[argument]);
    if (problem) return problem;
    inputs[argument] = toInput(figure, known[argument]);
  }
  if (outil.necessaires.some((name) => inputs[name] === undefined)) return 'arguments';
  return { intention, inputs: inputs as ToolInputs };
}

/** The grammar and the model must not take one figure for two things. */
function checkFigure({ role, values }: KnownFigure, argument: Argument): ToolProblem | undefined {
  if (role !== undefined && role !== argument.role) return 'repere-role';
  const { nombre, periode } = values;
  switch (argument.genre) {
    case 'nombre':
      return nombre !== undefined && Number.isInteger(nombre) && nombre > 0 ? undefined : 'repere-genre';
    case 'jour':
      return periode && periode.from === periode.to ? undefined : 'repere-genre';
    default:
      return values[argument.genre] === undefined ? 'repere-genre' : undefined;
  }
}

function toInput({ values }: KnownFigure, { genre }: Argument): unknown {
  return genre === 'jour' ? values.periode?.from : values[genre];
}
