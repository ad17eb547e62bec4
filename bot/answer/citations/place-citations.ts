import { STATUTS_COURANTS } from '#corpus/law/statut.ts';
import type { Materials } from '../compose.ts';
import type { Enonce } from '../enonce.ts';
import type { Found } from '../retrieve-passages.ts';
import { asksHistory } from '../weigh-time.ts';
import type { CitationOfferte, Citations } from './citations.ts';
import { isDifferent } from './compare-figures.ts';

/** From which confidence a document is quoted. */
const CONFIDENT = {
  /** No rule answers: a question of the field, one of another field, one that the corpus says it cannot answer. */
  alone: 0.45,
  foreign: 0.62,
  gap: 0.6,
  /** Documents are asked for. */
  asked: 0.4,
  /** Beside a rule: when the past is asked about, or not; when it was computed. */
  history: 0.6,
  rule: 0.72,
  computed: 0.85,
  /** A tool waits for a fact. */
  waits: 0.65,
};
/** How far below the best one a second quotation may stand, and how sure it must be. */
const SECOND = { gap: 0.12, least: 0.6 };
/** How much less sure than a quotation our own passage may be, to be told after it. */
const BESIDE = 0.25;

/**
 * Places quotations among the claims chosen for an answer. The rule in force comes first, and what a document said
 * comes after it, said to be no rule; it comes before only when nothing in force answers, and that is said too.
 * @param chosen claims of the answer, in order
 * @param picked quotations that somebody who read them wants in the answer; found by their confidence when there are none
 */
export function placeCitations(
  chosen: readonly Enonce[],
  materials: Materials,
  picked: readonly Enonce[] = [],
): readonly Enonce[] {
  const { citations, isSimilar } = materials;
  if (!citations) return chosen;
  const isPicked = picked.length > 0;
  const asked = isPicked || citations.demandees || citations.offertes.some(({ nommee }) => nommee);
  const rules = chosen.filter((enonce) => isRule(enonce, materials));
  const least = asked ? CONFIDENT.asked : findLeast(chosen, rules, materials);
  const [best, second] = citations.offertes.filter(({ enonce, confidence }) =>
    isPicked ? picked.includes(enonce) : confidence >= least,
  );
  // Our own words for what the document says are enough beside a rule, unless the document itself is asked for.
  if (!best || (!asked && rules.some((rule) => isSimilar(rule, best.enonce)))) return chosen;
  if (rules.length > 0) {
    const difference = isDifferent(rules, best.enonce) ? [best.difference] : [];
    return [...chosen, citations.apresRegle, ...difference, best.enonce];
  }
  const isSecond = second !== undefined && isWorth(second, best) && !isSimilar(second.enonce, best.enonce);
  return leadWith(isSecond ? [best, second] : [best], chosen, citations, materials);
}

/** Quotations that somebody who understands the words may choose: those that are sure enough once asked for. */
export function listQuotable({ citations }: Materials): readonly Enonce[] {
  const offered = citations?.offertes.filter(({ confidence }) => confidence >= CONFIDENT.asked) ?? [];
  return offered.map(({ enonce }) => enonce);
}

/** Quotations where nothing in force answers: before what is told of the past, unless that is closer to the question. */
function leadWith(
  quoted: readonly CitationOfferte[],
  chosen: readonly Enonce[],
  citations: Citations,
  materials: Materials,
): readonly Enonce[] {
  const words = quoted.map(({ enonce }) => enonce);
  const best = quoted[0];
  if (!best) return chosen;
  // What the corpus lacks is said before what a document brings instead.
  const gaps = chosen.filter(({ statut }) => statut === null || statut === 'absent');
  const others = chosen.filter(
    (enonce) => !gaps.includes(enonce) && !materials.isSimilar(enonce, best.enonce) && isNear(enonce, best, materials),
  );
  const closest = Math.max(0, ...others.map((enonce) => findFound(enonce, materials)?.confidence ?? 0));
  if (closest > best.confidence) return [...chosen, citations.aussi, ...words];
  const isGiven = best.document.passage.statut === 'en-vigueur';
  const introduction = isGiven ? citations.donneeEnVigueur : citations.horsRegle;
  return [...gaps.filter((gap) => gap !== materials.notInForce), introduction, ...words, ...others];
}

/** What a tool computed, or a passage that says how things stood on the day asked about. */
function isRule(enonce: Enonce, materials: Materials): boolean {
  const { origin, statut } = enonce;
  if (statut === null || statut === 'absent') return false;
  if (origin.type === 'tool' || STATUTS_COURANTS.includes(statut)) return true;
  return statut === 'expire' && findFound(enonce, materials)?.past === false;
}

function findLeast(chosen: readonly Enonce[], rules: readonly Enonce[], { situation, waits }: Materials): number {
  const isComputed = rules.some(({ origin }) => origin.type === 'tool');
  // What goes on from a computed answer asks for another computed answer.
  if (isComputed) return situation.suite ? Number.POSITIVE_INFINITY : CONFIDENT.computed;
  if (rules.length > 0) return asksHistory(situation) ? CONFIDENT.history : CONFIDENT.rule;
  if (waits === true) return CONFIDENT.waits;
  if (chosen.some(({ statut }) => statut === 'absent')) return CONFIDENT.gap;
  return situation.duDomaine ? CONFIDENT.alone : CONFIDENT.foreign;
}

function isWorth(second: CitationOfferte, best: CitationOfferte): boolean {
  return second.confidence >= SECOND.least && second.confidence >= best.confidence - SECOND.gap;
}

function isNear(enonce: Enonce, best: CitationOfferte, materials: Materials): boolean {
  const found = findFound(enonce, materials);
  return found === undefined || found.confidence >= best.confidence - BESIDE;
}

function findFound(enonce: Enonce, { passages }: Materials): Found | undefined {
  return passages.find((candidate) => candidate.enonce === enonce)?.found;
}
