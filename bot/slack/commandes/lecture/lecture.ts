import type { Comprehension } from '#bot/answer/situate/situate.ts';
import type { CommandesDonnees } from './commandes-donnees.ts';

/** What reading arguments needs: the grammar of questions, and the words of commands. */
export type Lecture = { readonly comprehension: Comprehension; readonly donnees: CommandesDonnees['arguments'] };

/** Words of a text, and where they stand. */
export type Span = { readonly text: string; readonly start: number; readonly end: number };
