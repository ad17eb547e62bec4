/** What stands between two cells. */
export type Separateur = ';' | ',' | '\t' | '|';

const SEPARATEURS: readonly Separateur[] = [';', '\t', ',', '|'];

/**
 * The separator of a table: the one that Excel names on a first line « sep=; », else the most frequent of the titles,
 * quoted titles aside.
 * @returns the separator, and the text without the line of Excel
 */
export function findSeparateur(text: string): { readonly separateur: Separateur; readonly rest: string } {
  const named = /^sep=(.)\n/i.exec(text);
  const known = SEPARATEURS.find((candidate) => candidate === named?.[1]);
  // The line is kept, empty, so that those that follow keep their number.
  if (named && known !== undefined) return { separateur: known, rest: text.slice(named[0].length - 1) };
  const titles = (/^\s*(.*)/.exec(text)?.[1] ?? '').replace(/"[^"]*"/g, '');
  let separateur: Separateur = ';';
  let most = 0;
  for (const candidate of SEPARATEURS) {
    const count = titles.split(candidate).length - 1;
    if (count > most) [separateur, most] = [candidate, count];
  }
  return { separateur, rest: text };
}
