import { type CalendarDate, LAST_DAY } from '#corpus/law/calendar-date.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { TexteMetadata } from '#corpus/law/texte.ts';
import type { Tokenizer } from '#corpus/retrieval/tokenize.ts';
import { findAvenant } from '#tools/avenant/find-avenant.ts';
import { listValues } from '#tools/outcome.ts';
import type { ChiffreConnu, ChiffreVerifie, FindThemes } from '#tools/verification/chiffre.ts';
import { listConnus } from '#tools/verification/list-connus.ts';
import { verifyChiffre } from '#tools/verification/verify-chiffre.ts';
import { createConceptFinder } from '../answer/situate/detect-concepts.ts';
import type { Concepts } from '../answer/situate/donnees.ts';
import type { Referentiel } from '../render/referentiel.ts';
import { type ChiffreTrouve, describeChiffres } from './describe-chiffres.ts';
import { createTexteFinder } from './find-texte.ts';
import { compileIndices } from './indices.ts';
import type { Lecteur } from './lecteur.ts';
import { listFaits } from './list-faits.ts';
import type { VerificationDonnees } from './verification-donnees.ts';

/** A figure of a text with its verdict. */
export type ChiffreLu = ChiffreTrouve & { readonly verifie: ChiffreVerifie };

/** Verifies the figures of a text on a day; dates without a year are taken near `today`. */
export type Verification = (text: string, asOf: CalendarDate, today: CalendarDate) => readonly ChiffreLu[];

/** The words that verification knows, and what cuts a text into words. */
export type Vocabulaire = {
  readonly donnees: VerificationDonnees;
  readonly concepts: Concepts;
  readonly motsLegers: readonly string[];
  readonly tokenizer: Tokenizer;
};

/** Everyday words tell little of what is spoken of. */
const POIDS_COURANT = 0.25;
/** What the whole text is about tells nothing of one figure. */
const CPTS = 'cpts';
/** Concept of the accord on the CPTS, which has more names than its metadata list. */
const ACCORD = 'aci';
/** What the parameters know of these units is not looked for in passages, which tell the same again. */
const SETTLED: ReadonlySet<string> = new Set(['EUR', 'habitants']);

/** Builds the verification of texts over the corpus. */
export function createVerification({ parametres, corpus }: Referentiel, vocabulaire: Vocabulaire): Verification {
  const { donnees } = vocabulaire;
  const textes = [...corpus.textes.values()];
  const isCourant = createIsCourant(vocabulaire.concepts);
  const findThemes: FindThemes = ({ passage }: Reference) =>
    (passage === undefined ? undefined : corpus.passagesById.get(passage)?.themes) ?? [];
  function themesOf({ id, nature }: TexteMetadata): readonly string[] {
    const dated = corpus.passages.find(({ texte, themes }) => texte.id === id && themes.includes('date-de-texte'));
    return nature === 'avenant' ? ['avenant'] : (dated?.themes.filter((theme) => !isCourant(theme)) ?? ['cpts']);
  }
  const accord = textes.find((texte) => texte.nature === 'accord' && themesOf(texte)[0] === ACCORD)?.id;
  const codes = new Set(parametres.missions.missions.map(({ code }) => code));
  const weigh = (theme: string) => (isCourant(theme) || theme === CPTS ? POIDS_COURANT : 1);
  const indices = compileIndices(donnees);
  const finder = createFinder(vocabulaire);
  const listKnown = rememberLast((asOf: CalendarDate) => {
    const { listRacines } = createWords(vocabulaire, finder, textes, accord);
    const rules = listConnus(parametres, textes, { findThemes, themesOf }, asOf);
    const known = new Set(rules.map(toKey));
    const faits = listFaits(corpus.passages, donnees, listRacines, asOf).filter(
      (fait) => !(SETTLED.has(fait.unite) && known.has(toKey(fait))),
    );
    return { rules, connus: [...rules, ...faits] };
  });
  return (text, asOf, today) => {
    const { rules, connus } = listKnown(asOf);
    const lecteur: Lecteur = {
      donnees,
      indices,
      ...createWords(vocabulaire, finder, textes, accord),
      isMission: (concept) => codes.has(concept),
      isCourant,
      isAvenantConnu: (numero) => listValues(findAvenant(numero, textes, LAST_DAY)).some(({ trouve }) => trouve),
      connus: rules,
      today,
    };
    const savoir = { connus, exigences: donnees.sujets, weigh, asOf };
    return describeChiffres(text, lecteur)
      .map((trouve): ChiffreLu => ({ ...trouve, verifie: verifyChiffre(trouve.decrit, savoir) }))
      .filter(({ verifie, signale }) => signale || verifie.verdict !== 'inconnu' || verifie.lectures.length > 0);
  };
}

type Finder = ReturnType<typeof createConceptFinder>;

function createFinder({ donnees, concepts, motsLegers, tokenizer }: Vocabulaire): Finder {
  return createConceptFinder(addFormes(concepts, donnees), new Set(motsLegers), tokenizer);
}

/** What reads the words of one text; what it has found is remembered as long as that text lasts. */
function createWords(
  { tokenizer }: Vocabulaire,
  finder: Finder,
  textes: readonly TexteMetadata[],
  accord: string | undefined,
): Pick<Lecteur, 'findConcepts' | 'listRacines' | 'findTexte'> {
  const findConcepts = remember((words) => new Set(finder(tokenizer.tokenize(words))));
  const findNamed = createTexteFinder(textes);
  return {
    findConcepts,
    listRacines(words) {
      const telling = tokenizer.tokenize(words).filter(({ empty, word }) => !empty && !/\d/.test(word));
      return new Set(telling.map(({ stem }) => stem));
    },
    findTexte(words) {
      const [only, ...others] = findNamed(words);
      if (only === undefined) return findConcepts(words).has(ACCORD) ? accord : undefined;
      return others.length === 0 ? only : undefined;
    },
  };
}

/** Clauses come again in a long text. */
function remember<T>(find: (words: string) => T): (words: string) => T {
  const known = new Map<string, T>();
  return (words) => {
    const found = known.get(words) ?? find(words);
    known.set(words, found);
    return found;
  };
}

/** The same day is asked again and again; another takes its place. */
function rememberLast<T>(list: (asOf: CalendarDate) => T): (asOf: CalendarDate) => T {
  let last: { readonly asOf: CalendarDate; readonly value: T } | undefined;
  return (asOf) => {
    if (last?.asOf !== asOf) last = { asOf, value: list(asOf) };
    return last.value;
  };
}

function toKey({ unite, valeur }: ChiffreConnu): string {
  return `${unite} ${valeur}`;
}

function createIsCourant({ concepts }: Concepts): (concept: string) => boolean {
  return (concept) => {
    const found = concepts[concept];
    return found === undefined || found.courant || found.genre === 'demande' || found.genre === 'appoint';
  };
}

function addFormes({ concepts }: Concepts, { formes }: VerificationDonnees): Concepts {
  const all: Concepts['concepts'] = {};
  for (const [id, concept] of Object.entries(concepts)) {
    all[id] = { ...concept, formes: [...concept.formes, ...(formes[id] ?? [])] };
  }
  return { concepts: all };
}
