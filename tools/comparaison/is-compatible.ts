import type { Message } from '#corpus/law/message.ts';

/**
 * Whether two readings can hold together: what one reads one way, the other does not read another way.
 * @legal none: one doubt of the texts has one answer, whatever the side
 */
export function isCompatible(a: readonly Message[], b: readonly Message[]): boolean {
  return a.every((one) => b.every((other) => toDoute(one) !== toDoute(other) || isSame(one, other)));
}

/** The doubt that a reading settles: `lecture-complement-inclus` and `lecture-complement-exclu` are of one. */
function toDoute({ code }: Message): string {
  return code.split('-').slice(0, 2).join('-');
}

function isSame(one: Message, other: Message): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
