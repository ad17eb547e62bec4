import type { z } from 'zod';
import type { ChatModel, DraftReply, ModelCall, ModelMessage, ModelTool, ToolReply } from '../chat-model.ts';

/** What a scripted model was asked. */
export type Asked = {
  readonly kind: 'outils' | 'brouillon';
  readonly messages: readonly ModelMessage[];
  readonly tools: readonly ModelTool[];
  readonly schema: z.ZodObject | undefined;
};

type Call = Pick<ModelCall, 'name' | 'args'>;

/** What a scripted model does: calls to make, then drafts to write; one too many is a defect of the test. */
export type Script = {
  readonly calls?: readonly ((asked: Asked) => readonly Call[])[];
  readonly drafts?: readonly ((asked: Asked) => unknown)[];
};

/** A model in this process, played by a script, that remembers what it was asked. */
export type PlayedModel = ChatModel & { readonly asked: readonly Asked[] };

const USAGE = { input: 100, output: 10 };

/** Plays a script; without calls of tools, none is made. */
export function playModel({ calls, drafts = [] }: Script): PlayedModel {
  const asked: Asked[] = [];
  const [called, written] = [[...(calls ?? [])], [...drafts]];
  return {
    name: 'modele-de-test',
    asked,
    async chooseTools(messages, tools): Promise<ToolReply> {
      const one: Asked = { kind: 'outils', messages, tools, schema: undefined };
      asked.push(one);
      const play = calls === undefined ? () => [] : called.shift();
      if (!play) throw new Error('calls that were not scripted');
      return { calls: play(one).map((call, index) => ({ id: `call_${index}`, ...call })), text: '', usage: USAGE };
    },
    async writeDraft(messages, schema): Promise<DraftReply> {
      const one: Asked = { kind: 'brouillon', messages, tools: [], schema };
      asked.push(one);
      const play = written.shift();
      if (!play) throw new Error('a draft that was not scripted');
      return { draft: play(one), usage: USAGE };
    },
  };
}

/** The last thing that the model was told by the user's side. */
export function readUser({ messages }: Asked): string {
  return messages
    .filter(({ role }) => role === 'user')
    .map(({ text }) => text)
    .join('\n');
}

/** Handles of the sections of a kind, in order: « enonce », « citation ». */
export function listHandlesOf(asked: Asked, kind: string, holding = ''): readonly string[] {
  const sections = readUser(asked).matchAll(new RegExp(`<${kind} repere="(\\p{L}+)"[^>]*>([^<]*)<`, 'gu'));
  return [...sections].filter(([, , body = '']) => body.includes(holding)).map(([, handle = '']) => handle);
}

/** Handle of the blank that comes after some words of the question. */
export function findBlank(asked: Asked, name: string): string {
  return new RegExp(`⟦${name} (\\p{L}+)⟧`, 'u').exec(readUser(asked))?.[1] ?? '';
}

/** A segment as a model writes it. */
export function toWords(words: string) {
  return { type: 'liaison', words, handle: '' };
}

/** A segment that names an énoncé or a passage. */
export function toChoice(type: 'enonce' | 'citation', handle: string) {
  return { type, words: '', handle };
}
