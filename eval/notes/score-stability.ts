import type { Observation } from './observation.ts';
import type { Faute } from './score-observation.ts';

/** An answer, and what the scorers found wrong in it. */
export type Jugee = { readonly observed: Pick<Observation, 'kind'>; readonly fautes: readonly Faute[] };

/**
 * Whether other wordings of a question get the same answer: the same kind, and the same of what must be said, shown
 * and cited.
 * @returns the wordings that got another one, by their place in the list, with what differs
 */
export function compareWordings(
  first: Jugee,
  others: readonly Jugee[],
): readonly { readonly at: number; readonly message: string }[] {
  return others.flatMap((other, at) => {
    const message = compare(first, other);
    return message === undefined ? [] : [{ at, message }];
  });
}

function compare(first: Jugee, other: Jugee): string | undefined {
  if (first.observed.kind !== other.observed.kind) return `${other.observed.kind} au lieu de ${first.observed.kind}`;
  const [known, found] = [listMessages(first), listMessages(other)];
  const more = found.filter((message) => !known.includes(message));
  const less = known.filter((message) => !found.includes(message)).map((message) => `sans cette faute : ${message}`);
  const [message] = [...more, ...less];
  return message;
}

/** Time says nothing of an answer. */
function listMessages({ fautes }: Jugee): readonly string[] {
  return fautes.filter(({ note }) => note !== 'latence').map(({ message }) => message);
}
