import { toParts } from '#corpus/law/calendar-date.ts';
import { foldWord } from '#corpus/law/fold-text.ts';
import type { ReadFigure } from '#corpus/law/read-figures.ts';
import type { Precision } from '#tools/verification/chiffre.ts';
import type { Quantite } from './read-quantites.ts';
import type { VerificationDonnees } from './verification-donnees.ts';

/** A sentence with its figures, and the segment of the one looked at. */
export type Entourage = {
  readonly text: string;
  readonly folded: string;
  readonly figures: readonly ReadFigure[];
  readonly quantites: readonly Quantite[];
  readonly index: number;
  readonly segment: string;
};

/**
 * Reads what tells a figure from others of its unit: the side of a limit, the step of a mission, what is counted, the
 * text whose day it is.
 */
export function readPrecision(
  { text, folded, figures, quantites, index, segment }: Entourage,
  donnees: VerificationDonnees,
  findTexte: (text: string) => string | undefined,
): Precision {
  const quantite = quantites[index] as Quantite;
  const before = foldWord(text.slice(0, quantite.start));
  switch (quantite.unite) {
    case 'habitants':
    case 'membres':
      return { cote: findCote(text, quantites, index, donnees) };
    case 'mois':
      return {
        etape: findEtape(before, segment, quantite, donnees),
        rang: findRang(figures, quantite),
      };
    case 'nombre':
      return { compte: findCompte(text, quantites, index, donnees) };
    case 'pourcent':
      return { compte: findPart(segment, donnees) };
    case 'EUR':
      return { annee: findAnnee(figures, folded, { before, segment }) };
    case 'jour':
      return {
        texte: findTexte(segment) ?? findTexte(text),
        evenement: findNearest(findHead(segment, quantite), donnees.evenements),
      };
    default:
      return {};
  }
}

/** Words of the segment before the figure. */
function findHead(segment: string, { figure }: Quantite): string {
  const at = segment.indexOf(figure.text);
  return foldWord(at === -1 ? segment : segment.slice(0, at));
}

