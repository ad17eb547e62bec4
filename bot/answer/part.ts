import type { AnswerKind } from './answer.ts';
import type { Calcul } from './calcul.ts';
import type { Enonce } from './enonce.ts';
import type { GuideRecord } from './guide-record.ts';
import type { LinkedEnonce } from './linked-enonce.ts';
import type { Situation } from './situate/situation.ts';

/** What one question, or one part of several asked at once, came to. */
export type Part = {
  readonly kind: AnswerKind;
  readonly situation: Situation;
  readonly enonces: readonly LinkedEnonce[];
  readonly calculs: readonly Calcul[];
  readonly composer: 'deterministic' | 'model';
  readonly rejections: readonly string[];
  /** What a guide did, when there was one. */
  readonly record?: GuideRecord;
};

/** A part told by the interface alone, or by tools that could not compute. */
export function toPart(
  kind: AnswerKind,
  situation: Situation,
  enonces: readonly Enonce[],
  calculs: readonly Calcul[] = [],
): Part {
  const linked = enonces.map((enonce) => ({ enonce }));
  return { kind, situation, enonces: linked, calculs, composer: 'deterministic', rejections: [] };
}
