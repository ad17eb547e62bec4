import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toParts } from '#corpus/law/calendar-date.ts';
import { foldWord } from '#corpus/law/fold-text.ts';
import { type ReadFigure, readFigures } from '#corpus/law/read-figures.ts';
import type { ChiffreConnu, ChiffreDecrit, Precision } from '#tools/verification/chiffre.ts';
import { bindTailles, findSeule } from './bind-tailles.ts';
import { findClause } from './find-clause.ts';
import { type Quantite, readQuantites } from './read-quantites.ts';
import { type Phrase, splitPhrases } from './split-phrases.ts';
import type { VerificationDonnees } from './verification-donnees.ts';

/** What reads a text: the words of figures, and what finds concepts, texts and missions in words. */
export type Lecteur = {
  readonly donnees: VerificationDonnees;
  readonly findConcepts: (text: string) => ReadonlySet<string>;
  readonly findTexte: (text: string) => string | undefined;
  readonly isMission: (concept: string) => boolean;
  readonly isCourant: (concept: string) => boolean;
  readonly connus: readonly ChiffreConnu[];
  readonly isAvenantConnu: (numero: number) => boolean;
  /** Day near which a date without a year is taken. */
  readonly today: CalendarDate;
};

/** A figure found in a text, with what its words say, and whether it is worth telling when nothing known has it. */
export type ChiffreTrouve = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly phrase: Phrase;
  readonly decrit: ChiffreDecrit;
  readonly signale: boolean;
};

/** A sentence without any of these holds no figure: cheaper to know than to read. */
const PEUT_CHIFFRER =
  /\d|[½¼¾€]|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|mille|millier|million|dizaine|douzaine|trentaine|vingtaine|centaine|moiti|tiers|quart|an|ans|année|mois|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty|thirty|hundred|thousand|half|quarter|year|month)/iu;

/** Finds the figures of a text that may be about the CPTS, and describes each by the words around it. */
export function describeChiffres(text: string, lecteur: Lecteur): readonly ChiffreTrouve[] {
  const cache = new Map<Phrase, Sentence>();
  function read(phrase: Phrase): Sentence {
    const known = cache.get(phrase);
    if (known) return known;
    const sentence = readSentence(phrase, lecteur);
    cache.set(phrase, sentence);
    return sentence;
  }
  return splitPhrases(text).flatMap((phrase) => {
    if (!PEUT_CHIFFRER.test(phrase.text)) return [];
    const sentence = read(phrase);
    if (sentence.quantites.length === 0) return [];
    const context = phrase.avant ? read(phrase.avant) : undefined;
    return describeSentence(phrase, sentence, context, lecteur);
  });
}

type Sentence = {
  readonly folded: string;
  readonly concepts: ReadonlySet<string>;
  readonly figures: readonly ReadFigure[];
  readonly quantites: readonly Quantite[];
};

function readSentence({ text }: Phrase, { donnees, findConcepts, today }: Lecteur): Sentence {
  const folded = foldWord(text);
  const concepts = findConcepts(text);
  const figures = PEUT_CHIFFRER.test(text) ? readFigures(text, today) : [];
  const argent = donnees.argent.some((concept) => concepts.has(concept));
  const population = donnees.population.some((concept) => concepts.has(concept));
  return { folded, concepts, figures, quantites: readQuantites(text, figures, donnees, { argent, population }) };
}

