import { z } from 'zod';
import type { Segment } from '#bot/answer/compose.ts';
import type { Enonce } from '#bot/answer/enonce.ts';
import type { Proposal } from '#bot/answer/guide.ts';
import type { Reprises } from './prompts.ts';

/** Kinds of segments: linking words, a computed énoncé, or a passage. */
const KINDS = ['liaison', 'enonce', 'citation'] as const;
type Kind = (typeof KINDS)[number];

/** What a handle of the draft stands for. */
export type Choice = { readonly kind: Exclude<Kind, 'liaison'>; readonly enonce: Enonce };

/** Longest draft, longest linking words, and all of them together, in segments and in characters. */
const MOST = { segments: 30, words: 300, allWords: 1500 };

/** What a model may write: flat, without any union, which strict endpoints refuse. */
const Draft = z.strictObject({
  segments: z.array(z.strictObject({ type: z.enum(KINDS), words: z.string(), handle: z.string() })),
});

/** The same for one exchange: handles are those that it gives, or none. */
export function toDraftSchema(handles: readonly string[]): z.ZodObject {
  const segment = z.strictObject({ type: z.enum(KINDS), words: z.string(), handle: z.enum(['', ...handles]) });
  return z.strictObject({ segments: z.array(segment) });
}

/** A draft with its énoncés in place of their handles, or what is wrong with what was written. */
export function readDraft(
  written: unknown,
  choices: ReadonlyMap<string, Choice>,
  { brouillon }: Reprises,
): Exclude<Proposal, { kind: 'stopped' }> {
  const draft = Draft.safeParse(written);
  if (!draft.success) return { kind: 'rejected', reasons: [brouillon.format] };
  const segments: Segment[] = [];
  const reasons = new Set<string>();
  let length = 0;
  for (const { type, words, handle } of draft.data.segments) {
    const read = type === 'liaison' ? readWords(words, handle, choices) : readChoice(type, words, choices.get(handle));
    if (typeof read === 'string') reasons.add(brouillon[read]);
    else segments.push(read);
    length += words.length;
  }
  if (segments.length > MOST.segments || length > MOST.allWords) reasons.add(brouillon['trop-long']);
  return reasons.size > 0 ? { kind: 'rejected', reasons: [...reasons] } : { kind: 'draft', segments };
}

/** Signs of blanks and of tags: they are for the model to read, not to write. */
const MARKS = /[⟦⟧<>]/u;

type Fault = keyof Reprises['brouillon'];

function readWords(words: string, handle: string, choices: ReadonlyMap<string, Choice>): Segment | Fault {
  if (handle !== '') return 'repere-en-trop';
  if (MARKS.test(words) || words.split(/\P{L}+/u).some((word) => choices.has(word))) return 'marque';
  return words.length > MOST.words ? 'trop-long' : { type: 'liaison', words };
}

function readChoice(type: Choice['kind'], words: string, choice: Choice | undefined): Segment | Fault {
  if (words.trim() !== '') return 'mots-en-trop';
  if (!choice) return 'repere-inconnu';
  return choice.kind === type ? { type: 'enonce', enonce: choice.enonce } : 'repere-genre';
}
