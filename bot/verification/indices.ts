import type { VerificationDonnees } from './verification-donnees.ts';

/** Finds whether folded words hold one of a list. */
export type Indice = (folded: string) => boolean;

/** The lists of words that colour a whole sentence, ready to be looked for. */
export type Indices = Readonly<
  Record<'propose' | 'passe' | 'prudent' | 'autrement' | 'ecoule' | 'ailleurs' | 'but' | 'ensuite', Indice>
>;

/** Compiles the lists: each entry is the beginning of a word; one that ends with a space is a whole word. */
export function compileIndices(donnees: VerificationDonnees): Indices {
  return {
    propose: compile(donnees.propose),
    passe: compile(donnees.passe),
    prudent: compile(donnees.prudent),
    autrement: compile(donnees.autrement),
    ecoule: compile(donnees.ecoule),
    ailleurs: compile(donnees.ailleurs),
    but: compile(donnees.but),
    ensuite: compile(donnees.ensuite),
  };
}

function compile(words: readonly string[]): Indice {
  const alternatives = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![a-z0-9])(?:${alternatives.join('|')})`);
  return (folded) => pattern.test(folded);
}
