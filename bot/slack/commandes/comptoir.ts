import type { Verification } from '#bot/verification/create-verification.ts';
import { loadVerification } from '#bot/verification/load-verification.ts';
import type { SlackContext } from '../slack-context.ts';
import type { CommandesDonnees } from './lecture/commandes-donnees.ts';
import type { Lecture } from './lecture/lecture.ts';
import { loadCommandes } from './lecture/load-commandes.ts';
import { createTextesVerifies, type TextesVerifies } from './verdicts.ts';

/** What the commands share, built once when the bot connects. */
export type Comptoir = {
  readonly donnees: CommandesDonnees;
  readonly lecture: Lecture;
  readonly textes: TextesVerifies;
  readonly verify: Verification;
};

/** Reads what the commands need; the verification of texts is built when it is first asked for. */
export function createComptoir({ assembly }: Pick<SlackContext, 'assembly'>): Comptoir {
  const { corpus, parametres, pipeline } = assembly;
  const { comprehension, vocabulary } = pipeline;
  const donnees = loadCommandes();
  let verification: Verification | undefined;
  return {
    donnees,
    lecture: { comprehension, donnees: donnees.arguments },
    textes: createTextesVerifies(),
    verify(text, asOf, today) {
      verification ??= loadVerification({ corpus, parametres, vocabulary });
      return verification(text, asOf, today);
    },
  };
}
