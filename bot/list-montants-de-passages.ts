import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toCentimes } from '#corpus/law/euros.ts';
import { toDonnee, toMessage } from '#corpus/law/message.ts';
import { readFigures } from '#corpus/law/read-figures.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Statut } from '#corpus/law/statut.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import type { MontantConnu } from '#tools/montant/list-montants-connus.ts';

/** The name of a text begins with a day: `2021-12-20-avenant-2`. */
const ISO_DAY_LENGTH = 10;

/**
 * Every amount in euros that stands in a passage, once a passage, with the passage's standing on the day asked and the
 * first day of what it says. A passage that tells a gap quotes amounts of other rules: it gives none a meaning.
 */
export function listMontantsDePassages(
  passages: readonly CorpusPassage[],
  asOf: CalendarDate,
): readonly MontantConnu[] {
  return passages.flatMap((passage) => {
    if (passage.statut === 'absent') return [];
    const { id, titre, corps, confiance } = passage;
    const reference: Reference = {
      texte: passage.texte.id,
      refs: passage.refs,
      passage: id,
      ...(passage.article === undefined ? {} : { article: passage.article }),
    };
    const none = { regle: null, taille: null, fin: null } as const;
    const appui = { statut: toStatut(passage, asOf), confiance, references: [reference], depuis: findDebut(passage) };
    const common = { ...appui, sujet: 'passage', ...none };
    const figures = readFigures(corps, asOf);
    const euros = new Set(figures.flatMap((figure) => (figure.kind === 'amount' ? [figure.euros] : [])));
    const label = toMessage('connu-passage', { titre: toDonnee(titre) });
    return [...euros].map((value): MontantConnu => ({ centimes: toCentimes(value), label, ...common }));
  });
}

/** First day of what a passage says: its own, that of its text; for a draft, the day in the name of its text. */
function findDebut({ statut, valideDu, texte }: CorpusPassage): CalendarDate | undefined {
  if (valideDu !== undefined || statut !== 'proposition') return valideDu ?? texte.enVigueurDu;
  const isOurs = texte.nature === 'convention-du-projet';
  return isOurs ? undefined : CalendarDate.parse(texte.id.slice(0, ISO_DAY_LENGTH));
}

/** What held until a day that is past holds no more. */
function toStatut({ statut, valideJusquau }: CorpusPassage, asOf: CalendarDate): Statut {
  const isOver = valideJusquau !== undefined && valideJusquau < asOf;
  return isOver && statut === 'en-vigueur' ? 'expire' : statut;
}
