import { findNearest } from '#bot/commands/options/find-nearest.ts';
import { dropAccents } from '#corpus/retrieval/tokenize.ts';
import type { CommandesDonnees, NomCommande } from './commandes-donnees.ts';

/** What was written after `/cpts`. */
export type CommandeLue =
  | { readonly kind: 'commande'; readonly nom: NomCommande; readonly suite: string }
  | { readonly kind: 'question' }
  /** A first word that is nobody's, and the command it looks like. */
  | { readonly kind: 'proche'; readonly nom: NomCommande; readonly ecrit: string; readonly suite: string };

/**
 * Reads what was written after `/cpts`: a command, a question, or a word that looks like a command.
 * A sentence that begins like a command is a question all the same: « aide à la lettre d'intention, combien ? ».
 * @param hasFaits whether the words after a command hold something that it can use
 * @param hasSujet whether they name something that can be asked about: a command with words that say nothing tells what
 *   it waits for, rather than that nothing was found
 */
export function readCommande(
  text: string,
  { commandes }: CommandesDonnees,
  hasFaits: (suite: string, nom: NomCommande) => boolean,
  hasSujet: (suite: string) => boolean,
): CommandeLue {
  const [, ecrit = '', suite = ''] = /^\s*\/?(\S+)\s*([\s\S]*?)\s*$/.exec(text) ?? [];
  if (ecrit === '') return { kind: 'commande', nom: 'aide', suite: '' };
  const names = (Object.keys(commandes) as NomCommande[]).flatMap((nom) =>
    [...commandes[nom].noms.fr, ...commandes[nom].noms.en].map((name) => ({ name: fold(name), nom })),
  );
  const word = fold(ecrit.replace(/[:,.!]+$/, ''));
  const exact = names.find(({ name }) => name === word);
  const isIdle = !suite.includes('?') && !hasSujet(suite);
  if (exact && (isIdle || takes(exact.nom, suite))) return { kind: 'commande', nom: exact.nom, suite };
  const isQuestion = exact !== undefined || text.includes('?') || !/^[\p{L}-]{4,}$/u.test(word);
  if (isQuestion) return { kind: 'question' };
  const nearest = findNearest(
    word,
    names.map(({ name }) => name),
  );
  const near = names.find(({ name }) => name === nearest);
  // One word says nothing else; with more, they must be what the command waits for.
  if (!near || !takes(near.nom, suite)) return { kind: 'question' };
  return { kind: 'proche', nom: near.nom, ecrit, suite };

  function takes(nom: NomCommande, rest: string): boolean {
    if (rest === '') return true;
    if (commandes[nom].suite === 'texte') return true;
    return commandes[nom].suite === 'faits' && !rest.includes('?') && hasFaits(rest, nom);
  }
}

function fold(word: string): string {
  return dropAccents(word.toLowerCase());
}
