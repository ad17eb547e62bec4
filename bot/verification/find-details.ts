import type { VerificationDonnees } from './verification-donnees.ts';

/** Words that may say of what an amount is, the nearest first, and whether a line that ends with « : » announces it. */
export type Portees = {
  readonly pres: ReadonlySet<string>;
  /** Concepts of the sentence up to the amount. */
  readonly tete: ReadonlySet<string>;
  readonly phrase: ReadonlySet<string>;
  /** Concepts of the line that announces this one. */
  readonly annonce: ReadonlySet<string>;
};

/** What an amount is called, and the details told of it: a mission, a part of one, a supplement. */
export type Details = { readonly details: readonly string[]; readonly nommes: readonly string[] };

/** Reads the details of an amount where it is first named: beside it, before it, in the line that announces it. */
export function findDetails(
  { pres, tete, phrase, annonce }: Portees,
  { details, nommes }: VerificationDonnees,
  isMission: (concept: string) => boolean,
): Details {
  const isDetail = (concept: string) => isMission(concept) || details.includes(concept);
  // An amount that opens its sentence is told by what follows it.
  const scopes = tete.size > 0 ? [pres, tete, annonce] : [pres, phrase, annonce];
  for (const scope of scopes) {
    const told = [...scope].filter(isDetail);
    const named = [...scope].filter((concept) => nommes.includes(concept));
    if (told.length > 0 || named.length > 0) return { details: told, nommes: named };
  }
  return { details: [], nommes: [] };
}
