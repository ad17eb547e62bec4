/** « Article 8 », « Art. 12-1 », « ARTICLE PREMIER », « Art. L. 1434-12 », at the beginning of a line. */
const ARTICLE =
  /^\s*(?<nom>(?:articles?|art\.)\s{0,2}(?:(?:[LRD]\*?\.?\s?)?\d+(?:[-.]\d+)*(?:\s?(?:bis|ter|quater))?|premier|unique|1er|[IVXL]+(?![\p{L}\p{N}]))|annexe\s(?:\d+|[IVXL]+|[A-Z])(?![\p{L}\p{N}]))\s*(?<reste>[.:–—-]?.*)$/isu;

/** The article that a line opens, with what follows its name; undefined when it opens none. */
export function findArticle(line: string): { readonly nom: string; readonly reste: string } | undefined {
  const groups = ARTICLE.exec(line)?.groups;
  const { nom, reste } = groups ?? {};
  if (nom === undefined || reste === undefined) return undefined;
  // « l'article 8 prévoit que … » in the middle of a text begins with a small letter; « Article 8 du présent contrat, … » names it in passing.
  if (!/^\s*\p{Lu}/u.test(line) || /^(?:du|de|des|et|ou|à|au|prévoit|dispose|,|s)(?![\p{L}])/iu.test(reste))
    return undefined;
  return { nom: nom.trim(), reste: reste.replace(/^[\s.:–—-]+/u, '').trim() };
}
