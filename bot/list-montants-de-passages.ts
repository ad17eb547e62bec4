import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toCentimes } from '#corpus/law/euros.ts';
import { toMessage } from '#corpus/law/message.ts';
import { readFigures } from '#corpus/law/read-figures.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Statut } from '#corpus/law/statut.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import type { MontantConnu } from '#tools/montant/list-montants-connus.ts';

/** Every amount in euros that stands in a passage, once a passage, with the passage's standing on the day asked. */
export function listMontantsDePassages(
  passages: readonly CorpusPassage[],
  asOf: CalendarDate,
): readonly MontantConnu[] {
  return passages.flatMap((passage) => {
    const { id, titre, corps, confiance } = passage;
    const reference: Reference = {
      texte: passage.texte.id,
      refs: passage.refs,
      passage: id,
      ...(passage.article === undefined ? {} : { article: passage.article }),
    };
    const none = { regle: null, taille: null, fin: null } as const;
    const common = { statut: toStatut(passage, asOf), confiance, references: [reference], sujet: 'passage', ...none };
    const figures = readFigures(corps, asOf);
    const euros = new Set(figures.flatMap((figure) => (figure.kind === 'amount' ? [figure.euros] : [])));
    const label = toMessage('connu-passage', { titre: { kind: 'donnee', fr: titre, en: titre } });
    return [...euros].map((value): MontantConnu => ({ centimes: toCentimes(value), label, ...common }));
  });
}

/** What held until a day that is past holds no more. */
function toStatut({ statut, valideJusquau }: CorpusPassage, asOf: CalendarDate): Statut {
  const isOver = valideJusquau !== undefined && valideJusquau < asOf;
  return isOver && statut === 'en-vigueur' ? 'expire' : statut;
}
