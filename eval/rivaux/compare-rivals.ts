import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { formatDate } from '#corpus/law/format-date.ts';
import { formatNumber } from '#corpus/law/format-euros.ts';
import type { Compte } from '../bilan.ts';
import type { QuestionPosee } from '../load-questions.ts';
import { isSaid } from '../notes/fold-words.ts';
import { listCited } from '../notes/score-sources.ts';
import type { Resultat } from '../play-questions.ts';
import type { Rival } from './rival.ts';

/** What one way of answering reaches on questions that all can be asked. */
export type Comparaison = { readonly nom: string; readonly source: Compte; readonly faits: Compte };

/** The bot and what people would build instead, on single questions that have a source: right source first, facts and figures said. */
export async function compareRivals(
  results: readonly Resultat[],
  rivals: readonly Rival[],
): Promise<readonly Comparaison[]> {
  const common = results.filter(({ question }) => isCommon(question));
  const ours = common.map(({ question, observed }) => ({
    question,
    // The first source, or the source of a first claim that has no passage.
    refs: observed.sources[0]?.refs ?? listCited(observed).slice(0, 1),
    text: observed.text,
  }));
  const compared = [measure('cpts-bot', ours)];
  for (const rival of rivals) {
    const said: Said[] = [];
    for (const { question } of common) said.push({ question, ...(await rival.ask(question.texte)) });
    compared.push(measure(rival.nom, said));
  }
  return compared;
}

type Said = { readonly question: QuestionPosee; readonly refs: readonly string[]; readonly text: string };

function isCommon({ refs, avant, profil, kind }: QuestionPosee): boolean {
  return refs.length > 0 && avant.length === 0 && profil === undefined && kind.every((one) => one === 'answered');
}

function measure(nom: string, said: readonly Said[]): Comparaison {
  return {
    nom,
    source: countWhere(said, ({ question, refs }) => question.refs.some((ref) => refs.includes(ref))),
    faits: countWhere(said, ({ question: { dit, chiffres }, text }) =>
      [...dit, ...chiffres.map(toAlternatives)].every((line) => isSaid(line, text)),
    ),
  };
}

function countWhere(said: readonly Said[], isRight: (one: Said) => boolean): Compte {
  return { justes: said.filter(isRight).length, posees: said.length };
}

/** A figure as it is written in both languages. */
function toAlternatives(value: number | CalendarDate): string {
  const written =
    typeof value === 'number'
      ? [formatNumber(value, 'fr'), formatNumber(value, 'en')]
      : [formatDate(value, 'fr'), formatDate(value, 'en')];
  return written.join(' | ');
}
