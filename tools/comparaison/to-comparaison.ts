import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Message } from '#corpus/law/message.ts';
import type { Outcome } from '../outcome.ts';
import type { Comparaison, Saisie } from './comparaison.ts';
import type { LectureComparee } from './compare-tailles.ts';

/** What every reading shares. */
type Commun = {
  readonly communes: LectureComparee['value'];
  readonly saisies: readonly Saisie[];
  readonly limites: readonly Message[];
};

/**
 * The readings as one outcome, each with the lines that do not depend on it.
 * @legal none: the shape of an answer
 */
export function toComparaison(
  lectures: readonly LectureComparee[],
  { communes, saisies, limites }: Commun,
  asOf: CalendarDate,
): Outcome<Comparaison> {
  const readings = lectures.map(({ hypothese, value }) => {
    return { hypothese, value: { ...joinLignes([value, communes]), saisies } };
  });
  const assumed = readings.flatMap(({ value }) => value.differences.flatMap(({ a, b }) => [a, b]));
  const common = {
    hypotheses: unique([
      ...lectures.flatMap(({ hypotheses }) => hypotheses),
      ...assumed.flatMap(({ hypotheses }) => hypotheses),
    ]),
    notComputed: unique([...limites, ...lectures.flatMap(({ notComputed }) => notComputed)]).filter(
      ({ code }) => !TOLD.has(code),
    ),
  };
  const [only, ...others] = readings;
  if (only && others.length === 0) return { kind: 'computed', asOf, value: only.value, ...common };
  return { kind: 'ambiguous', asOf, readings, ...common };
}

/**
 * Readings of several sizes as those of all: what one size does not leave open holds in every reading of the others.
 * @legal none
 */
export function mergeLectures(lectures: readonly LectureComparee[]): readonly LectureComparee[] {
  const certain = lectures.filter(({ hypothese }) => hypothese.length === 0);
  const groups = new Map<string, LectureComparee[]>();
  for (const lecture of lectures) {
    if (lecture.hypothese.length === 0) continue;
    const key = JSON.stringify(lecture.hypothese);
    groups.set(key, [...(groups.get(key) ?? certain), lecture]);
  }
  const merged = groups.size === 0 ? [certain] : [...groups.values()];
  return merged.map((group) => ({
    hypothese: group.at(-1)?.hypothese ?? [],
    value: joinLignes(group.map(({ value }) => value)),
    hypotheses: group.flatMap(({ hypotheses }) => hypotheses),
    notComputed: group.flatMap(({ notComputed }) => notComputed),
  }));
}

/** Gaps that the lines tell themselves, each beside its side. */
const TOLD: ReadonlySet<string> = new Set([
  'mission-non-demandee',
  'mission-pas-encore',
  'mission-demarre-apres',
  'plafond-inconnu',
  'plafond-membres',
  'complement-indetermine',
  'fonctionnement-missions-non-demarrees',
  'variable-sans-taux',
]);

function joinLignes(values: readonly LectureComparee['value'][]): LectureComparee['value'] {
  return {
    differences: values.flatMap(({ differences }) => differences),
    identiques: values.flatMap(({ identiques }) => identiques),
    absents: values.flatMap(({ absents }) => absents),
  };
}

function unique(messages: readonly Message[]): readonly Message[] {
  return [...new Map(messages.map((message) => [JSON.stringify(message), message])).values()];
}
