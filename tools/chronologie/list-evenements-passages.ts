import { FIRST_DAY } from '#corpus/law/calendar-date.ts';
import { toDonnee, toMessage } from '#corpus/law/message.ts';
import { readFigures } from '#corpus/law/read-figures.ts';
import type { Evenement, PassageDuCorpus } from './evenement.ts';

/** Theme of the passages that tell how the texts were made. */
const THEME = 'negociation';

/**
 * Steps of the negotiations, as passages tell them: one is dated by the first day (or month) that stands in it with its
 * year. What stands between brackets dates the newspaper, and not the fact.
 * @legal passages of corpus/textes whose standing is `historique` or `proposition`
 */
export function listEvenementsPassages(passages: readonly PassageDuCorpus[]): readonly Evenement[] {
  return passages.flatMap((passage): Evenement[] => {
    const { id, titre, corps, statut, refs, themes, texte } = passage;
    if (!themes.includes(THEME) || (statut !== 'historique' && statut !== 'proposition')) return [];
    const date = findDate(corps);
    if (date === undefined) return [];
    const label = toMessage('evenement-passage', { titre: toDonnee(titre) });
    const references = [{ texte: texte.id, refs, passage: id }];
    return [{ date, nature: 'negociation', texte: texte.id, label, statut, references, changements: [] }];
  });
}

function findDate(corps: string): string | undefined {
  const bare = corps.replace(/\([^)]*\)/g, (brackets) => ' '.repeat(brackets.length));
  for (const figure of readFigures(bare, FIRST_DAY)) {
    if (figure.kind !== 'date' || figure.precision === 'year') continue;
    if (!/\d{4}/.test(bare.slice(figure.start, figure.end))) continue;
    return figure.precision === 'day' ? figure.from : figure.from.slice(0, 'AAAA-MM'.length);
  }
  return undefined;
}
