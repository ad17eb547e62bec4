import type { Statut } from '#corpus/law/statut.ts';
import type { QuestionAttendue } from '../questions.ts';
import type { Observation } from './observation.ts';

/** What rests on no text: a sum on the figures of the asker, a gap of the corpus. */
const SANS_TEXTE: readonly (Statut | null)[] = [null, 'deduit', 'absent'];

/** Ids of the sources that an answer cites, first cited first. */
export function listCited({ sources, enonces }: Pick<Observation, 'sources' | 'enonces'>): readonly string[] {
  return [...new Set([...sources.flatMap(({ refs }) => refs), ...enonces.flatMap(({ refs }) => refs)])];
}

/** Whether one of the sources expected is cited. */
export function scoreReferences(
  { refs }: Pick<QuestionAttendue, 'refs'>,
  observed: Pick<Observation, 'sources' | 'enonces'>,
): readonly string[] {
  const cited = listCited(observed);
  return refs.length === 0 || refs.some((ref) => cited.includes(ref)) ? [] : [`aucune source parmi ${refs.join(', ')}`];
}

/**
 * Whether what is cited supports what is said: a claim on the law has a source, a mark leads to one, and a figure
 * quoted from a passage is in the passage, letter for letter, at its place, and that passage is cited.
 */
export function scoreSoutien({ enonces, sources }: Pick<Observation, 'enonces' | 'sources'>): readonly string[] {
  return enonces.flatMap(({ id, statut, marks, refs, figures }) => {
    const cited = sources.filter(({ number }) => marks.includes(number));
    return [
      ...(SANS_TEXTE.includes(statut) || refs.length > 0 ? [] : [`${id} affirme sans source`]),
      ...marks
        .filter((mark) => !sources.some(({ number }) => number === mark))
        .map((mark) => `${id} renvoie à [${mark}]`),
      ...figures.flatMap(({ origin, text }) => {
        if (origin.type !== 'source' || cited.length === 0) return [];
        const source = cited.find(({ passage }) => passage === origin.passage);
        if (!source) return [];
        return source.corps.slice(...origin.span) === text ? [] : [`${text} n'est pas dans ${origin.passage}`];
      }),
    ];
  });
}

/** A claim that is not in force says so: its standing is that of the passage it comes from. */
export function scoreStatutMontre({ enonces, sources }: Pick<Observation, 'enonces' | 'sources'>): readonly string[] {
  return enonces.flatMap(({ id, statut }) => {
    const source = sources.find(({ passage }) => passage === id);
    return source && source.statut !== statut ? [`${id} est ${source.statut} et se dit ${statut}`] : [];
  });
}
