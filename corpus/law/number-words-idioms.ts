/**
 * Set phrases in which a word of number counts nothing. They are folded; the words in capitals are those that are
 * then no figure. Only phrases of ordinary administrative or medical French and English are listed: whatever is not
 * here is a figure. « premièrement » and "firstly" are let through like « en premier lieu »; « deuxièmement » is not.
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
TIERS secteur
TIERS declarant
des TIERS
aux TIERS
les TIERS
par un TIERS
a un TIERS
d'un TIERS de confiance
DEMI mesure
DEMI mesures
a DEMI mot
DEMI tour
DEMI teinte
QUART de travail
du NEUF
a NEUF
de NEUF
quoi de NEUF
flambant NEUF
flambants NEUFS
tout NEUF
NEUFS
en QUARANTAINE
mise en QUARANTAINE
la QUARANTAINE
DOUBLE emploi
DOUBLE sens
MILLE feuille
MILLE feuilles
MILLE pattes
MILLE mercis
MILLE excuses
CENT pas
entre QUATRE yeux
se mettre en QUATRE
FOUR a micro
QUATRE quarts
a la UNE
l'UN
l'UNE
un par UN
d'UNE part
pour UN an et un jour et rien
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
THIRD party
THIRD parties
DOUBLE check
no ONE
no one
ONE another
ONE of
ONE by one
the ONE
this ONE
that ONE
which ONE
each ONE
ONE day at a time
HALF hearted
at ONE
`;

type Idiom = { readonly words: readonly string[]; readonly at: number };

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
  return idioms.some((idiom) =>
    idiom.words.every((word, offset) => {
      const place = at - idiom.at + offset;
      return words[place] === word && (offset === 0 || isJoined(place - 1));
    }),
  );
}

function toIdioms(): ReadonlyMap<string, readonly Idiom[]> {
  const idioms = new Map<string, Idiom[]>();
  for (const phrase of PHRASES.trim().split('\n')) {
    const parts = phrase.split(/[ ']/);
    const words = parts.map((part) => part.toLowerCase());
    for (const [at, part] of parts.entries()) {
      if (!/^[A-Z]{2,}$/.test(part)) continue;
      const word = part.toLowerCase();
      idioms.set(word, [...(idioms.get(word) ?? []), { words, at }]);
    }
  }
  return idioms;
}
