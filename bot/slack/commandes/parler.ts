import type { Referentiel } from '#bot/render/referentiel.ts';
import { createScribe, type Scribe } from '#bot/render/scribe.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Lang } from '#corpus/law/lang.ts';
import type { Say, SlackContext } from '../slack-context.ts';

/** All that is needed to tell a result to a person, in her language. */
export type Parole = {
  readonly lang: Lang;
  readonly say: Say;
  readonly referentiel: Referentiel;
  /** The scribe of a tool, for a day. */
  readonly write: (tool: string, asOf: CalendarDate) => Scribe;
};

/** How a person is spoken to: in French when her language is not known. */
export async function findParole(
  user: string,
  { assembly, sayIn, findLang }: Pick<SlackContext, 'assembly' | 'sayIn' | 'findLang'>,
): Promise<Parole> {
  const lang = await findLang(user);
  const { corpus, parametres, pipeline } = assembly;
  const { vocabulary } = pipeline;
  return {
    lang,
    say: sayIn(lang),
    referentiel: { corpus, parametres, vocabulary },
    write: (tool, asOf) => createScribe(tool, asOf, vocabulary, lang),
  };
}
