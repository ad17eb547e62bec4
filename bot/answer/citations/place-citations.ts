import { STATUTS_COURANTS } from '#corpus/law/statut.ts';
import type { Materials } from '../compose.ts';
import type { Enonce } from '../enonce.ts';
import { asksHistory } from '../weigh-time.ts';
import type { Citation } from './citation.ts';
import { isDifferent } from './compare-figures.ts';

/**
 * From which confidence a document is quoted: when no rule answers a question of the field, or one of another field;
 * when documents are asked for; beside a rule, when the past is asked about or not, or when it was computed; and while a
 * fact is waited for.
 */
const CONFIDENT = { alone: 0.45, foreign: 0.58, asked: 0.4, history: 0.5, rule: 0.65, computed: 0.85, waits: 0.65 };
/** How far below the best one a second quotation may stand, and how sure it must be. */
const SECOND = { gap: 0.12, least: 0.6 };
/** How much less sure than a quotation our own passage may be, to be told after it. */
const BESIDE = 0.1;

/**
 * Places quotations among the claims chosen for an answer. The rule in force comes first, and what a document said
 * comes after it, said to be no rule; it comes before only when nothing in force answers, and that is said too.
 * @param chosen claims of the answer, in order
 */
export function placeCitations(chosen: readonly Enonce[], materials: Materials): readonly Enonce[] {
  const { citations, isSimilar } = materials;
  if (!citations) return chosen;
  const asked = citations.demandees || citations.offertes.some(({ nommee }) => nommee);
  const claims = chosen.filter(({ statut }) => statut !== null);
  const rules = claims.filter(isRule);
  const least = findLeast(claims, rules, asked, materials);
  const [best, second] = citations.offertes.filter(({ confidence }) => confidence >= least);
  // Our own words for what the document says are enough beside a rule, unless the document itself is asked for.
  if (!best || (!asked && rules.some((rule) => isSimilar(rule, best.enonce)))) return chosen;
  const told = rules.length === 0 && second && isWorth(second, best) && !isSimilar(second.enonce, best.enonce);
  const quoted = told ? [best, second] : [best];
  const words = quoted.map(({ enonce }) => enonce);
  if (rules.length > 0) return [...chosen, citations.apresRegle, ...listDifferences(rules, quoted), ...words];
  const introduction = best.document.passage.statut === 'en-vigueur' ? citations.donneeEnVigueur : citations.horsRegle;
  // What the corpus lacks is said before what a document brings instead.
  const gaps = chosen.filter(({ statut }) => statut === null || statut === 'absent');
  const others = claims.filter((enonce) => enonce.statut !== 'absent' && isWorthTelling(enonce, best, materials));
  return [...gaps.filter((gap) => gap !== materials.notInForce), introduction, ...words, ...others];
}

/** What a tool computed, or a passage that says how things stand on the day asked about. */
function isRule({ origin, statut }: Enonce): boolean {
  return statut !== null && statut !== 'absent' && (origin.type === 'tool' || STATUTS_COURANTS.includes(statut));
}

function findLeast(
  claims: readonly Enonce[],
  rules: readonly Enonce[],
  asked: boolean,
  { situation, waits }: Materials,
): number {
  if (asked) return CONFIDENT.asked;
  if (waits === true && rules.length === 0) return CONFIDENT.waits;
  if (rules.length === 0) return situation.duDomaine ? CONFIDENT.alone : CONFIDENT.foreign;
  if (asksHistory(situation)) return CONFIDENT.history;
  return claims.some(({ origin }) => origin.type === 'tool') ? CONFIDENT.computed : CONFIDENT.rule;
}

function isWorth(second: Citation, best: Citation): boolean {
  return second.confidence >= SECOND.least && second.confidence >= best.confidence - SECOND.gap;
}

function isWorthTelling(enonce: Enonce, best: Citation, { passages, isSimilar }: Materials): boolean {
  const found = passages.find((candidate) => candidate.enonce === enonce)?.found;
  if (isSimilar(enonce, best.enonce)) return false;
  return found === undefined || found.confidence >= best.confidence - BESIDE;
}

function listDifferences(rules: readonly Enonce[], quoted: readonly Citation[]): readonly Enonce[] {
  const different = quoted.filter(({ enonce }) => rules.some((rule) => isDifferent(rule, enonce)));
  return different.slice(0, 1).map(({ difference }) => difference);
}
