import { BotError } from '#corpus/law/bot-error.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import type { Answer } from './answer.ts';
import { answerGuided } from './answer-guided.ts';
import type { Calcul, Savoir } from './calcul.ts';
import { calculate } from './calculate.ts';
import type { FindDocuments } from './citations/documents.ts';
import { gatherCitations } from './citations/gather-citations.ts';
import { type Composer, listEnonces, type Materials, type Segment } from './compose.ts';
import { createDeterministicComposer } from './compose-deterministic.ts';
import type { Enonce } from './enonce.ts';
import { tellCalculs } from './enonces/tell-calculs.ts';
import { createTeller, INTERFACE, type Teller } from './enonces/teller.ts';
import { findKind } from './find-kind.ts';
import { ground } from './ground.ts';
import type { Liaisons } from './grounding/liaisons.ts';
import type { Guide } from './guide.ts';
import { licensePassage } from './license-passage.ts';
import type { Part } from './part.ts';
import type { Question } from './question.ts';
import { relatePassages } from './relate-passages.ts';
import type { Vocabulary } from './render-message.ts';
import { type Bibliotheque, embedSearch, type Found, retrievePassages } from './retrieve-passages.ts';
import { findUnreadable } from './situate/find-unreadable.ts';
import { leaveProfil } from './situate/merge-faits.ts';
import { type Comprehension, situate } from './situate/situate.ts';
import type { Situation } from './situate/situation.ts';
import { splitQuestion } from './situate/split-question.ts';
import { type OnStep, watchGuide } from './step.ts';
import { answerNothing, stopQuestion } from './stop-question.ts';
import { toAnswer } from './to-answer.ts';
import { viewPassages } from './view-passages.ts';

/** Everything the pipeline needs, built once at the edge. */
export type Pipeline = {
  readonly comprehension: Comprehension;
  readonly bibliotheque: Bibliotheque;
  readonly savoir: Savoir;
  readonly vocabulary: Vocabulary;
  readonly composer: Composer;
  /** Words and rules of linking words, read at the first draft that has some. */
  readonly openLiaisons: () => Liaisons;
  /** Help of a model with one question; without it, grammar and rules answer alone. */
  readonly openGuide?: ((question: Question) => Guide) | undefined;
  /** Documents that people imported, by workspace. */
  readonly findDocuments?: FindDocuments | undefined;
  /** Told of the steps of one question, for who waits for its answer. */
  readonly onStep?: OnStep | undefined;
};

/** Passages looked at for one question. */
const LOOKED_AT = 12;

/**
 * Answers a question: situate, retrieve, calculate, compose, ground; several questions asked at once, each in turn.
 * The same question with the same corpus gives the same answer, but for what models elsewhere bring when there are some:
 * the pipeline hands them in, and nothing here reads a clock, a file or the network by itself.
 */
export async function answerQuestion(question: Question, whole: Pipeline): Promise<Answer> {
  const passages = viewPassages(whole.bibliotheque.passages, question.today);
  const pipeline: Pipeline = { ...whole, bibliotheque: { ...whole.bibliotheque, passages } };
  const { bibliotheque, comprehension, vocabulary } = pipeline;
  // What must be refused may only show in the whole: a person in one sentence, her illness in the next.
  const isStopped = comprehension.findRefus(question.text) ?? findUnreadable(question.text);
  const [text, ...others] = isStopped ? ([question.text] as const) : splitQuestion(question.text, comprehension);
  // Nothing of a question that is refused, be it in one part, reaches a model.
  const isRefused = [text, ...others].some((part) => comprehension.findRefus(part) !== undefined);
  const models: Models =
    isStopped || isRefused ? {} : { guide: pipeline.openGuide?.(question), embedQuestion: bibliotheque.embedQuestion };
  const first = await answerPart({ ...question, text }, pipeline, models);
  const parts: [Part, ...Part[]] = [first];
  for (const other of first.kind === 'refused' ? [] : others) {
    // What was said in one part holds for the next: « contrat signé le … ».
    const { faits: all, duProfil } = parts.at(-1)?.situation ?? first.situation;
    const faits = leaveProfil(all, duProfil);
    parts.push(await answerPart({ ...question, text: other, fil: { faits, concepts: [] } }, pipeline, models));
  }
  const answer = toAnswer(parts, question, passages, vocabulary);
  if (answer.kind !== 'refused') return answer;
  // Nothing of a refused question goes further, not even a day: it may be a patient's.
  const { asOf = question.today, fil = { faits: {}, concepts: [] } } = question;
  return { ...answer, asOf, fil };
}