function describeSentence(
  phrase: Phrase,
  sentence: Sentence,
  context: Sentence | undefined,
  lecteur: Lecteur,
): readonly ChiffreTrouve[] {
  const { donnees, connus } = lecteur;
  const { quantites, folded, concepts } = sentence;
  const contexte = context?.concepts ?? new Set<string>();
  const isNamed = hasSujet(concepts, lecteur);
  const isElsewhere = donnees.ailleurs.some((word) => folded.includes(word)) && !isNamed;
  if (isElsewhere || (!isNamed && !hasSujet(contexte, lecteur))) return [];
  const tailles = bindTailles(phrase.text, quantites, connus, context && findSeule(context.quantites));
  const annees = listAnnees(sentence.figures);
  const propose = hasAny(folded, donnees.propose) || concepts.has('proposition');
  const unknownText = quantites.some(({ unite, valeur }) => unite === 'avenant' && !lecteur.isAvenantConnu(valeur));
  return quantites.flatMap((quantite, index): ChiffreTrouve[] => {
    if (quantite.unite === 'taille' || quantite.unite === 'avenant' || quantite.unite === 'autre') return [];
    const clause = findClause(phrase.text, quantites, index);
    const pres = lecteur.findConcepts(clause);
    const words = foldWord(clause);
    const decrit: ChiffreDecrit = {
      unite: quantite.unite,
      valeur: quantite.valeur,
      ...('jours' in quantite ? { jours: quantite.jours } : {}),
      ...readPrecision(phrase.text, sentence, index, clause, lecteur),
      taille: tailles.get(quantite),
      missions: listMissions(pres, concepts, contexte, lecteur),
      pres,
      phrase: concepts,
      contexte,
      propose,
      passe: hasAny(folded, donnees.passe),
      annees,
      prudent: unknownText || quantite.approximate || hasAny(words, donnees.prudent),
    };
    const near = donnees.signale[quantite.unite];
    const signale = near.some((concept) => concepts.has(concept)) && isWorthTelling(quantite, concepts);
    const [start, end] = [phrase.start + quantite.start, phrase.start + quantite.end];
    return [{ start, end, text: quantite.text, phrase, decrit, signale }];
  });
}

/** The community's own population is no rule; a share or a delay that nobody knows is told, a count is not. */
function isWorthTelling({ unite }: Quantite, concepts: ReadonlySet<string>): boolean {
  return unite !== 'habitants' || concepts.has('taille');
}

function hasSujet(concepts: ReadonlySet<string>, { isCourant }: Lecteur): boolean {
  for (const concept of concepts) if (!isCourant(concept)) return true;
  return false;
}

function listMissions(
  pres: ReadonlySet<string>,
  phrase: ReadonlySet<string>,
  contexte: ReadonlySet<string>,
  { isMission }: Lecteur,
): readonly string[] {
  for (const concepts of [pres, phrase, contexte]) {
    const found = [...concepts].filter(isMission);
    if (found.length > 0) return found;
  }
  return [];
}

function readPrecision(
  text: string,
  { quantites, figures, folded }: Sentence,
  index: number,
  clause: string,
  lecteur: Lecteur,
): Precision {
  const { donnees, findTexte } = lecteur;
  const quantite = quantites[index] as Quantite;
  const before = foldWord(text.slice(0, quantite.start));
  switch (quantite.unite) {
    case 'habitants':
    case 'membres':
      return { cote: findCote(text, quantites, index, donnees) };
    case 'mois':
      return { etape: findEtape(before, foldWord(text.slice(quantite.end)), donnees), rang: findRang(figures, quantite) };
    case 'nombre':
      return { compte: findCompte(text, quantites, index, donnees) };
    case 'EUR':
      return { annee: findAnnee(figures, folded) };
    case 'jour':
      return {
        texte: findTexte(clause) ?? findTexte(text),
        evenement: findNearest(before, donnees.evenements),
      };
    default:
      return {};
  }
}

function findCote(
  text: string,
  quantites: readonly Quantite[],
  index: number,
  { auPlus, auMoins }: VerificationDonnees,
): Precision['cote'] {
  const { start, end } = quantites[index] as Quantite;
  const head = foldWord(text.slice(Math.max(0, start - 24), start)).trimEnd();
  if (auPlus.some((words) => head.endsWith(words.trim()))) return 'max';
  if (auMoins.some((words) => head.endsWith(words.trim()))) return 'min';
  const next = quantites[index + 1];
  const previous = quantites[index - 1];
  const RANGE = /^\s*(?:à|a|et|-|–|to|and)\s*$/iu;
  const opens = /(?:^|\s)(?:de|entre|from|between|of)$/.test(head);
  if (next?.unite === 'habitants' && RANGE.test(text.slice(end, next.start))) {
    return opens || !/\bet\b|\band\b/.test(text.slice(end, next.start)) ? 'min' : undefined;
  }
  if (previous?.unite === 'habitants' && RANGE.test(text.slice(previous.end, start))) {
    const opened = /(?:^|\s)(?:de|entre|from|between|of)\s*$/.test(
      foldWord(text.slice(Math.max(0, previous.start - 10), previous.start)),
    );
    return opened || !/\bet\b|\band\b/.test(text.slice(previous.end, start)) ? 'max' : undefined;
  }
  return undefined;
}

