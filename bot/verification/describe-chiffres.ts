import { foldWord } from '#corpus/law/fold-text.ts';
import { type ReadFigure, readFigures } from '#corpus/law/read-figures.ts';
import type { ChiffreDecrit } from '#tools/verification/chiffre.ts';
import { bindTailles, findSeule } from './bind-tailles.ts';
import { findContext, isAboutCpts } from './find-context.ts';
import { type Details, findDetails } from './find-details.ts';
import { findSegment } from './find-segment.ts';
import type { Lecteur } from './lecteur.ts';
import { listAnnees, readPrecision } from './read-precision.ts';
import { isMesure, type Quantite, readQuantites } from './read-quantites.ts';
import { isAnnonce, type Phrase, splitPhrases } from './split-phrases.ts';
import type { VerificationDonnees } from './verification-donnees.ts';

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
  // What a sentence says depends on its words alone: headers and repeated lines are read once.
  const known = new Map<string, Sentence>();
  function read(phrase: Phrase): Sentence {
    const sentence = known.get(phrase.text) ?? readSentence(phrase, lecteur);
    known.set(phrase.text, sentence);
    return sentence;
  }
  return splitPhrases(text).flatMap((phrase) => {
    if (!PEUT_CHIFFRER.test(phrase.text)) return [];
    const before = findContext(phrase, lecteur);
    if (!isAboutCpts(phrase, before, lecteur)) return [];
    const sentence = read(phrase);
    return sentence.quantites.length === 0 ? [] : describeSentence(phrase, sentence, before && read(before), lecteur);
  });
}

/** Nothing is announced. */
const AUCUN: ReadonlySet<string> = new Set();
/** The silence of the agency is counted from a day: « après deux mois ». */
const SILENCE = 'silence-ars';
/** What is paid at signature. */
const AMORCAGE = 'amorcage';
type Sentence = {
  readonly folded: string;
  readonly concepts: ReadonlySet<string>;
  readonly figures: readonly ReadFigure[];
  readonly quantites: readonly Quantite[];
  readonly mots: ReadonlySet<string>;
};

function readSentence({ text }: Phrase, { donnees, findConcepts, listRacines, today }: Lecteur): Sentence {
  const folded = foldWord(text);
  const concepts = findConcepts(text);
  const figures = PEUT_CHIFFRER.test(text) ? readFigures(text, today) : [];
  const argent = donnees.argent.some((concept) => concepts.has(concept));
  const population = donnees.population.some((concept) => concepts.has(concept));
  const quantites = readQuantites(text, figures, donnees, { argent, population });
  return { folded, concepts, figures, quantites, mots: listRacines(text) };
}

function describeSentence(
  phrase: Phrase,
  sentence: Sentence,
  context: Sentence | undefined,
  lecteur: Lecteur,
): readonly ChiffreTrouve[] {
  const { donnees, connus, indices } = lecteur;
  const { quantites, folded, concepts } = sentence;
  const contexte = context?.concepts ?? AUCUN;
  const tailles = bindTailles(
    phrase.text,
    quantites,
    connus,
    inherits(phrase, concepts, donnees) ? context && findSeule(context.quantites) : undefined,
  );
  const annees = listAnnees(sentence.figures);
  // Amounts told size by size share the words that say what they are.
  const isListe = new Set(tailles.values()).size > 2;
  const propose = indices.propose(folded) || concepts.has('proposition');
  const unknownText = quantites.some(({ unite, valeur }) => unite === 'avenant' && !lecteur.isAvenantConnu(valeur));
  return quantites.flatMap((quantite, index): ChiffreTrouve[] => {
    if (!isMesure(quantite) || isPuce(phrase.text, quantite) || isParution(quantite, folded, lecteur)) return [];
    const segment = findSegment(phrase.text, quantites, index);
    const pres = segment === phrase.text || isListe ? concepts : lecteur.findConcepts(segment);
    const precision = readPrecision({ ...sentence, text: phrase.text, index, segment }, donnees, lecteur.findTexte);
    const decrit: ChiffreDecrit = {
      unite: quantite.unite,
      valeur: quantite.valeur,
      ...('jours' in quantite ? { jours: quantite.jours } : {}),
      ...precision,
      jalon: findJalon(quantite, sentence, lecteur),
      but: indices.but(folded),
      taille: tailles.get(quantite),
      missions: listMissions(pres, concepts, contexte, lecteur),
      ...readDetails(phrase, quantite, { pres, phrase: concepts, contexte }, lecteur),
      pres,
      phrase: concepts,
      contexte,
      mots: sentence.mots,
      propose,
      passe: indices.passe(folded),
      annees,
      prudent: unknownText || isPrudent(quantite, segment, sentence, lecteur),
    };
    const signale = isWorthTelling(quantite, concepts, donnees);
    const [start, end] = [phrase.start + quantite.start, phrase.start + quantite.end];
    const text = phrase.text.slice(quantite.start, quantite.end);
    return [{ start, end, text, phrase, decrit, signale }];
  });
}

