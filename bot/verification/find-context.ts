import { foldWord } from '#corpus/law/fold-text.ts';
import type { Lecteur } from './lecteur.ts';
import type { Phrase } from './split-phrases.ts';

/** « taille 3 ». */
const TAILLE_NUMEROTEE = /\b(?:taille|size)[ \u00a0-]?[1-9]\b/iu;
/** What is paid ahead each year. */
const AVANCE = 'avance';
/** How far back what a sentence is about may have been said. */
const RECUL = 12;

/** The nearest sentence before, in the same paragraph or list, that says what is spoken of. */
export function findContext(phrase: Phrase, lecteur: Lecteur): Phrase | undefined {
  let { avant } = phrase;
  for (let step = 0; avant !== undefined && step < RECUL; step += 1) {
    if (hasSujet(lecteur.findConcepts(avant.text), lecteur)) return avant;
    avant = avant.avant;
  }
  return phrase.avant;
}

/** Whether a sentence, or what comes before it, speaks of the CPTS; a figure of anything else is left alone. */
export function isAboutCpts({ text }: Phrase, before: Phrase | undefined, lecteur: Lecteur): boolean {
  if (hasSujet(lecteur.findConcepts(text), lecteur)) return true;
  if (lecteur.indices.ailleurs(foldWord(text))) return false;
  if (isAvanceDeTaille(text, lecteur)) return true;
  if (before === undefined) return false;
  return hasSujet(lecteur.findConcepts(before.text), lecteur);
}

/** « en taille 3, l'avance annuelle… »: only communities have an advance by numbered size. */
function isAvanceDeTaille(text: string, { findConcepts }: Lecteur): boolean {
  return TAILLE_NUMEROTEE.test(text) && findConcepts(text).has(AVANCE);
}

function hasSujet(concepts: ReadonlySet<string>, { isCourant }: Lecteur): boolean {
  for (const concept of concepts) if (!isCourant(concept)) return true;
  return false;
}
