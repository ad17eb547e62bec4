import type { ToolContext, ToolRun } from '#bot/answer/guide.ts';
import { type Blanked, joinBlanked, takeCode, takeOwnText, toSection } from '../blanks/blanked.ts';
import type { ModelCall } from '../chat-model.ts';
import { openToolbox, type Toolbox } from '../tools/open-toolbox.ts';
import type { BlankedMessage, BoundModel } from './ask-model.ts';
import type { Exchange } from './exchange.ts';
import type { Prompts, Reprises } from './prompts.ts';

/** Calls looked at in one reply; the rest is let go. */
const MOST_CALLS = 4;
/** Times the model is asked: what it did wrong may be mended once. */
const ROUNDS = 2;

/** A call as it went: what is told of it, and whether it can be mended. */
type Told = { readonly call: ModelCall; readonly text: Blanked; readonly isWrong: boolean };

/** Offers the tools to the model and runs those that it asks for; wrong calls are told, and may be mended once. */
export async function chooseTools(
  { enonces, run }: ToolContext,
  exchange: Exchange,
  model: BoundModel,
  { prompts, missions }: { readonly prompts: Prompts; readonly missions: readonly string[] },
): Promise<void> {
  const toolbox = openToolbox(prompts.toolbox, exchange.figures, missions);
  const known = enonces.map((enonce) => toSection('resultat', {}, exchange.blank(enonce.text)));
  const messages: BlankedMessage[] = [
    { role: 'system', text: prompts.outils },
    { role: 'user', text: joinBlanked([...exchange.question, ...known], '\n') },
  ];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { calls } = await model.chooseTools(messages, toolbox.tools);
    const told = calls.slice(0, MOST_CALLS).map((call) => runCall(call, { toolbox, run, exchange }, prompts.reprises));
    if (!told.some(({ isWrong }) => isWrong)) return;
    messages.push(...toMessages(told, toolbox, exchange));
  }
}

function runCall(
  call: ModelCall,
  { toolbox, run, exchange }: { toolbox: Toolbox; run: ToolContext['run']; exchange: Exchange },
  { outils }: Reprises,
): Told {
  const read = toolbox.read(call.name, call.args);
  if (typeof read === 'string') return { call, text: takeOwnText(outils[read], 'reprises.yaml'), isWrong: true };
  const result: ToolRun = run(read);
  switch (result.kind) {
    case 'done':
      return {
        call,
        text: joinBlanked(
          result.enonces.map(({ text }) => exchange.blank(text)),
          '\n',
        ),
        isWrong: false,
      };
    case 'known':
      return { call, text: takeOwnText(outils['deja-fait'], 'reprises.yaml'), isWrong: false };
    case 'impossible':
      return { call, text: takeOwnText(outils.impossible, 'reprises.yaml'), isWrong: true };
  }
}

/** The calls as they may be said again, under names of ours, each with its result; a tool that does not exist is told apart. */
function toMessages(told: readonly Told[], { tools }: Toolbox, { handles }: Exchange): readonly BlankedMessage[] {
  const named = told.flatMap(({ call, text }) => {
    const tool = tools.find(({ name }) => name === call.name);
    if (!tool) return [];
    const args = keepChoices(call.args, tool.schema.shape);
    return [{ call: { id: handles.next(), name: tool.name, args }, text }];
  });
  const others = told.filter(({ call }) => !tools.some(({ name }) => name === call.name));
  return [
    ...(named.length > 0
      ? [{ role: 'assistant' as const, text: takeCode(''), calls: named.map(({ call }) => call) }]
      : []),
    ...named.map(({ call, text }) => ({ role: 'tool' as const, call: call.id, text })),
    ...[...new Set(others.map(({ text }) => text))].map((text) => ({ role: 'user' as const, text })),
  ];
}

/** Of what the model wrote, the choices that it was given; anything else is said again as not given. */
function keepChoices(
  args: unknown,
  shape: Toolbox['tools'][number]['schema']['shape'],
): Readonly<Record<string, string>> {
  const given = typeof args === 'object' && args !== null ? new Map<string, unknown>(Object.entries(args)) : new Map();
  const names = Object.keys(shape);
  return Object.fromEntries(
    names.map((name) => [name, shape[name]?.safeParse(given.get(name)).success ? String(given.get(name)) : '']),
  );
}
