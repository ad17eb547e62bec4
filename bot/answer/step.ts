import type { Calcul } from './calcul.ts';
import type { Guide } from './guide.ts';

/** What the bot is doing for a question: it searches, a tool computes, a model is asked, its draft is checked. */
export type Step =
  | { readonly kind: 'cherche' | 'modele' | 'verifie' }
  | { readonly kind: 'calcule'; readonly tool: Calcul['tool'] };

/** Told of each step as it begins; what it does has no effect on the answer. */
export type OnStep = (step: Step) => void;

/** The same guide, each of its steps being told. */
export function watchGuide(guide: Guide, onStep: OnStep | undefined): Guide {
  if (!onStep) return guide;
  return {
    chooseTools(context) {
      onStep({ kind: 'modele' });
      return guide.chooseTools(context);
    },
    async compose(context) {
      onStep({ kind: 'modele' });
      const proposal = await guide.compose(context);
      onStep({ kind: 'verifie' });
      return proposal;
    },
  };
}
