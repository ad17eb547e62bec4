import { findUnlicensed } from '#corpus/law/find-unlicensed.ts';
import { joinLicensed, renderLicensed } from '#corpus/law/licensed-text.ts';
import { completeDraft } from './complete-draft.ts';
import { listEnonces, type Materials, type Segment } from './compose.ts';
import type { Enonce } from './enonce.ts';
import { ground } from './ground.ts';
import type { Guide } from './guide.ts';
import { type GuideRecord, keepSegments } from './guide-record.ts';
import { linkSegments } from './link-segments.ts';

/** A draft of a guide that may be shown, or none; and why drafts were rejected. */
export type Guided = {
  readonly segments: readonly Segment[] | undefined;
  readonly record: Omit<GuideRecord, 'calls'>;
};

/** What is composed from. */
export type GuidedWork = {
  readonly materials: Materials;
  /** Énoncés of the runs that the grammar called for. */
  readonly own: readonly Enonce[];
  /** What is said without a guide: nothing found by both is no fault. */
  readonly plain: readonly Segment[];
};

/** Drafts asked for: a rejected one is asked for once more, with what was wrong. */
const MOST_DRAFTS = 2;

/** Reason of a rejection, told to the model: a draft must say something. */
export const EMPTY =
  'Le brouillon ne choisit aucun énoncé : choisissez au moins un repère parmi ceux qui sont proposés.';

/** Asks a guide for a draft, puts in what it may not leave out, and takes it only when it is grounded. */
export async function composeGuided({ materials, own, plain }: GuidedWork, guide: Guide): Promise<Guided> {
  const said = listEnonces(plain);
  const required = new Set([...findGap(said), ...own.filter((enonce) => said.includes(enonce))]);
  const rejections: string[] = [];
  let reasons: readonly string[] = [];
  for (let asked = 0; asked < MOST_DRAFTS; asked += 1) {
    const proposal = await guide.compose({ materials, required, reasons });
    if (proposal.kind === 'stopped') {
      return { segments: undefined, record: { draft: null, rejections, avis: proposal.avis } };
    }
    if (proposal.kind === 'rejected') {
      reasons = proposal.reasons;
    } else if (listEnonces(proposal.segments).length === 0) {
      if (plain.length === 0) break;
      reasons = [EMPTY];
    } else {
      const segments = completeDraft(proposal.segments, materials, required);
      reasons = [...ground(segments, materials), ...(isLicensed(segments, materials) ? [] : [UNLICENSED])];
      if (reasons.length === 0) {
        const draft = keepSegments(proposal.segments, materials);
        return { segments, record: { draft, rejections, avis: null } };
      }
    }
    rejections.push(...reasons);
  }
  return { segments: undefined, record: { draft: null, rejections, avis: null } };
}

/** What is said first without a guide, when it tells that the corpus lacks the answer: a guide does not leave it out. */
function findGap(said: readonly Enonce[]): readonly Enonce[] {
  const leading = said.find(({ statut }) => statut !== null);
  return leading?.statut === 'absent' ? [leading] : [];
}

/** Reason of a rejection: words beside a figure that make it say something else. */
export const UNLICENSED = 'Des mots de liaison touchent un chiffre et en changent le sens : retirez-les.';

/** What the last gate would stop is rejected here, where there is still something else to say. */
function isLicensed(segments: readonly Segment[], { situation }: Materials): boolean {
  // Capitals change nothing here.
  const linked = linkSegments(segments, situation, () => false);
  const lines = linked.map(({ enonce, before = '', after = '' }) => [`${before} `, ...enonce.text, `\n${after}`]);
  return findUnlicensed(renderLicensed(joinLicensed(lines, '\n'))) === undefined;
}
