import { z } from 'zod';
import { ToolInputs } from '#bot/answer/tool-call.ts';

/** Inputs that a handle can give: all but the mission, which is a closed choice. */
export const ArgumentName = ToolInputs.keyof().exclude(['mission']);
export type ArgumentName = z.infer<typeof ArgumentName>;

/** What a figure must be to serve as an argument. */
const Genre = z.enum(['nombre', 'montant', 'jour', 'periode', 'part']);

const Argument = z.strictObject({
  genre: Genre,
  /** What the grammar must have taken the figure for, when it took it for something. */
  role: z.string(),
  libelle: z.string(),
  description: z.string(),
});
export type Argument = z.infer<typeof Argument>;

/** `bot/model/prompts/outils.yaml`: the tools as the model is told of them, and the intention that each one stands for. */
export const Outils = z.strictObject({
  arguments: z.record(ArgumentName, Argument),
  /** Description of the choice of a mission, then of the aspect. */
  mission: z.string(),
  aspect: z.string(),
  outils: z.record(
    z.string().regex(/^[a-z]+(-[a-z]+)*$/),
    z.strictObject({
      description: z.string(),
      /** Ids of intentions by aspect; a tool of one aspect gives no choice of it. */
      aspects: z.record(z.string(), z.string()),
      arguments: z.array(ArgumentName),
      /** Without a figure for each of these, the tool is not shown. */
      necessaires: z.array(ArgumentName).default([]),
      /** The mission spoken of may be given. */
      mission: z.boolean().default(false),
    }),
  ),
});
export type Outils = z.infer<typeof Outils>;
export type Outil = Outils['outils'][string];
