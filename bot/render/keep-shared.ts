import type { Comparaison } from '#tools/comparaison/comparaison.ts';

/** Lines of one reading that another reading does not have. */
export function keepOwn(value: Comparaison, all: readonly Comparaison[]): Comparaison {
  return keep(value, (name, line) => !all.every((other) => has(other[name], line)));
}

/** Lines that every reading has. */
export function keepShared(all: readonly Comparaison[]): Comparaison {
  const [first] = all;
  if (!first) throw new RangeError('an ambiguous outcome has a reading');
  return keep(first, (name, line) => all.every((other) => has(other[name], line)));
}

type Name = 'differences' | 'identiques' | 'absents';

function keep(value: Comparaison, wanted: (name: Name, line: unknown) => boolean): Comparaison {
  return {
    ...value,
    differences: value.differences.filter((line) => wanted('differences', line)),
    identiques: value.identiques.filter((line) => wanted('identiques', line)),
    absents: value.absents.filter((line) => wanted('absents', line)),
  };
}

function has(lines: readonly unknown[], line: unknown): boolean {
  const text = JSON.stringify(line);
  return lines.some((other) => JSON.stringify(other) === text);
}