/** « à la signature » is the first payment, unless the sentence goes on to the next ones. */
function findJalon({ unite }: Quantite, { concepts, folded }: Sentence, { indices }: Lecteur): ChiffreDecrit['jalon'] {
  const isFirst = unite === 'pourcent' && concepts.has(AMORCAGE) && /sign/.test(folded) && !indices.ensuite(folded);
  return isFirst ? 'signature' : undefined;
}

function readDetails(
  { text, avant }: Phrase,
  { start }: Quantite,
  { pres, phrase, contexte }: Pick<ChiffreDecrit, 'pres' | 'phrase' | 'contexte'>,
  { donnees, findConcepts, isMission }: Lecteur,
): Details {
  const annonce = isAnnonce(avant) ? contexte : AUCUN;
  return findDetails({ pres, tete: findConcepts(text.slice(0, start)), phrase, annonce }, donnees, isMission);
}

/** Whether a size told before is that of a sentence: not when it begins a line, unannounced, with a subject of its own. */
function inherits({ avant, debut }: Phrase, concepts: ReadonlySet<string>, { nommes }: VerificationDonnees): boolean {
  return !debut || isAnnonce(avant) || !nommes.some((concept) => concepts.has(concept));
}

/** « 3. » at the beginning of a line is the number of an item. */
function isPuce(text: string, { start, end }: Quantite): boolean {
  return /^[\s([]*$/.test(text.slice(0, start)) && /^\s?[.)°]/.test(text.slice(end));
}

/** Whether the words state something else than a rule: then the figure is never called contrary. */
function isPrudent(quantite: Quantite, segment: string, sentence: Sentence, lecteur: Lecteur): boolean {
  const { indices } = lecteur;
  const words = foldWord(segment);
  const head = words.slice(0, Math.max(0, words.indexOf(foldWord(quantite.text))));
  const isElapsed = quantite.unite === 'mois' && indices.ecoule(head) && !sentence.concepts.has(SILENCE);
  return (
    quantite.approximate ||
    isElapsed ||
    indices.prudent(words) ||
    indices.autrement(sentence.folded) ||
    isOwnSigning(quantite, sentence, lecteur)
  );
}

/** « publié le … »: the day of what is being verified, when no text of the law is named. */
function isParution({ unite, start }: Quantite, folded: string, { donnees, findTexte }: Lecteur): boolean {
  if (unite !== 'jour') return false;
  const head = folded.slice(0, start).trimEnd();
  return donnees.parutions.some((words) => head.endsWith(words)) && findTexte(folded) === undefined;
}

/** « nous avons signé l'ACI le … » is the day of a contract, « l'ACI a été signé le … » that of the text. */
function isOwnSigning({ unite }: Quantite, { folded }: Sentence, { donnees, findTexte }: Lecteur): boolean {
  if (unite !== 'jour') return false;
  const events = Object.values(donnees.evenements)
    .flat()
    .map((word) => folded.indexOf(word))
    .filter((at) => at >= 0);
  const first = Math.min(...events);
  return events.length === 0 || findTexte(folded.slice(0, first)) === undefined;
}

/** The community's own population is no rule; a share or a delay that nobody knows is told, a count is not. */
function isWorthTelling(
  { unite }: Pick<ChiffreDecrit, 'unite'>,
  concepts: ReadonlySet<string>,
  { signale }: VerificationDonnees,
): boolean {
  const isNear = signale[unite].some((concept) => concepts.has(concept));
  return isNear && (unite !== 'habitants' || concepts.has('taille'));
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
