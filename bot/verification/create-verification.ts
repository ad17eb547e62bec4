import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { foldWord } from '#corpus/law/fold-text.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { TexteMetadata } from '#corpus/law/texte.ts';
import type { Tokenizer } from '#corpus/retrieval/tokenize.ts';
import { findAvenant } from '#tools/avenant/find-avenant.ts';
import { listValues } from '#tools/outcome.ts';
import type { ChiffreConnu, ChiffreVerifie } from '#tools/verification/chiffre.ts';
import { listConnusComptes } from '#tools/verification/list-connus-comptes.ts';
import { listConnusDelais } from '#tools/verification/list-connus-delais.ts';
import { listConnusMontants } from '#tools/verification/list-connus-montants.ts';
import { listConnusTailles } from '#tools/verification/list-connus-tailles.ts';
import { listConnusTextes } from '#tools/verification/list-connus-textes.ts';
import { verifyChiffre } from '#tools/verification/verify-chiffre.ts';
import { createConceptFinder } from '../answer/situate/detect-concepts.ts';
import type { Concepts } from '../answer/situate/donnees.ts';
import type { Referentiel } from '../render/referentiel.ts';
import { type ChiffreTrouve, describeChiffres, type Lecteur } from './describe-chiffres.ts';
import { compileIndices } from './indices.ts';
import { listFaits } from './list-faits.ts';
import type { VerificationDonnees } from './verification-donnees.ts';

/** A figure of a text with its verdict. */
export type ChiffreLu = ChiffreTrouve & { readonly verifie: ChiffreVerifie };

/** Verifies the figures of a text on a day; dates without a year are taken near `today`. */
export type Verification = (text: string, asOf: CalendarDate, today: CalendarDate) => readonly ChiffreLu[];

/** Words that a text of the law is named by, when its own name is not written. */
export type VerificationData = {
  readonly donnees: VerificationDonnees;
  readonly concepts: Concepts;
  readonly motsLegers: readonly string[];
  readonly tokenizer: Tokenizer;
};

/** Concept of the accord on the CPTS. */
const ACCORD = 'aci';
/** Everyday words tell little of what is spoken of. */
const POIDS_COURANT = 0.25;
/** What the parameters know of these units is not looked for in passages, which tell the same again. */
const SETTLED: ReadonlySet<string> = new Set(['EUR', 'habitants']);
/** Short names of texts (« jo », « loi ») are found in other words. */
const SHORTEST_NAME = 3;

/** Builds the verification of texts over the corpus. */
export function createVerification({ parametres, corpus }: Referentiel, data: VerificationData): Verification {
  const { donnees, tokenizer } = data;
  const concepts = addFormes(data.concepts, donnees);
  const finder = createConceptFinder(concepts, new Set(data.motsLegers), tokenizer);
  const codes = new Set(parametres.missions.missions.map(({ code }) => code));
  const textes = [...corpus.textes.values()];
  const indices = compileIndices(donnees);
  const findNamed = createTexteFinder(textes);
  function isCourant(concept: string): boolean {
    const found = concepts.concepts[concept];
    return found === undefined || found.courant || found.genre === 'demande' || found.genre === 'appoint';
  }
  function findThemes({ passage }: Reference): readonly string[] {
    return (passage && corpus.passagesById.get(passage)?.themes) || [];
  }
  function themesOf({ id, nature }: TexteMetadata): readonly string[] {
    const named = corpus.passages.find(({ texte, themes }) => texte.id === id && themes.includes('date-de-texte'));
    return nature === 'avenant' ? ['avenant'] : (named?.themes.filter((theme) => !isCourant(theme)) ?? ['cpts']);
  }
  function listRacines(words: string): ReadonlySet<string> {
    const telling = tokenizer.tokenize(words).filter(({ empty, word }) => !empty && !/\d/.test(word));
    return new Set(telling.map(({ stem }) => stem));
  }
  const accord = textes.find((texte) => texte.nature === 'accord' && themesOf(texte)[0] === ACCORD)?.id;
  /** The accord has many names: its concept stands for those that its metadata do not list. */
  function findTexte(words: string): string | undefined {
    return findNamed(words) ?? (finder(tokenizer.tokenize(words)).includes(ACCORD) ? accord : undefined);
  }
  function isAvenantConnu(numero: number): boolean {
    return listValues(findAvenant(numero, textes, '2100-12-31' as CalendarDate)).some(({ trouve }) => trouve);
  }
  return (text, asOf, today) => {
    const rules: readonly ChiffreConnu[] = [
      ...listConnusMontants(parametres, findThemes, asOf),
      ...listConnusTailles(parametres, findThemes, asOf),
      ...listConnusDelais(parametres, findThemes, asOf),
      ...listConnusComptes(parametres, findThemes, asOf),
      ...listConnusTextes(textes, themesOf, parametres, findThemes, asOf),
    ];
    const known = new Set(rules.map(toKey));
    const faits = listFaits(corpus.passages, donnees, listRacines, asOf).filter(
      (fait) => !(SETTLED.has(fait.unite) && known.has(toKey(fait))),
    );
    const connus = [...rules, ...faits];
    const lecteur: Lecteur = {
      donnees,
      indices,
      findConcepts: (words) => new Set(finder(tokenizer.tokenize(words))),
      listRacines,
      findTexte,
      isMission: (concept) => codes.has(concept),
      isCourant,
      isAvenantConnu,
      connus: rules,
      today,
    };
    const weigh = (theme: string) => (isCourant(theme) ? POIDS_COURANT : 1);
    const savoir = { connus, exigences: donnees.sujets, weigh, asOf };
    return describeChiffres(text, lecteur)
      .map((trouve): ChiffreLu => ({ ...trouve, verifie: verifyChiffre(trouve.decrit, savoir) }))
      .filter(({ verifie, signale }) => signale || verifie.verdict !== 'inconnu' || verifie.lectures.length > 0);
  };
}

function toKey({ unite, valeur }: ChiffreConnu): string {
  return `${unite} ${valeur}`;
}

function addFormes({ concepts }: Concepts, { formes }: VerificationDonnees): Concepts {
  const all: Concepts['concepts'] = {};
  for (const [id, concept] of Object.entries(concepts)) {
    all[id] = { ...concept, formes: [...concept.formes, ...(formes[id] ?? [])] };
  }
  return { concepts: all };
}

/** Finds the only text that words name, the longest name first. */
function createTexteFinder(textes: readonly TexteMetadata[]): (words: string) => string | undefined {
  const names = textes
    .flatMap(({ id, nom, autresNoms }) => [nom, ...autresNoms].map((name) => ({ id, name: foldWord(name) })))
    .filter(({ name }) => name.length >= SHORTEST_NAME)
    .sort((a, b) => b.name.length - a.name.length);
  return (words) => {
    const folded = foldWord(words);
    return names.find(({ name }) => isWord(folded, name))?.id;
  };
}

function isWord(text: string, name: string): boolean {
  const at = text.indexOf(name);
  if (at === -1) return false;
  return !/[a-z0-9]/.test(text[at - 1] ?? ' ') && !/[a-z0-9]/.test(text[at + name.length] ?? ' ');
}
