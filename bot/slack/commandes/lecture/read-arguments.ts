import type { RoleFigure } from '#bot/answer/situate/extract-faits.ts';
import { extractFaits } from '#bot/answer/situate/extract-faits.ts';
import type { Faits, FaitsMission, Periode } from '#bot/answer/situate/faits.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toCentimes } from '#corpus/law/euros.ts';
import type { Message } from '#corpus/law/message.ts';
import { type ReadFigure, readFigures } from '#corpus/law/read-figures.ts';
import type { BaseProrata } from '#tools/financement/financement.ts';
import { findUnknownWords } from './find-unknown-words.ts';
import type { Lecture, Span } from './lecture.ts';
import { type Passe, splitMissions } from './split-missions.ts';

/** What the words of a command say of a community. */
export type ArgumentsLus = {
  readonly faits: Faits;
  /** Day or period whose rules are asked. */
  readonly periode: Periode | null;
  readonly contratEntier: boolean;
  readonly prorata?: BaseProrata | undefined;
  /** Days that do not exist, years out of bounds. */
  readonly problems: readonly Message[];
  /** Words and figures that nothing was made of, as they are written. */
  readonly incompris: readonly Span[];
  /** Figures that were understood, and that the command has no use for. */
  readonly inutiles: readonly Span[];
  /** Amounts read as the fixed part of a mission since nothing says otherwise, bare days read as a signature. */
  readonly supposes: readonly Suppose[];
};

/** The calculator that the words are for. */
export type Outil = keyof typeof TAKEN;
/** What reading needs, and the day from which « il y a un mois » is counted. */
type Jour = Lecture & { readonly today: CalendarDate };

/** A figure taken for something that the words do not say. */
export type Suppose = Span & { readonly comme: 'fixe' | 'signature' };

type Lu = {
  faits: Faits;
  periode: Periode | null;
  problems: Message[];
  incompris: Span[];
  inutiles: Span[];
  supposes: Suppose[];
};

/**
 * Reads facts in any order, French or English: « taille 2 signée en mai 2022 année 2 mission prévention 20 000 € ».
 * Nothing is left aside in silence: what was not understood is in `incompris`.
 */
export function readArguments(text: string, outil: Outil, lecture: Jour): ArgumentsLus {
  const { donnees } = lecture;
  const lu: Lu = { faits: {}, periode: null, problems: [], incompris: [], inutiles: [], supposes: [] };
  const figures: ReadFigure[] = [];
  for (const passe of splitMissions(text, lecture.comprehension)) {
    figures.push(...readPasse(passe, outil, lecture, lu));
  }
  const said = ` ${toPlain(text)} `;
  const has = (phrases: readonly string[]) => phrases.some((phrase) => said.includes(` ${toPlain(phrase)} `));
  const prorata = (['jours', 'mois'] as const).find((base) => has(donnees.prorata[base]));
  const unknown = findUnknownWords(text, figures, lecture);
  return {
    ...lu,
    contratEntier: has(donnees.contratEntier),
    prorata,
    incompris: [...lu.incompris, ...unknown].toSorted((a, b) => a.start - b.start),
  };
}

/** Whether the words give anything that a calculator can use. */
export function hasFaits({ faits, periode, contratEntier, prorata, problems }: ArgumentsLus): boolean {
  const said = Object.values(faits).some((value) => value !== undefined);
  return said || periode !== null || contratEntier || prorata !== undefined || problems.length > 0;
}

/** Reads one stretch, which speaks of one mission at most, and gives its figures at their places in the whole text. */
function readPasse({ text, start, missions }: Passe, outil: Outil, { comprehension, today }: Jour, lu: Lu) {
  const { roles, stem } = comprehension;
  const figures = readFigures(text, today);
  const contexte = { concepts: new Set(missions), missions, fil: undefined, roles, stem };
  const read = extractFaits(text, figures, contexte);
  lu.problems.push(...read.problems);
  lu.periode ??= read.periode;
  lu.faits = join(lu.faits, read.faits);
  figures.forEach((figure, index) => {
    const span = { text: figure.text, start: start + figure.start, end: start + figure.end };
    const role = read.roles[index];
    // A day that stands alone is that of the contract before it is that of the rules.
    const isBare = role === 'periode' && !/\p{L}/u.test(text.slice(figures[index - 1]?.end ?? 0, figure.start));
    if (isBare && suppose(figure, [], span, lu)) {
      lu.periode = null;
      return;
    }
    if (figure.kind === 'bad-date') return;
    if (UNDERSTOOD.has(role) && !isOneTooMany(role, figure, lu.faits)) {
      if (!TAKEN[outil].some((taken) => taken === role)) lu.inutiles.push(span);
    } else if (!suppose(figure, outil === 'financement' ? missions : [], span, lu)) lu.incompris.push(span);
  });
  return figures.map((figure) => ({ ...figure, start: start + figure.start, end: start + figure.end }));
}

/** Fields that each calculator takes from the words. */
const TAKEN = {
  financement: [
    'population',
    'populations',
    'tailles',
    'membres',
    'signature',
    'renouvellement',
    'annee',
    'periode',
    'fixe',
    'variable',
    'atteint',
    'taux',
    'demarrage',
    'demarrageMois',
  ],
  echeances: ['signature', 'renouvellement', 'projetDepose', 'periode', 'demarrage', 'deploiement', 'demarrageMois'],
} as const;
const UNDERSTOOD: ReadonlySet<string | undefined> = new Set(Object.values(TAKEN).flat());

/** A second size or population is one too many: which one counts is not ours to choose. */
function isOneTooMany(role: RoleFigure | undefined, figure: ReadFigure, { populations, tailles }: Faits): boolean {
  const value = 'value' in figure ? figure.value : undefined;
  if (role === 'populations') return populations?.[0] !== value;
  return role === 'tailles' && tailles?.[0] !== value;
}

/** Takes a bare figure for the one thing it can be here; false when it can be nothing, or several things. */
function suppose(figure: ReadFigure, missions: readonly string[], span: Span, lu: Lu): boolean {
  const { faits } = lu;
  const [mission, ...others] = missions;
  if (figure.kind === 'amount' && mission !== undefined && others.length === 0) {
    const known = faits.missions?.[mission];
    if (known?.fixe !== undefined) return false;
    lu.faits = { ...faits, missions: { ...faits.missions, [mission]: { ...known, fixe: toCentimes(figure.euros) } } };
    lu.supposes.push({ ...span, comme: 'fixe' });
    return true;
  }
  if (figure.kind === 'date' && figure.precision === 'day' && faits.signature === undefined) {
    lu.faits = { ...faits, signature: { from: figure.from, to: figure.to } };
    lu.supposes.push({ ...span, comme: 'signature' });
    return true;
  }
  const isSized = faits.population !== undefined || faits.tailles !== undefined;
  // « 85000 signé en mai »: inhabitants are what comes in thousands.
  if (figure.kind !== 'number' || figure.value < 1000 || isSized) return false;
  lu.faits = { ...faits, population: figure.value, populations: [figure.value] };
  return true;
}

/** Facts of two stretches: the first to say something is kept, missions side by side. */
function join(first: Faits, second: Faits): Faits {
  const { mission, ...own } = second;
  const missions: Record<string, FaitsMission> = { ...first.missions };
  for (const [code, faits] of Object.entries(second.missions ?? {})) missions[code] = { ...missions[code], ...faits };
  const named = Object.keys(missions).length > 0 ? { missions } : {};
  return { ...own, ...first, ...named };
}

function toPlain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');
}
