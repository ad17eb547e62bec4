import type { Materials, Segment } from '#bot/answer/compose.ts';
import type { Enonce } from '#bot/answer/enonce.ts';
import { fillPlaces, type Offered } from './places.ts';

/** A draft in segments, as a guide gives it; undefined when the question offers no such énoncé. */
export function writeSegments(draft: string, { calculs, passages }: Materials): readonly Segment[] | undefined {
  const offered: Offered<Enonce>[] = [
    ...calculs.map((enonce) => ({ kind: 'enonce' as const, statut: enonce.statut, value: enonce })),
    ...passages.map(({ enonce }) => ({ kind: 'citation' as const, statut: enonce.statut, value: enonce })),
  ];
  return fillPlaces(draft, offered)?.map(
    (piece): Segment => (piece.type === 'liaison' ? piece : { type: 'enonce', enonce: piece.value }),
  );
}
