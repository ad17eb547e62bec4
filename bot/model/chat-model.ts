import type { z } from 'zod';

/** A message of the exchange with a model. No text here holds a figure: blanks stand in their place. */
export type ModelMessage =
  | { readonly role: 'system' | 'user'; readonly text: string }
  | { readonly role: 'assistant'; readonly text: string; readonly calls: readonly ModelCall[] }
  | { readonly role: 'tool'; readonly call: string; readonly text: string };

/** A call that a model asks for; `args` is whatever it wrote, checked by whoever runs the tool. */
export type ModelCall = { readonly id: string; readonly name: string; readonly args: unknown };

/** A tool as a model sees it: closed choices and handles only, in French, without any figure. */
export type ModelTool = {
  readonly name: string;
  readonly description: string;
  /** An object of enums and handles; no union, which strict endpoints refuse. */
  readonly schema: z.ZodObject;
};

/** Tokens as the endpoint counted them, or as they were estimated when it did not. */
export type ModelUsage = { readonly input: number; readonly output: number };

/** Calls asked for, with whatever text came along. */
export type ToolReply = { readonly calls: readonly ModelCall[]; readonly text: string; readonly usage: ModelUsage };

/** What was written, parsed from JSON but not checked further: the caller has the schema. */
export type DraftReply = { readonly draft: unknown; readonly usage: ModelUsage };

/** What one exchange is bound by. */
export type ModelOptions = {
  /** Ends the exchange, the repetitions included. */
  readonly signal: AbortSignal;
};

/**
 * A language model that talks, behind the LangChain adapter or a scripted one.
 * Both methods reject with a {@link BotError} whose code begins with ERR_MODELE_, and with nothing else.
 */
export type ChatModel = {
  /** Name of the model, for receipts. */
  readonly name: string;
  /** Offers tools; an endpoint that has none gives an empty list of calls. */
  chooseTools(
    messages: readonly ModelMessage[],
    tools: readonly ModelTool[],
    options: ModelOptions,
  ): Promise<ToolReply>;
  /** Asks for an object of this schema: strict JSON schema, else JSON mode, else plain text that holds JSON. */
  writeDraft(messages: readonly ModelMessage[], schema: z.ZodObject, options: ModelOptions): Promise<DraftReply>;
};
