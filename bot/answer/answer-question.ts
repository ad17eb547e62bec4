import { BotError } from '#corpus/law/bot-error.ts';
import { addMonths } from '#corpus/law/calendar-date.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { type Message, type MessageArg, toMessage } from '#corpus/law/message.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import type { Answer, AnswerKind } from './answer.ts';
import type { Calcul, Savoir } from './calcul.ts';
import { calculate } from './calculate.ts';
import type { Composer, Materials, Segment } from './compose.ts';
import { createDeterministicComposer } from './compose-deterministic.ts';
import type { Enonce } from './enonce.ts';
import { tellCalculs } from './enonces/tell-calculs.ts';
import { createTeller, INTERFACE, type Teller } from './enonces/teller.ts';
import { ground } from './ground.ts';
import { licensePassage } from './license-passage.ts';
import { listSources } from './list-sources.ts';
import type { Question } from './question.ts';
import type { Vocabulary } from './render-message.ts';
import { type Bibliotheque, retrievePassages } from './retrieve-passages.ts';
import { findUnreadable } from './situate/find-unreadable.ts';
import { type Comprehension, situate } from './situate/situate.ts';
import type { Situation } from './situate/situation.ts';

/** Everything the pipeline needs, built once at the edge. */
export type Pipeline = {
  readonly comprehension: Comprehension;
  readonly bibliotheque: Bibliotheque;
  readonly savoir: Savoir;
  readonly vocabulary: Vocabulary;
  readonly composer: Composer;
};

/** Passages looked at for one question. */
const LOOKED_AT = 12;

/**
 * Answers one question: situate, retrieve, calculate, compose, ground.
 * The same question with the same corpus gives the same answer; nothing here reads a clock, a file or the network.
 */
export async function answerQuestion(question: Question, pipeline: Pipeline): Promise<Answer> {
  const situation = situate(question, pipeline.comprehension);
  const teller = createTeller(situation, pipeline.vocabulary);
  const stopped = findStop(question, situation, teller, pipeline.comprehension);
  if (stopped) return toAnswer(stopped.kind, stopped.enonces, [], [], situation, pipeline);
  if (isGreeting(situation)) return answerNothing(situation, [], teller, pipeline);
  const calculs = calculate(situation, pipeline.savoir);
  const materials = gather(question, situation, calculs, teller, pipeline);
  const { segments, composer, rejections } = await composeGrounded(materials, pipeline.composer);
  const enonces = segments.flatMap((segment) => (segment.type === 'enonce' ? [segment.enonce] : []));
  if (enonces.length === 0) return answerNothing(situation, calculs, teller, pipeline);
  const kind = findKind(enonces, calculs, situation);
  return { ...toAnswer(kind, enonces, calculs, rejections, situation, pipeline), composer };
}

/** What ends the work before anything is looked up: unreadable text, refusal, impossible figures. */
function findStop(
  { text }: Question,
  situation: Situation,
  teller: Teller,
  { numeros }: Comprehension,
): { readonly kind: AnswerKind; readonly enonces: readonly Enonce[] } | undefined {
  if (situation.refus) {
    const args = { urgence: toIdentifiant(numeros.urgence), ecoute: toIdentifiant(numeros.ecoute) };
    return { kind: 'refused', enonces: [teller.tell(`refus-${situation.refus}`, args, INTERFACE)] };
  }
  const unreadable = findUnreadable(text);
  if (unreadable) return { kind: 'needs-input', enonces: [tellMessage(unreadable, teller)] };
  if (situation.problems.length > 0) {
    return { kind: 'needs-input', enonces: situation.problems.map((problem) => tellMessage(problem, teller)) };
  }
  return undefined;
}

function toIdentifiant(text: string): MessageArg {
  return { kind: 'donnee', fr: text, en: text };
}

function tellMessage({ code, args }: Message, teller: Teller): Enonce {
  return teller.tell(code, args, INTERFACE);
}

