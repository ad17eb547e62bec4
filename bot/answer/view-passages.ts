import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';

type Passages = ReadonlyMap<string, CorpusPassage>;

/** A view for each day on which something differs; made once, so that what is worked out of a passage is kept. */
const views = new WeakMap<Passages, Map<CalendarDate, Passages>>();

/**
 * Passages as they stand for who asks on a day: a text that nobody had signed yet is not known, and what has expired
 * since was in force.
 */
export function viewPassages(passages: Passages, today: CalendarDate): Passages {
  const kept = views.get(passages) ?? new Map<CalendarDate, Passages>();
  views.set(passages, kept);
  const known = kept.get(today);
  if (known) return known;
  const view = new Map(
    [...passages].flatMap(([id, passage]) => viewOne(passage, today).map((one) => [id, one] as const)),
  );
  // One day after another is asked about: a few are enough.
  if (kept.size >= VIEWS_MAX) kept.clear();
  kept.set(today, view);
  return view;
}

const VIEWS_MAX = 8;

function viewOne(passage: CorpusPassage, today: CalendarDate): readonly CorpusPassage[] {
  const { statut, confiance, texte, valideDu, valideJusquau } = passage;
  if (texte.signeLe !== undefined && texte.signeLe > today) return [];
  const holds = valideDu !== undefined && valideJusquau !== undefined && valideDu <= today && today <= valideJusquau;
  if (statut !== 'expire' || !holds) return [passage];
  return [{ ...passage, statut: confiance === 'I' ? 'deduit' : 'en-vigueur' }];
}