/** The nearest word that says « démarrer » or « déployer », before the figure rather than after. */
function findEtape(before: string, after: string, { etapes }: VerificationDonnees): Precision['etape'] {
  const near = findNearest(before.slice(-90), etapes);
  if (near) return near;
  const first = (words: readonly string[]) => Math.min(...words.map((word) => toPlace(after.indexOf(word))));
  const [start, deploy] = [first(etapes.demarrage), first(etapes.deploiement)];
  if (start === deploy) return undefined;
  return start < deploy ? 'demarrage' : 'deploiement';
}

function toPlace(index: number): number {
  return index === -1 ? Number.POSITIVE_INFINITY : index;
}

function findNearest<K extends string>(before: string, words: Readonly<Record<K, readonly string[]>>): K | undefined {
  let best: { readonly name: K; readonly at: number } | undefined;
  for (const name of Object.keys(words) as K[]) {
    const at = Math.max(...words[name].map((word) => before.lastIndexOf(word)));
    if (at >= 0 && (best === undefined || at > best.at)) best = { name, at };
  }
  return best?.name;
}

/** « la première mission »: the last rank of a mission said before the figure. */
function findRang(figures: readonly ReadFigure[], { start }: Quantite): number | undefined {
  const rank = figures.findLast(
    (figure) => figure.kind === 'ordinal' && figure.end <= start && /^missions?$/.test(figure.noun ?? ''),
  );
  return rank?.kind === 'ordinal' ? rank.value : undefined;
}

/** What a number counts: missions of a kind, sizes, or the noun that follows it. */
function findCompte(
  text: string,
  quantites: readonly Quantite[],
  index: number,
  { comptes, tailles }: VerificationDonnees,
): string | undefined {
  const { end, start, figure } = quantites[index] as Quantite;
  const after = foldWord(text.slice(end, end + 40)).replace(/[«»"“”]/g, ' ');
  const isMissions = /^\s*(?:\S+ ){0,2}missions?\b/.test(after);
  if (isMissions) {
    const kinds = Object.entries(comptes).filter(([, words]) => words.some((word) => after.includes(word)));
    return kinds[0]?.[0] ?? 'missions';
  }
  if (figure.noun !== undefined && tailles.includes(figure.noun)) return 'tailles';
  if (/au lieu de\s*$|contre\s*$|instead of\s*$/.test(foldWord(text.slice(Math.max(0, start - 14), start)))) {
    const previous = quantites[index - 1];
    if (previous?.unite === 'nombre') return findCompte(text, quantites, index - 1, { comptes, tailles } as VerificationDonnees);
  }
  return figure.noun === undefined ? undefined : toSingulier(figure.noun);
}

/** Nouns are compared in the singular. */
export function toSingulier(noun: string): string {
  return noun.length > 4 && /[sx]$/.test(noun) ? noun.slice(0, -1) : noun;
}

function listAnnees(figures: readonly ReadFigure[]): readonly number[] {
  return figures.flatMap((figure) =>
    figure.kind === 'date' && figure.note === undefined ? [toParts(figure.from).year, toParts(figure.to).year] : [],
  );
}

/** « PASS 2025 »: the only year of the sentence. */
function findAnnee(figures: readonly ReadFigure[], folded: string): number | undefined {
  if (!/pass\b|securite sociale|social security/.test(folded)) return undefined;
  const [only, ...others] = new Set(listAnnees(figures));
  return others.length === 0 ? only : undefined;
}

function hasAny(folded: string, words: readonly string[]): boolean {
  return words.some((word) => folded.includes(word));
}
