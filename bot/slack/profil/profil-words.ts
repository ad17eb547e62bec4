import type { Lang } from '#corpus/law/lang.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Say, SlackContext } from '../slack-context.ts';

/** What a view of a profile is written with, in the language of the person who reads it. */
export type ProfilWords = {
  readonly say: Say;
  readonly parametres: Parametres;
  /** Name of a mission, ready to open a line. */
  readonly nameMission: (code: string) => LicensedText;
};

/** The words of a language. */
export function createWords(lang: Lang, { assembly, sayIn }: Pick<SlackContext, 'assembly' | 'sayIn'>): ProfilWords {
  const { parametres, pipeline } = assembly;
  return {
    say: sayIn(lang),
    parametres,
    nameMission(code) {
      const name = pipeline.vocabulary.nameMission(code, lang);
      return [`${name.charAt(0).toLocaleUpperCase(lang)}${name.slice(1)}`];
    },
  };
}
