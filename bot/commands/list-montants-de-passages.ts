import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toCentimes } from '#corpus/law/euros.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Statut } from '#corpus/law/statut.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import type { MontantDePassage } from '#tools/montant/find-lectures.ts';
import { licenseText } from '../answer/license-text.ts';

/** Every amount in euros that stands in a passage, once a passage, with the passage's standing on the day asked. */
export function listMontantsDePassages(
  passages: readonly CorpusPassage[],
  asOf: CalendarDate,
): readonly MontantDePassage[] {
  return passages.flatMap((passage) => {
    const { id, titre, corps, statut, confiance } = passage;
    const reference: Reference = {
      texte: passage.texte.id,
      refs: passage.refs,
      ...(passage.article === undefined ? {} : { article: passage.article }),
    };
    const common = { statut: toStatut(passage, asOf), confiance, references: [reference], regle: null, taille: null };
    const pieces = licenseText(corps, id, asOf, { statut, confiance, references: [reference] });
    const euros = pieces.flatMap((piece) => {
      return typeof piece !== 'string' && piece.unit === 'EUR' && typeof piece.value === 'number' ? [piece.value] : [];
    });
    const label = toMessage('connu-passage', { titre: { kind: 'donnee', fr: titre, en: titre } });
    return [...new Set(euros)].map((value): MontantDePassage => ({ centimes: toCentimes(value), label, ...common }));
  });
}

/** What held until a day that is past holds no more. */
function toStatut({ statut, valideJusquau }: CorpusPassage, asOf: CalendarDate): Statut {
  const isOver = valideJusquau !== undefined && valideJusquau < asOf;
  return isOver && statut === 'en-vigueur' ? 'expire' : statut;
}