async function answerPart(question: Question, pipeline: Pipeline, models: Models): Promise<Part> {
  const guide = models.guide && watchGuide(models.guide, pipeline.onStep);
  const situation = situate(question, pipeline.comprehension);
  const teller = createTeller(situation, pipeline.vocabulary);
  const stopped = stopQuestion(question.text, situation, teller, pipeline.comprehension);
  if (stopped) return stopped;
  const calculs = calculate(situation, pipeline.savoir);
  for (const { tool } of calculs.slice(0, 1)) pipeline.onStep?.({ kind: 'calcule', tool });
  pipeline.onStep?.({ kind: 'cherche' });
  const remote = await embedSearch(question.text, situation, models);
  const materials = gather({ question, situation, calculs, teller, remote }, pipeline);
  const guided = guide && (await answerGuided({ calculs, materials, teller }, guide, pipeline));
  if (guided?.part) return guided.part;
  const { segments, composer, rejections } = await composeGrounded(materials, pipeline.composer);
  const enonces = listEnonces(segments);
  const made = {
    composer,
    rejections: [...(guided?.record.rejections ?? []), ...rejections],
    ...(guided ? { record: guided.record } : {}),
  };
  if (enonces.length === 0)
    return {
      ...answerNothing(question.text, situation, { calculs, teller, comprehension: pipeline.comprehension }),
      ...made,
    };
  const linked = enonces.map((enonce) => ({ enonce }));
  return { kind: findKind(enonces, calculs, situation), situation, enonces: linked, calculs, ...made };
}

/** Models elsewhere that may read the question: one that guides, one of vectors; none when a part of it is refused. */
type Models = Pick<Bibliotheque, 'embedQuestion'> & { readonly guide?: Guide | undefined };

/** A part of a question, read and computed; `remote` is the vector of its words, when a model elsewhere gave one. */
type Prepared = {
  readonly question: Question;
  readonly situation: Situation;
  readonly calculs: readonly Calcul[];
  readonly teller: Teller;
  readonly remote: Float32Array | undefined;
};

function gather(
  { question: { text, espace }, situation, calculs, teller, remote }: Prepared,
  { bibliotheque, savoir, openLiaisons, findDocuments }: Pipeline,
): Materials {
  const documents = findDocuments?.(espace);
  const found = retrievePassages(text, situation, bibliotheque, LOOKED_AT, remote).filter(isOnSubject(calculs));
  const told = found.map(({ passage }) => passage);
  const { passages, findDivergence } = bibliotheque;
  const toOwn = (passage: CorpusPassage) => toEnonce(passage, situation, teller);
  return {
    question: text,
    openLiaisons,
    situation,
    seuils: bibliotheque.abstention.seuils,
    relations: relatePassages(told, { teller, passages, findDivergence, toEnonce: toOwn }),
    calculs: tellCalculs(calculs, teller, savoir.parametres),
    passages: found.map((entry) => ({ found: entry, enonce: toEnonce(entry.passage, situation, teller) })),
    isSimilar: bibliotheque.isSimilar,
    citations: documents && gatherCitations(text, documents, teller),
    waits: isWaiting(calculs),
    notInForce: teller.tell('enonce-pas-en-vigueur', {}, INTERFACE),
    findReplacement(id) {
      const next = bibliotheque.passages.get(bibliotheque.passages.get(id)?.remplacePar ?? '');
      return next && toEnonce(next, situation, teller);
    },
  };
}

/** While a tool waits for a fact, only passages on its own subject are of use. */
function isOnSubject(calculs: readonly Calcul[]): (found: Found) => boolean {
  const waits = isWaiting(calculs);
  const themes = new Set(calculs.flatMap(({ intention }) => intention.themes));
  return ({ passage }) => !waits || passage.themes.some((theme) => themes.has(theme));
}

function isWaiting(calculs: readonly Calcul[]): boolean {
  const kinds = new Set(calculs.map(({ outcome }) => outcome.kind));
  return kinds.has('missing-input') && !kinds.has('computed') && !kinds.has('ambiguous');
}

/** A passage as a claim; its figures are licensed by their span. Passages stay French, and it is said. */
function toEnonce(passage: CorpusPassage, { lang }: Situation, teller: Teller): Enonce {
  const { id, statut } = passage;
  const { body, references } = licensePassage(passage);
  const note: LicensedText = lang === 'fr' ? [] : [' ', ...teller.phrase('interface-passage-francais', {}, INTERFACE)];
  return { id, origin: { type: 'passage', passage: id }, text: [...body, ...note], statut, references };
}

/** One retry when a draft is rejected, then the composer that cannot be wrong. */
async function composeGrounded(materials: Materials, composer: Composer) {
  const rejections: string[] = [];
  for (const current of [composer, composer, createDeterministicComposer()]) {
    const segments: readonly Segment[] = await current.compose(materials);
    const problems = ground(segments, materials);
    if (problems.length === 0) return { segments, composer: current.name, rejections };
    rejections.push(...problems);
  }
  throw new BotError(
    'ERR_BROUILLON_REJETE',
    `le composeur déterministe a produit un brouillon rejeté : ${rejections.join(' ; ')}`,
    "Signalez cet incident avec son code : c'est un défaut du programme.",
  );
}
