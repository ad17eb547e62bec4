import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { STATUTS_COURANTS } from '#corpus/law/statut.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import { describePassage } from './describe-passage.ts';
import type { Situation } from './situate/situation.ts';

/** What time adds to a passage's score, in standard deviations of the text views. */
const WEIGHTS = {
  /** A year of the question stands in it, or only others do. */
  year: 1.6,
  otherYear: -1,
  /** For each year after {@link RECENT_FROM}. */
  recent: 0.12,
  /** A proposal, or a rule that is over. */
  past: -2.5,
  /** A rule whose days do not include the one asked about. */
  outOfTime: -1.5,
  /** It was the rule on the past day that is asked about. */
  ruleThen: 2,
  /** A gap, when a definition or a story is asked rather than a figure. */
  gap: -1,
};
const RECENT_FROM = 2020;
/** Concepts that show that history is wanted, besides the question's own date. */
const HISTORY = ['q-histoire', 'q-evolution', 'proposition', 'negociation', 'opinion', 'syndicats', 'personnes'];
/** Concepts that ask for a figure or a yes: there, « not in the corpus » is an answer. */
const FIGURE = ['q-combien', 'q-quand', 'delai', 'montant', 'q-oui-non'];

/**
 * How well a passage fits the day and the years of a question.
 * @param years         years named in the question
 * @param sharedFigures figures of the question that the passage holds too: then it is what the asker read
 */
export function weighTime(
  passage: CorpusPassage,
  years: ReadonlySet<number>,
  sharedFigures: number,
  situation: Situation,
): number {
  const { statut, texte } = passage;
  const { asOf, asOfReason, concepts, today } = situation;
  const own = describePassage(passage).years;
  let weight = 0;
  if (years.size > 0 && own.size > 0)
    weight += [...years].some((year) => own.has(year)) ? WEIGHTS.year : WEIGHTS.otherYear;
  // Among facts of history (counts, spending) the latest is meant when no year is named.
  if (years.size === 0 && statut === 'historique')
    weight += WEIGHTS.recent * (Number(texte.date.slice(0, 4)) - RECENT_FROM);
  if (statut === 'absent' && !FIGURE.some((concept) => concepts.has(concept))) weight += WEIGHTS.gap;
  if (asOfReason !== 'aujourdhui' && asOf <= today) {
    if (statut === 'expire' && isWithin(passage, asOf)) return weight + WEIGHTS.ruleThen;
    return weight + (isOutOfTime(passage, asOf) ? WEIGHTS.outOfTime : 0);
  }
  if (wantsPast(years, situation)) return weight;
  if (isPast(passage, situation) && statut !== 'historique' && sharedFigures === 0) weight += WEIGHTS.past;
  return weight + (isOutOfTime(passage, asOf) ? WEIGHTS.outOfTime : 0);
}

/** Whether the question asks about the past rather than about what holds. */
export function asksHistory({ concepts, asOf, asOfReason, today }: Situation): boolean {
  return (asOfReason === 'question' && asOf <= today) || HISTORY.some((concept) => concepts.has(concept));
}

/** Whether the question asks what changed: before and after are then both of use. */
export function asksEvolution({ concepts }: Situation): boolean {
  return concepts.has('q-evolution');
}

/** Whether what is over has its place: history is asked, or a year that is gone. */
export function wantsPast(years: ReadonlySet<number>, situation: Situation): boolean {
  return asksHistory(situation) || [...years].some((year) => year < Number(situation.asOf.slice(0, 4)));
}

/** A proposal, a rule that was not in force on the day asked, or an account that another passage sets right. */
export function isPast(passage: CorpusPassage, { asOf }: Situation): boolean {
  const { statut, remplacePar } = passage;
  if (statut === 'proposition') return true;
  return (statut === 'expire' || (statut === 'historique' && remplacePar !== undefined)) && !isWithin(passage, asOf);
}

/** Whether a passage bounded in time held on a day. */
function isWithin({ valideDu, valideJusquau }: CorpusPassage, asOf: CalendarDate): boolean {
  return valideDu !== undefined && valideJusquau !== undefined && valideDu <= asOf && asOf <= valideJusquau;
}

function isOutOfTime({ valideDu, valideJusquau, statut }: CorpusPassage, asOf: CalendarDate): boolean {
  if (!STATUTS_COURANTS.includes(statut)) return false;
  return (valideDu !== undefined && valideDu > asOf) || (valideJusquau !== undefined && valideJusquau < asOf);
}
