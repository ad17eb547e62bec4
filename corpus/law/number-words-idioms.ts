/**
 * Set phrases in which a word of number counts nothing. They are folded; the words in capitals are those that are
 * then no figure. Only phrases of ordinary administrative or medical French and English are listed: whatever is not
 * here is a figure. `|` at the end asks for the end of the clause: « du neuf au douze mars » is no idiom.
 */
const PHRASES = `
en PREMIER lieu
en SECOND lieu
en DEUXIEME lieu
en TROISIEME lieu
au PREMIER chef
au PREMIER abord
au PREMIER plan
de PREMIER plan
au SECOND plan
de SECOND plan
au PREMIER rang
de PREMIER rang
dans un PREMIER temps
dans un SECOND temps
dans un DEUXIEME temps
dans un TROISIEME temps
de PREMIER ordre
de SECOND ordre
PREMIER recours
PREMIERS recours
SECOND recours
SECONDS recours
DEUXIEME recours
TROISIEME recours
PREMIER secours
PREMIERS secours
PREMIERS soins
PREMIER ministre
PREMIERE ministre
PREMIERE intention
SECONDE intention
PREMIERE ligne
SECONDE ligne
DEUXIEME ligne
PREMIERE necessite
PREMIERE instance
matiere PREMIERE
matieres PREMIERES
a PREMIERE vue
SECOND souffle
SECONDE main
SECOND oeuvre
TIERS payant
TIERS lieu
TIERS lieux
TIERS de confiance
TIERS declarant
des TIERS
aux TIERS
les TIERS
DEMI mesure
DEMI mesures
a DEMI mot
DEMI tour
DEMI teinte
du NEUF |
tout NEUF |
quoi de NEUF
remis a NEUF
remise a NEUF
remettre a NEUF
flambant NEUF
NEUFS
en QUARANTAINE
mise en QUARANTAINE
DOUBLE emploi
DOUBLE sens
MILLE feuille
MILLE pattes
MILLE mercis
MILLE excuses
se mettre en QUATRE
FIRST of all
at FIRST sight
at FIRST glance
in the FIRST place
in the SECOND place
FIRST aid
FIRST name
FIRST names
FIRST instance
FIRST and foremost
FIRST line
FIRST hand
FIRST responder
FIRST responders
SECOND hand
SECOND opinion
on SECOND thought
on SECOND thoughts
SECOND line
the THIRD party
a THIRD party
DOUBLE check
ONE day at a time
HALF hearted
UN jour ou l autre
`;

type Idiom = { readonly words: readonly string[]; readonly at: number; readonly isLast: boolean };

/** Idioms by the word that is no figure in them. */
const IDIOMS: ReadonlyMap<string, readonly Idiom[]> = toIdioms();

/**
 * Whether `words[at]` (folded) stands in a set phrase where it is no figure.
 * @param isJoined whether the words at two neighbouring places follow each other with nothing but a blank, a hyphen
 *   or an apostrophe between them
 */
export function isIdiom(words: readonly string[], at: number, isJoined: (left: number) => boolean): boolean {
  const idioms = IDIOMS.get(words[at] ?? '');
  if (!idioms) return false;
  return idioms.some((idiom) => {
    const first = at - idiom.at;
    const last = first + idiom.words.length - 1;
    if (idiom.isLast && last + 1 < words.length && isJoined(last)) return false;
    return idiom.words.every((word, offset) => {
      return words[first + offset] === word && (offset === 0 || isJoined(first + offset - 1));
    });
  });
}

function toIdioms(): ReadonlyMap<string, readonly Idiom[]> {
  const idioms = new Map<string, Idiom[]>();
  for (const phrase of PHRASES.trim().split('\n')) {
    const isLast = phrase.endsWith(' |');
    const parts = phrase.replace(' |', '').split(' ');
    const words = parts.map((part) => part.toLowerCase());
    for (const [at, part] of parts.entries()) {
      if (!/^[A-Z]{2,}$/.test(part)) continue;
      const word = part.toLowerCase();
      idioms.set(word, [...(idioms.get(word) ?? []), { words, at, isLast }]);
    }
  }
  return idioms;
}