function gather(
  { text }: Question,
  situation: Situation,
  calculs: readonly Calcul[],
  teller: Teller,
  { bibliotheque, savoir }: Pipeline,
): Materials {
  const found = retrievePassages(text, situation, bibliotheque, LOOKED_AT);
  return {
    situation,
    calculs: tellCalculs(calculs, teller, savoir.parametres),
    passages: found.map((entry) => ({ found: entry, enonce: toEnonce(entry.passage, situation, teller) })),
    isSimilar: bibliotheque.isSimilar,
    notInForce: teller.tell('enonce-pas-en-vigueur', {}, INTERFACE),
    findReplacement(id) {
      const next = bibliotheque.passages.get(bibliotheque.passages.get(id)?.remplacePar ?? '');
      return next && toEnonce(next, situation, teller);
    },
  };
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

/** A greeting, thanks or a call for help, and nothing else. */
function isGreeting({ concepts, figures, sujets }: Situation): boolean {
  return (concepts.has('q-aide') || concepts.has('q-merci')) && sujets === '' && figures.length === 0;
}

/** Nothing to say: ask for what is missing, greet, or say that it is not in the corpus. */
function answerNothing(situation: Situation, calculs: readonly Calcul[], teller: Teller, pipeline: Pipeline): Answer {
  const exemple = { kind: 'date', date: addMonths(situation.asOf, -12) } as const;
  const help = teller.tell('interface-aide', { exemple }, INTERFACE);
  const missing = calculs.some(({ outcome }) => outcome.kind === 'missing-input');
  if (missing) return toAnswer('needs-input', [], calculs, [], situation, pipeline);
  const stopped = calculs.flatMap(({ outcome }) => ('reason' in outcome ? [tellMessage(outcome.reason, teller)] : []));
  if (stopped.length > 0) return toAnswer('not-covered', stopped, calculs, [], situation, pipeline);
  if (situation.concepts.has('q-merci')) {
    return toAnswer('answered', [teller.tell('interface-merci', {}, INTERFACE)], [], [], situation, pipeline);
  }
  if (situation.concepts.has('q-aide')) {
    const hello = teller.tell('interface-bonjour', {}, INTERFACE);
    return toAnswer('answered', [hello, help], [], [], situation, pipeline);
  }
  const off = teller.tell('interface-hors-corpus', {}, INTERFACE);
  return toAnswer('not-covered', [off, help], [], [], situation, pipeline);
}

function findKind(enonces: readonly Enonce[], calculs: readonly Calcul[], { nous }: Situation): AnswerKind {
  const missing = calculs.some(({ outcome }) => outcome.kind === 'missing-input');
  const computed = calculs.some(({ outcome }) => outcome.kind === 'computed' || outcome.kind === 'ambiguous');
  if (missing && !computed && nous) return 'needs-input';
  const leading = enonces.find(({ statut }) => statut !== null);
  return leading?.statut === 'absent' ? 'not-covered' : 'answered';
}

function toAnswer(
  kind: AnswerKind,
  enonces: readonly Enonce[],
  calculs: readonly Calcul[],
  rejections: readonly string[],
  situation: Situation,
  { bibliotheque, vocabulary }: Pipeline,
): Answer {
  const teller = createTeller(situation, vocabulary);
  const { marked, sources } = listSources(enonces, bibliotheque.passages);
  return {
    kind,
    lang: situation.lang,
    asOf: situation.asOf,
    enonces: marked,
    missing: render(listMissing(calculs, situation), teller),
    notComputed: render(
      calculs.flatMap((calcul) => listMessages(calcul, 'notComputed')),
      teller,
    ),
    hypotheses: render(
      [...listReadingHypotheses(situation), ...calculs.flatMap((calcul) => listMessages(calcul, 'hypotheses'))],
      teller,
    ),
    sources,
    runs: calculs,
    composer: 'deterministic',
    rejections,
    fil: { faits: situation.faits, concepts: [...situation.concepts] },
  };
}

/** What to ask for: inputs that tools lack, and the exact day of a signature known to the month when it matters. */
function listMissing(calculs: readonly Calcul[], { faits }: Situation): readonly Message[] {
  const lacking = calculs.flatMap(({ outcome }) =>
    outcome.kind === 'missing-input' ? outcome.missing.map(({ question }) => question) : [],
  );
  const { signature } = faits;
  const vague = signature !== undefined && signature.from !== signature.to;
  const byDay = calculs.filter(
    ({ tool, input }) => tool === 'echeances' || ('signature' in input && input.signature !== undefined),
  );
  const totals = new Set(byDay.map(({ outcome }) => JSON.stringify('value' in outcome ? outcome.value : outcome)));
  const matters = byDay.some(({ tool }) => tool === 'echeances') || totals.size > 1;
  return vague && matters ? [...lacking, toMessage('demande-signature-jour')] : lacking;
}

/** Hypotheses or gaps of an outcome, less those that this kind of question did not ask for. */
function listMessages({ outcome, intention }: Calcul, field: 'notComputed' | 'hypotheses'): readonly Message[] {
  if (outcome.kind !== 'computed' && outcome.kind !== 'ambiguous') return [];
  return outcome[field].filter(({ code }) => !intention.tait.includes(code));
}

/** How the words themselves were read, when another reading was possible. */
function listReadingHypotheses({ asOf, asOfReason, figures }: Situation): readonly Message[] {
  const day: Message[] =
    asOfReason === 'question' ? [{ code: 'jour-retenu', args: { asOf: { kind: 'date', date: asOf } } }] : [];
  const orders = figures.flatMap((figure): Message[] => {
    if (figure.kind !== 'date' || figure.note !== 'french-order') return [];
    const ecrit = { kind: 'question', text: figure.text, start: figure.start, end: figure.end } as const;
    return [{ code: 'ordre-francais', args: { ecrit, date: { kind: 'date', date: figure.from } } }];
  });
  return [...day, ...orders];
}

function render(messages: readonly Message[], teller: Teller): readonly LicensedText[] {
  const unique = new Map(messages.map((message) => [JSON.stringify(message), message]));
  return [...unique.values()].map(({ code, args }) => teller.phrase(code, args, INTERFACE));
}
