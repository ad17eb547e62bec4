import type { Parsed } from '#bot/commands/options/parsed.ts';
import type { InputProblem } from '#tools/outcome.ts';
import type { Saisie } from '../modal/saisie.ts';

/** A form that was read: what it says, or everything wrong in it. */
export type Lue<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'problems'; readonly problems: readonly InputProblem[] };

/** Reads the fields of a form one by one; what is refused adds up, each under its field. */
export type Lecteur = {
  readonly take: <T>(champ: string, parse: (text: string) => Parsed<T>) => T | undefined;
  readonly problems: InputProblem[];
};

/** Opens a form to be read. */
export function createLecteur(saisie: Saisie): Lecteur {
  const problems: InputProblem[] = [];
  return {
    problems,
    take(champ, parse) {
      const text = saisie.text(champ);
      if (text === undefined) return undefined;
      const parsed = parse(text);
      if (parsed.kind === 'value') return parsed.value;
      problems.push(...[parsed.message, ...(parsed.also ?? [])].map((message) => ({ champ, message })));
      return undefined;
    },
  };
}

/**
 * Problems of the tools, each under a field of the form: its own, else the one that stands for it, else the first.
 * @param places fields of the checks that the form has not, and the field that each is told under
 */
export function placeProblems(
  problems: readonly InputProblem[],
  [first, ...others]: readonly [string, ...string[]],
  places: ReadonlyMap<string, string>,
): readonly InputProblem[] {
  const own = new Set([first, ...others]);
  return problems.map(({ champ, message }) => {
    return { champ: own.has(champ) ? champ : (places.get(champ) ?? first), message };
  });
}
