import { renderLicensed } from '#corpus/law/licensed-text.ts';
import type { Materials } from '../compose.ts';
import type { Enonce } from '../enonce.ts';
import type { Liaisons } from './liaisons.ts';
import type { PhraseSet } from './phrase-set.ts';
import type { Motif } from './regles.ts';
import type { Run } from './runs.ts';
import { type Stretch, splitStretches } from './stretches.ts';

/** Standings of what holds today, and of what never did or no longer does. */
const HOLDS: ReadonlySet<Enonce['statut']> = new Set(['en-vigueur', 'releve-local', 'deduit']);
const FAILS: ReadonlySet<Enonce['statut']> = new Set(['expire', 'proposition', 'absent']);

/** « Oui », « non », « n'est plus en vigueur »: linking words go the way of the énoncé that they stand beside. */
export function checkPolarity(run: Run, materials: Materials, liaisons: Liaisons): readonly Motif[] {
  const { stretches, before } = run;
  const { previous, next } = findNeighbours(run, materials);
  const follows = next ?? previous;
  const isFail = (enonce: Enonce | undefined) => enonce !== undefined && fails(enonce, materials, liaisons);
  const isHeld = (enonce: Enonce | undefined) => enonce !== undefined && HOLDS.has(enonce.statut);
  const motifs: Motif[] = [];
  if (opensWith(run, liaisons.oui, liaisons) && !isConfirmed(follows, materials, liaisons)) motifs.push('oui');
  if (opensWith(run, liaisons.non, liaisons) && !isFail(follows) && !isContradicted(follows, materials))
    motifs.push('non');
  const upholds = stretches.some(({ words, end }) => {
    if (!liaisons.confirme.isIn(words) || liaisons.dement.isIn(words)) return false;
    return end.includes(':') ? !isHeld(next) : !isHeld(next) && !before.some(isHeld);
  });
  const isMisplaced = ({ words }: Stretch, at: number) => {
    if (!liaisons.dement.isIn(words)) return false;
    const targets = listTargets(run, at, materials, liaisons);
    if (targets.some((enonce) => isOver(enonce, materials, liaisons))) return false;
    return next === undefined || !targets.includes(next) || !isContradicted(next, materials);
  };
  if (stretches.some(isMisplaced) || upholds) motifs.push('vigueur');
  return motifs;
}

/** The énoncés that linking words touch; one further away is not what they speak of. */
function findNeighbours({ before, after }: Run, { notInForce }: Materials) {
  // What only announces (« 56 250 € peut désigner : ») is neither for nor against.
  const claims = (enonce: Enonce) => enonce.statut !== null || enonce === notInForce;
  return { previous: before.findLast(claims), next: after.find(claims) };
}

/** What the stretch at a place speaks of: the énoncés behind a sentence that ends, the one that an open sentence leads to. */
export function listTargets(run: Run, at: number, materials: Materials, { renvois }: Liaisons): readonly Enonce[] {
  const { next } = findNeighbours(run, materials);
  const behind = run.before.filter(({ statut }) => statut !== null);
  const rest = run.stretches.slice(at);
  const isOpen = rest.every(({ end }) => !/[.!?…]/.test(end));
  const leads = isOpen || renvois.isIn(rest[0]?.words ?? []) || behind.length === 0;
  return leads && next !== undefined ? [next] : behind;
}

/** A stretch that is the answer by itself, or begins with it: « Oui, … », « Bonjour, c'est exact : … ». */
function opensWith({ stretches }: Run, phrases: PhraseSet, { neutres }: Liaisons): boolean {
  return stretches.some(({ words }) => phrases.measureAt(words, 0) > 0 && neutres.measureAt(words, 0) === 0);
}

/** Whether an énoncé tells what never held or holds no more. */
export function isOver(enonce: Enonce, { notInForce }: Materials, { dement }: Liaisons): boolean {
  return enonce === notInForce || FAILS.has(enonce.statut) || says(enonce, dement);
}

/** The same, or an énoncé that says « not » of anything. */
function fails(enonce: Enonce, materials: Materials, liaisons: Liaisons): boolean {
  return isOver(enonce, materials, liaisons) || says(enonce, liaisons.negations);
}

function says({ text }: Enonce, phrases: PhraseSet): boolean {
  return splitStretches(renderLicensed(text).text).some(({ words }) => phrases.isIn(words));
}

/** What a « yes » may stand before: a rule that holds, begins with no « not », and gives no other amount than the asked one. */
function isConfirmed(enonce: Enonce | undefined, materials: Materials, liaisons: Liaisons): boolean {
  if (enonce === undefined || isOver(enonce, materials, liaisons)) return false;
  const [sentence = ''] = renderLicensed(enonce.text).text.split(/(?<=[.!?]) /u);
  if (splitStretches(sentence).some(({ words }) => liaisons.negations.isIn(words))) return false;
  const { asked, told } = compareFigures(enonce, materials);
  return asked.length === 0 || told.length === 0 || asked.some((value) => told.includes(value));
}

/** What a « no » may stand before, besides a negation: a rule that gives another amount than the asked one. */
function isContradicted(enonce: Enonce | undefined, materials: Materials): boolean {
  if (enonce === undefined) return false;
  const { asked, told } = compareFigures(enonce, materials);
  return asked.length > 0 && told.length > 0 && !asked.some((value) => told.includes(value));
}

/** Amounts of the question, and those of an énoncé. */
function compareFigures(enonce: Enonce, { situation }: Materials) {
  const asked = (situation.faitsDits.montants ?? []).map((cents) => cents / 100);
  const told = enonce.text.flatMap((piece) =>
    typeof piece !== 'string' && (piece.unit === 'EUR' || piece.unit === 'EUR/an') ? [piece.value] : [],
  );
  return { asked, told };
}
