import type { Condition, Intention, NomDeFait } from './donnees.ts';
import type { Faits } from './faits.ts';

/** What was understood of a question. */
export type Understood = {
  readonly faits: Faits;
  readonly concepts: ReadonlySet<string>;
  readonly nous: boolean;
  /** Facts are given and nothing is asked: « contrat signé le … ». */
  readonly bare: boolean;
};

/** Intentions whose conditions hold, in the order of the data, less those that another one replaces. */
export function matchIntentions(intentions: readonly Intention[], understood: Understood): readonly Intention[] {
  const matched = intentions.filter(({ si }) => si.some((condition) => holds(condition, understood)));
  const replaced = new Set(matched.flatMap(({ remplace }) => remplace));
  return matched.filter(({ id }) => !replaced.has(id));
}

/**
 * The same with a profile, which completes a question and never makes one: what the words ask alone comes first, and
 * only what they ask of some subject, or of the asker's own community, is then looked for with the facts of the profile.
 * @param words    what the words and the thread say
 * @param faits    the same facts with those of the profile
 * @param isSubject whether a concept tells by itself what is spoken of
 */
export function matchWithProfil(
  intentions: readonly Intention[],
  words: Understood,
  faits: Faits,
  isSubject: (concept: string) => boolean,
): readonly Intention[] {
  const asked = matchIntentions(intentions, words);
  if (asked.length > 0) return asked;
  const { concepts, nous } = words;
  const opened = intentions.map((intention) => {
    const si = intention.si.filter((condition) => {
      const met = [...condition.concepts, ...condition.unDe.flat()].filter((concept) => concepts.has(concept));
      const isAsked = nous ? met.length > 0 : met.some(isSubject);
      return isAsked && condition.dits.every((name) => hasFait(words.faits, name));
    });
    return { ...intention, si };
  });
  return matchIntentions(opened, { ...words, faits, nous: true });
}

function holds(condition: Condition, { faits, concepts, nous, bare }: Understood): boolean {
  function has(concept: string): boolean {
    if (concept === 'rien-demande') return bare;
    return concept === 'nous' ? nous : concepts.has(concept);
  }
  return (
    condition.faits.every((name) => hasFait(faits, name)) &&
    !condition.sansFaits.some((name) => hasFait(faits, name)) &&
    condition.concepts.every(has) &&
    condition.unDe.every((list) => list.some(has)) &&
    !condition.aucun.some(has)
  );
}

function hasFait(faits: Faits, name: NomDeFait): boolean {
  const missions = Object.values(faits.missions ?? {});
  switch (name) {
    case 'taille':
      return faits.population !== undefined || faits.tailles !== undefined;
    case 'missionFixe':
      return faits.mission?.fixe !== undefined || missions.some(({ fixe }) => fixe !== undefined);
    case 'missionVariable':
      return faits.mission?.variable !== undefined || missions.some(({ variable }) => variable !== undefined);
    case 'missionTaux':
      return faits.mission?.taux !== undefined || missions.some(({ taux }) => taux !== undefined);
    case 'deuxTailles':
      return (faits.populations?.length ?? 0) > 1 || (faits.tailles?.length ?? 0) > 1;
    case 'tailleNommee':
      return faits.tailles !== undefined && faits.populationBornee === undefined;
    case 'mission':
      return missions.length > 0;
    default:
      return faits[name] !== undefined;
  }
}
