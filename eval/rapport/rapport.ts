import type { Bilan, Compte, Repere } from '../bilan.ts';
import type { Resultat } from '../play-questions.ts';
import type { Comparaison } from '../rivaux/compare-rivals.ts';

/** How the questions were asked: without a model, with the one that is set, with one that follows a script. */
export type Mode = 'deterministe' | 'live' | 'scripted';

/** Another suite, in a line: what was measured and what came out. */
export type Suite = { readonly nom: string; readonly compte: Compte; readonly note: string };

/** What was left out, and why. */
export type NonJoue = { readonly nom: string; readonly raison: string };

/** All that a report shows. */
export type Rapport = {
  readonly quand: string;
  readonly mode: Mode;
  readonly secondes: number;
  readonly bilan: Bilan;
  readonly premier: Repere;
  readonly garde: Repere | undefined;
  /** Categories below the kept run. */
  readonly baisses: readonly string[];
  readonly rivaux: readonly Comparaison[];
  readonly suites: readonly Suite[];
  readonly nonJoues: readonly NonJoue[];
  readonly resultats: readonly Resultat[];
};

/** Results in which something is wrong, unstable wordings included. */
export function listEchecs(resultats: readonly Resultat[]): readonly Resultat[] {
  return resultats.filter(({ fautes, instables = [] }) => fautes.length > 0 || instables.length > 0);
}
