/** Largest file of each format, in bytes: what stays readable in the memory lent to a reading. */
export const OCTETS_MAX = {
  pdf: 60_000_000,
  docx: 30_000_000,
  html: 6_000_000,
  markdown: 6_000_000,
  texte: 12_000_000,
} as const;

/** Pages of a PDF. */
export const PAGES_MAX = 1000;

/** Passages of all the documents of a workspace, some thousand pages: more would fill the memory of the bot. */
export const PASSAGES_MAX = 10_000;

/** Files of a folder taken at once. */
export const FICHIERS_MAX = 500;

/** What a DOCX may hold once opened, in bytes, and for each byte of the archive. */
export const ARCHIVE_MAX = { entrees: 2000, octets: 120_000_000, octetsParEntree: 60_000_000, rapport: 120 } as const;

/** Longest passage, in characters: a paragraph beyond it is cut between two sentences. */
export const PASSAGE_MAX = 900;
