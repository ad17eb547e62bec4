import { placeCitations } from './citations/place-citations.ts';
import { listEnonces, type Materials, type Segment } from './compose.ts';
import { contradicts, findNeeded, findRelated } from './compose-deterministic.ts';
import type { Enonce } from './enonce.ts';

/**
 * Puts in a draft what its author may not leave out: a proposal or an expired rule is followed by what holds, a wrong
 * premise is denied before it, a rule that changed or is contested is told with the other one, the énoncés that answer
 * the question are there, and quotations stand after the rule. An énoncé said twice is said once.
 */
export function completeDraft(
  segments: readonly Segment[],
  materials: Materials,
  required: ReadonlySet<Enonce>,
): readonly Segment[] {
  const draft = dropRepeated(segments);
  const told = new Set(listEnonces(draft));
  const completed: Segment[] = [];
  function say(enonce: Enonce): void {
    completed.push({ type: 'enonce', enonce });
    told.add(enonce);
  }
  for (const segment of draft) {
    const candidate =
      segment.type === 'enonce' ? materials.passages.find(({ enonce }) => enonce === segment.enonce) : undefined;
    if (candidate && contradicts(candidate.found, materials.situation) && !told.has(materials.notInForce)) {
      say(materials.notInForce);
    }
    const related = candidate ? findRelated(candidate, materials) : [];
    if (related.length > 0) {
      for (const enonce of related) if (!told.has(enonce)) say(enonce);
      continue;
    }
    completed.push(segment);
    const replacement = candidate && findNeeded(candidate, materials);
    if (replacement && ![...told].some((enonce) => enonce.id === replacement.id)) say(replacement);
  }
  const missing = [...required].filter((enonce) => !told.has(enonce));
  return placeQuoted(orderCalculs(addRequired(completed, materials, missing), materials), materials);
}

/** Puts quotations where code wants them: chosen by the draft or not, they never stand before a rule unannounced. */
function placeQuoted(segments: readonly Segment[], materials: Materials): readonly Segment[] {
  const isQuoted = (segment: Segment) => segment.type === 'enonce' && segment.enonce.origin.type === 'citation';
  const rest = segments.filter((segment) => !isQuoted(segment));
  const chosen = listEnonces(rest);
  const placed = placeCitations(chosen, materials, listEnonces(segments.filter(isQuoted)));
  const toSegment = (enonce: Enonce): Segment => ({ type: 'enonce', enonce });
  if (chosen.every((enonce, index) => placed[index] === enonce)) {
    return [...rest, ...placed.slice(chosen.length).map(toSegment)];
  }
  // In another order, the linking words would introduce something else.
  return placed.map(toSegment);
}

function dropRepeated(segments: readonly Segment[]): readonly Segment[] {
  const told = new Set<Enonce>();
  return segments.filter((segment) => {
    if (segment.type !== 'enonce') return true;
    const isNew = !told.has(segment.enonce);
    told.add(segment.enonce);
    return isNew;
  });
}

/** What a draft left out stands before it, unless it begins by denying what the asker believes. */
function addRequired(
  segments: readonly Segment[],
  { calculs, notInForce }: Materials,
  missing: readonly Enonce[],
): readonly Segment[] {
  const added = missing.map((enonce): Segment => ({ type: 'enonce', enonce }));
  const last = segments.findLastIndex(
    (segment) => segment.type === 'enonce' && (calculs.includes(segment.enonce) || segment.enonce === notInForce),
  );
  const isDenied = segments.some((segment) => segment.type === 'enonce' && segment.enonce === notInForce);
  const place = isDenied ? segments.length : last + 1;
  return [...segments.slice(0, place), ...added, ...segments.slice(place)];
}

/** Computed énoncés keep the order of the code among themselves: some announce those that follow. */
function orderCalculs(segments: readonly Segment[], { calculs }: Materials): readonly Segment[] {
  const told = new Set(listEnonces(segments));
  const ordered = calculs.filter((enonce) => told.has(enonce));
  return segments.map((segment) => {
    if (segment.type !== 'enonce' || !calculs.includes(segment.enonce)) return segment;
    const enonce = ordered.shift();
    return enonce ? { type: 'enonce', enonce } : segment;
  });
}
