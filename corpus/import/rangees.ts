import type { Bloc } from './bloc.ts';
import { toLine } from './clean-text.ts';

/**
 * Rows of a table as pieces, each cell under the title of its column: « Taille : 1 ; Montant : 50 000 € ».
 * @param table cells by row, the titles of the columns first
 */
export function toRangees([titles = [], ...rows]: readonly (readonly string[])[]): readonly Bloc[] {
  // A table of one row has no titles: it only lays words out.
  if (rows.length === 0) {
    const texte = toLine(titles.join(' '));
    return texte === '' ? [] : [{ kind: 'paragraphe', texte }];
  }
  return rows.flatMap((cells, index): Bloc[] => {
    const texte = cells.flatMap((cell, column) => toCell(cell, titles[column] ?? '')).join(' ; ');
    return texte === '' ? [] : [{ kind: 'rangee', texte, premiere: index === 0 }];
  });
}

function toCell(cell: string, title: string): readonly string[] {
  const [texte, titre] = [toLine(cell), toLine(title)];
  if (texte === '') return [];
  return [titre === '' || titre === texte ? texte : `${titre} : ${texte}`];
}
