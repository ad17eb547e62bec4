import { type Message, toMessage } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Comparaison, Cote, Mesure } from './comparaison.ts';
import { compareMesures } from './compare-mesures.ts';
import { isCompatible } from './is-compatible.ts';
import { type LectureCote, type LecturesCote, listLecturesCote } from './list-lectures-cote.ts';
import { findJourDeDroit, type TailleDuCote } from './list-tailles-cote.ts';

/** Both sides set against one another under one reading. */
export type LectureComparee = {
  readonly hypothese: readonly Message[];
  readonly value: Lignes;
  readonly hypotheses: readonly Message[];
  readonly notComputed: readonly Message[];
};

type Lignes = Omit<Comparaison, 'saisies'>;
type Deux<T> = { readonly a: T; readonly b: T };

/**
 * Money of two sides, each of one size, under every reading that can hold on both.
 * @legal see listLecturesCote
 */
export function compareTailles(
  tailles: Deux<TailleDuCote>,
  cotes: Deux<Cote>,
  parametres: Deux<Parametres>,
):
  | Exclude<LecturesCote, { readonly kind: 'lectures' }>
  | { readonly kind: 'lectures'; readonly lectures: readonly LectureComparee[] } {
  const a = listLecturesCote(cotes.a, tailles.a.taille, parametres.a);
  const b = listLecturesCote(cotes.b, tailles.b.taille, parametres.b);
  if (a.kind !== 'lectures') return a;
  if (b.kind !== 'lectures') return b;
  const lectures = a.lectures.flatMap((one) =>
    b.lectures
      .filter((other) => isCompatible(one.hypothese, other.hypothese))
      .map((other) => compareLectures({ a: one, b: other }, tailles, cotes, parametres)),
  );
  return { kind: 'lectures', lectures };
}

function compareLectures(
  lectures: Deux<LectureCote>,
  tailles: Deux<TailleDuCote>,
  cotes: Deux<Cote>,
  parametres: Deux<Parametres>,
): LectureComparee {
  function listOwn(side: 'a' | 'b') {
    return [...tailles[side].mesures, ...lectures[side].mesures];
  }
  function toLu(side: 'a' | 'b') {
    const own = listOwn(side);
    const other = listOwn(side === 'a' ? 'b' : 'a');
    const offered = cotes[side === 'a' ? 'b' : 'a'].texte?.kind === 'proposition';
    // A proposal is set against what it would have changed, and no more.
    const kept = offered ? own.filter(({ code }) => other.some((mesure) => mesure.code === code)) : own;
    // Told of each side, a size is not told again of each line: two sizes are compared line by line.
    const mesures = tailles[side].parmi ? kept : kept.map((mesure): Mesure => ({ ...mesure, taille: null }));
    return { cote: cotes[side], jour: findJourDeDroit(cotes[side], parametres[side]), mesures };
  }
  return {
    hypothese: toHypothese(
      [...tailles.a.doute, ...lectures.a.hypothese],
      [...tailles.b.doute, ...lectures.b.hypothese],
    ),
    value: compareMesures(toLu('a'), toLu('b')),
    hypotheses: [tailles.a, tailles.b, lectures.a, lectures.b].flatMap(({ hypotheses }) => hypotheses),
    notComputed: [...lectures.a.notComputed, ...lectures.b.notComputed],
  };
}

/** What tells a reading from the others: once when it is the same doubt on both sides, under its side otherwise. */
function toHypothese(a: readonly Message[], b: readonly Message[]): readonly Message[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return a;
  return [
    ...(a.length > 0 ? [...a, toMessage('comparaison-cote-a')] : []),
    ...(b.length > 0 ? [...b, toMessage('comparaison-cote-b')] : []),
  ];
}
