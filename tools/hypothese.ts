import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import type { Reference } from '#corpus/law/reference.ts';

/** A value of the parameters that rests on a named assumption. */
type Assumed = {
  readonly hypothese?: string | undefined;
  readonly depuis: CalendarDate;
  readonly reference: Reference;
};

/**
 * The assumption that goes with a value, with its text and first day to be printed; empty when it rests on none.
 * @legal conventions of the project, named in corpus/parametres
 */
export function listHypotheses({ hypothese, depuis, reference }: Assumed): readonly Message[] {
  if (!hypothese) return [];
  return [
    toMessage(hypothese, { texte: { kind: 'texte', id: reference.texte }, depuis: { kind: 'date', date: depuis } }),
  ];
}
