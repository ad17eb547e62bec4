import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toDonnee, toMessage } from '#corpus/law/message.ts';
import { findValueAt, type TailleCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Outcome } from '../outcome.ts';
import type { Comparaison, ComparaisonInput, Cote } from './comparaison.ts';
import { compareMesures } from './compare-mesures.ts';
import { compareTailles, type LectureComparee } from './compare-tailles.ts';
import { isCompatible } from './is-compatible.ts';
import { listLimites, listMesuresCommunes } from './list-mesures-communes.ts';
import { listSaisies } from './list-saisies.ts';
import { findJourDeDroit, listBornesCote, listTaillesCote, type TailleDuCote } from './list-tailles-cote.ts';
import { mergeLectures, toComparaison } from './to-comparaison.ts';

/**
 * What changes from one side to the other: money, size, missions, deadlines; and because of which text.
 * Without a size on either side, every size is compared.
 * @param input checked before (each side, see checkCote)
 * @param avant parameters that side A is read with, when they are not those of B: the law as it was known before
 * @returns computed; ambiguous with every reading that can hold on both sides; missing-input, not-applicable or
 *          not-covered when a side cannot be computed
 * @legal each side is read with the law of its own day; a proposal was never law and enters no total
 */
export function computeComparaison(
  { a, b }: ComparaisonInput,
  parametres: Parametres,
  asOf: CalendarDate,
  avant: Parametres = parametres,
): Outcome<Comparaison> {
  for (const { texte } of [a, b]) {
    if (texte?.kind === 'absent') return { kind: 'not-covered', asOf, reason: texte.reason, references: [] };
  }
  const taillesA = listTaillesCote(a, avant);
  const taillesB = listTaillesCote(b, parametres);
  if (taillesA.kind !== 'tailles') return { ...taillesA, asOf };
  if (taillesB.kind !== 'tailles') return { ...taillesB, asOf };
  const missing = listMissing(taillesA.tailles, taillesB.tailles);
  if (missing.length > 0) return { kind: 'missing-input', asOf, missing };
  const all = taillesA.tailles.length === 0 && taillesB.tailles.length === 0;
  const couples = all ? listToutes(a, b, parametres) : listCouples(taillesA.tailles, taillesB.tailles);
  const readings: LectureComparee[] = [];
  for (const couple of couples) {
    const found = compareTailles(couple, { a, b }, { a: avant, b: parametres });
    if (found.kind !== 'lectures') return { ...found, asOf };
    readings.push(...found.lectures);
  }
  const communes = compareMesures(
    { cote: a, jour: findJourDeDroit(a, avant), mesures: listMesuresCommunes(a, b, avant) },
    { cote: b, jour: findJourDeDroit(b, parametres), mesures: listMesuresCommunes(b, a, parametres) },
  );
  const saisies = listSaisies({ a, b });
  const limites = listLimites({ a, b });
  return toComparaison(all ? mergeLectures(readings) : readings, { communes, saisies, limites }, asOf);
}

type Couple = { readonly a: TailleDuCote; readonly b: TailleDuCote };

/** A side without a size beside one that has one: nothing says which is meant. */
function listMissing(a: readonly TailleDuCote[], b: readonly TailleDuCote[]) {
  if ((a.length === 0) === (b.length === 0)) return [];
  const cote = a.length === 0 ? 'A' : 'B';
  const question = toMessage('comparaison-demande-taille', { cote: toDonnee(cote) });
  return [{ champ: `${cote.toLowerCase()}.population`, question }];
}

/** Every size of either day, one after the other. */
function listToutes(a: Cote, b: Cote, parametres: Parametres): readonly Couple[] {
  const codes = new Set<TailleCode>();
  for (const { asOf } of [a, b]) {
    const { valeurs } = parametres.tailles;
    const dated = findValueAt(valeurs, asOf) ?? valeurs[0];
    for (const { taille } of dated?.valeur.classes ?? []) codes.add(taille);
  }
  function toSeule(taille: TailleCode, cote: Cote): TailleDuCote {
    return { taille, parmi: true, doute: [], hypotheses: [], mesures: listBornesCote(taille, cote, parametres) };
  }
  return [...codes].map((taille) => ({ a: toSeule(taille, a), b: toSeule(taille, b) }));
}

function listCouples(a: readonly TailleDuCote[], b: readonly TailleDuCote[]): readonly Couple[] {
  return a.flatMap((one) =>
    b.filter((other) => isCompatible(one.doute, other.doute)).map((other) => ({ a: one, b: other })),
  );
}
