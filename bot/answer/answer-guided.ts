import type { Calcul, Savoir } from './calcul.ts';
import { listEnonces, type Materials } from './compose.ts';
import { createDeterministicComposer } from './compose-deterministic.ts';
import { composeGuided, type Guided } from './compose-guided.ts';
import type { Enonce } from './enonce.ts';
import type { Teller } from './enonces/teller.ts';
import { findKind } from './find-kind.ts';
import type { Guide } from './guide.ts';
import { type GuideRecord, listOffered } from './guide-record.ts';
import { linkSegments } from './link-segments.ts';
import type { Part } from './part.ts';
import { createToolRunner, type RanCall } from './run-tool-call.ts';
import { selectOffered } from './select-relevant.ts';
import type { Comprehension } from './situate/situate.ts';

/** A part as grammar and rules left it: what was computed and found. */
type Prepared = {
  readonly calculs: readonly Calcul[];
  readonly materials: Materials;
  readonly teller: Teller;
};

/** What a guide did with a part, and the part when its draft could be taken. */
type GuidedPart = { readonly record: GuideRecord; readonly part?: Part };

/**
 * Answers a part with the help of a guide: runs of tools that it adds, then its draft.
 * When no draft can be taken, nothing of it is kept: the part is answered as without a guide.
 */
export async function answerGuided(
  { calculs, materials, teller }: Prepared,
  guide: Guide,
  { savoir, comprehension }: { readonly savoir: Savoir; readonly comprehension: Comprehension },
): Promise<GuidedPart> {
  const { situation } = teller;
  const { run, ran } = createToolRunner(teller, calculs, { savoir, intentions: comprehension.intentions });
  const own = materials.calculs;
  await guide.chooseTools({ text: materials.question, situation, enonces: own, run });
  const plain = await createDeterministicComposer().compose(materials);
  const wider = {
    ...materials,
    calculs: [...own, ...ran.flatMap(({ enonces }) => enonces)],
    passages: selectOffered(materials),
  };
  const isEmpty = listOffered(wider).length === 0;
  const work = { materials: wider, own, plain };
  const { segments, record } = isEmpty ? NOTHING : await composeGuided(work, guide);
  const whole = { ...record, calls: ran.map(({ call }) => call) };
  if (!segments) return { record: whole };
  const enonces = listEnonces(segments);
  const used = listUsed(ran, enonces);
  const all = [...calculs.filter((calcul) => !isSettled(calcul, used)), ...used];
  const part: Part = {
    kind: findKind(enonces, all, situation),
    situation,
    enonces: linkSegments(segments, situation, comprehension.isSmallWord),
    calculs: all,
    composer: 'model',
    rejections: record.rejections,
    record: whole,
  };
  return { record: whole, part };
}

/** Nothing was found that a draft could say. */
const NOTHING: Guided = { segments: undefined, record: { draft: null, rejections: [], avis: null } };

/** Runs that the draft tells: hypotheses and gaps of the others are nobody's concern. */
function listUsed(ran: readonly RanCall[], told: readonly Enonce[]): readonly Calcul[] {
  return ran.filter(({ enonces }) => enonces.some((enonce) => told.includes(enonce))).flatMap(({ calculs }) => calculs);
}

/** A run that waited for a fact is settled when the guide found it among the words. */
function isSettled({ tool, outcome }: Calcul, used: readonly Calcul[]): boolean {
  return outcome.kind === 'missing-input' && used.some((other) => other.tool === tool);
}
