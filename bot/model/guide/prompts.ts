import { z } from 'zod';
import type { Blanked } from '../blanks/blanked.ts';
import type { Outils } from '../tools/outils.ts';

/** `bot/model/prompts/reprises.yaml`: what a model is told of what it did wrong. */
export const Reprises = z.strictObject({
  outils: z.strictObject({
    'outil-inconnu': z.string(),
    arguments: z.string(),
    'repere-inconnu': z.string(),
    'repere-role': z.string(),
    'repere-genre': z.string(),
    impossible: z.string(),
    'deja-fait': z.string(),
  }),
  brouillon: z.strictObject({
    format: z.string(),
    'repere-inconnu': z.string(),
    'repere-genre': z.string(),
    'mots-en-trop': z.string(),
    'repere-en-trop': z.string(),
    marque: z.string(),
    'trop-long': z.string(),
    illisible: z.string(),
  }),
});
export type Reprises = z.infer<typeof Reprises>;

/** Everything that a model is told by the project itself, with what identifies it. */
export type Prompts = {
  /** Who the model is, then its task: choosing tools, or composing. */
  readonly outils: Blanked;
  readonly brouillon: Blanked;
  /** What precedes the reasons of a rejection. */
  readonly reprise: Blanked;
  readonly reprises: Reprises;
  readonly toolbox: Outils;
  /** sha256 of the files. */
  readonly hash: string;
};