function findCote(
  text: string,
  quantites: readonly Quantite[],
  index: number,
  { auPlus, auMoins }: VerificationDonnees,
): Precision['cote'] {
  const { start, end } = quantites[index] as Quantite;
  const head = foldWord(text.slice(Math.max(0, start - 24), start)).trimEnd();
  if (auPlus.some((words) => head.endsWith(words.trim()))) return 'max';
  if (auMoins.some((words) => head.endsWith(words.trim()))) return 'min';
  const next = quantites[index + 1];
  const previous = quantites[index - 1];
  const Range = /^\s*(?:à|a|et|-|–|to|and)\s*$/iu;
  const opens = /(?:^|[\s(])(?:de|entre|from|between|of)$/.test(head);
  if (next?.unite === 'habitants' && Range.test(text.slice(end, next.start))) {
    return opens || !/\bet\b|\band\b/.test(text.slice(end, next.start)) ? 'min' : undefined;
  }
  if (previous?.unite === 'habitants' && Range.test(text.slice(previous.end, start))) {
    const opened = /(?:^|[\s(])(?:de|entre|from|between|of)\s*$/.test(
      foldWord(text.slice(Math.max(0, previous.start - 10), previous.start)),
    );
    return opened || !/\bet\b|\band\b/.test(text.slice(previous.end, start)) ? 'max' : undefined;
  }
  return undefined;
}

/** The word that says « démarrer » or « déployer »: in the figure's own words, before it then after, else the last said. */
function findEtape(
  before: string,
  segment: string,
  quantite: Quantite,
  { etapes }: VerificationDonnees,
): Precision['etape'] {
  const head = findHead(segment, quantite);
  const near = findNearest(head, etapes);
  if (near) return near;
  const after = foldWord(segment).slice(head.length);
  const first = (words: readonly string[]) => Math.min(...words.map((word) => toPlace(after.indexOf(word))));
  const [start, deploy] = [first(etapes.demarrage), first(etapes.deploiement)];
  if (start !== deploy) return start < deploy ? 'demarrage' : 'deploiement';
  return findNearest(before.slice(-LOIN), etapes);
}

function toPlace(index: number): number {
  return index === -1 ? Number.POSITIVE_INFINITY : index;
}

function findNearest<K extends string>(before: string, words: Readonly<Record<K, readonly string[]>>): K | undefined {
  let best: { readonly name: K; readonly at: number } | undefined;
  for (const name of Object.keys(words) as K[]) {
    const at = Math.max(...words[name].map((word) => before.lastIndexOf(word)));
    if (at >= 0 && (best === undefined || at > best.at)) best = { name, at };
  }
  return best?.name;
}

/** « la première mission »: the last rank of a mission said before the figure. */
function findRang(figures: readonly ReadFigure[], { start }: Quantite): number | undefined {
  const rank = figures.findLast(
    (figure) => figure.kind === 'ordinal' && figure.end <= start && /^missions?$/.test(figure.noun ?? ''),
  );
  return rank?.kind === 'ordinal' ? rank.value : undefined;
}

/** What a number counts: missions of a kind, sizes, or the noun that follows it. */
export function findCompte(
  text: string,
  quantites: readonly Quantite[],
  index: number,
  donnees: VerificationDonnees,
): string | undefined {
  const { comptes, tailles, partiel } = donnees;
  const { end, start, figure } = quantites[index] as Quantite;
  const after = foldWord(text.slice(end, end + 40)).replace(/[«»"“”]/g, ' ');
  const isMissions = /^\s*(?:\S+ ){0,2}missions?\b/.test(after);
  if (isMissions) {
    // « trois missions déjà déployées » counts some of them, « deux de ses quatre missions » all of them.
    if (partiel.some((word) => after.includes(word))) return undefined;
    const kinds = Object.entries(comptes).filter(([, words]) => words.some((word) => after.includes(word)));
    return kinds[0]?.[0] ?? 'missions';
  }
  if (figure.noun !== undefined && tailles.includes(figure.noun)) return 'tailles';
  if (/au lieu de\s*$|contre\s*$|instead of\s*$/.test(foldWord(text.slice(Math.max(0, start - 14), start)))) {
    const previous = quantites[index - 1];
    if (previous?.unite === 'nombre') return findCompte(text, quantites, index - 1, donnees);
  }
  const next = quantites[index + 1];
  // « 10 à 15 médecins », « 19 des 31 CPTS »: the noun comes once.
  const isShared = next?.unite === 'nombre' && PARTAGE.test(text.slice(end, next.start));
  if (isShared) return findCompte(text, quantites, index + 1, donnees);
  if (figure.noun === undefined || VAGUES.test(figure.noun)) return undefined;
  const singulier = toSingulier(figure.noun);
  return donnees.memes[singulier] ?? singulier;
}

/** How far back a step may have been named. */
const LOIN = 90;

/** Between two numbers that count the same things. */
const PARTAGE = /^\s*(?:à|a|et|ou|des|sur|sur les|parmi les|to|or|of the|out of)\s*$/iu;

/** Words that follow a number and do not say what it counts. */
const VAGUES = /^(?:de|des|du|les?|la|et|en|au?|aux|ou|dans|of|the|and|in|lors)$/;

/** Nouns are compared in the singular. */
function toSingulier(noun: string): string {
  return noun.length > 4 && /[sx]$/.test(noun) ? noun.slice(0, -1) : noun;
}

/** Years that the figures of a sentence name. */
export function listAnnees(figures: readonly ReadFigure[]): readonly number[] {
  return figures.flatMap((figure) =>
    figure.kind === 'date' && figure.note === undefined ? [toParts(figure.from).year, toParts(figure.to).year] : [],
  );
}

/** Words up to a figure, and those of its clause. */
type Near = { readonly before: string; readonly segment: string };

/** « PASS 2025 »: the only year of the clause, else of the sentence; one in brackets after the amount tells no rule. */
function findAnnee(figures: readonly ReadFigure[], folded: string, { before, segment }: Near): number | undefined {
  if (!/pass\b|securite sociale|social security/.test(folded)) return undefined;
  const near = new Set(listEcrites(foldWord(segment)));
  const [only, ...others] = near.size > 0 ? near : new Set([...listAnnees(figures), ...listEcrites(before)]);
  return others.length === 0 ? only : undefined;
}

/** A year that follows a name is no date by itself: « le PASS 2025 ». */
function listEcrites(words: string): readonly number[] {
  return [...words.matchAll(/(?<!\d[\s.,]?)\b20\d\d\b(?![\s.,]?\d{3}\b|\s?(?:€|eur))/g)].map(([year]) => Number(year));
}

/** Whether a share is that of a raise, or a part of something. */
export function findPart(segment: string, { hausses }: VerificationDonnees): 'hausse' | 'part' {
  return findNearest(foldWord(segment), { hausse: hausses }) ?? 'part';
}
