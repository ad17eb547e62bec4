import { foldWord } from '#corpus/law/fold-text.ts';
import type { TailleCode } from '#corpus/law/parametre.ts';
import type { ChiffreConnu } from '#tools/verification/chiffre.ts';
import { LIAISON, type Quantite } from './read-quantites.ts';

/** Where a size is named in a sentence, by its number or by its limits of population. */
type Marque = { readonly start: number; readonly end: number; readonly taille: TailleCode };

/** Between an amount and the size that it goes with: « € en », « € pour une CPTS de », « € ( ». */
const VERS_TAILLE = /^[^,;:.]{0,70}$/;

/**
 * Gives each amount or limit of a sentence the size it goes with: the one named just after it, else the one before.
 * Lists go by pairs; four amounts alone are those of the four sizes in order.
 * @param connus limits of population, in force or proposed, to know a size by its bracket
 * @param defaut the only size that the sentence before names
 */
export function bindTailles(
  text: string,
  quantites: readonly Quantite[],
  connus: readonly ChiffreConnu[],
  defaut: TailleCode | undefined,
): ReadonlyMap<Quantite, TailleCode> {
  const named = quantites
    .filter(({ unite }) => unite === 'taille')
    .map(({ start, end, valeur }) => ({ start, end, taille: `taille${valeur}` }));
  const bound = new Map<Quantite, TailleCode>();
  const limits = groupLists(
    text,
    quantites.filter(({ unite }) => unite === 'habitants'),
  );
  bindAll(text, limits, named, { defaut, far: false }, bound);
  const amounts = quantites.filter(({ unite }) => unite === 'EUR' || unite === 'membres' || unite === 'pourcent');
  const marques = mergeSame([...named, ...listTranches(text, quantites, connus)]);
  bindAll(text, groupLists(text, amounts), marques, { defaut, far: true }, bound);
  const [only, ...others] = groupLists(text, amounts).filter((group) => group.length > 2);
  const sizes = listTailles(connus);
  if (only && others.length === 0 && only.length === sizes.length && !only.some((quantite) => bound.has(quantite))) {
    for (const [index, quantite] of only.entries()) bound.set(quantite, sizes[index] as TailleCode);
  }
  return bound;
}

/** The only size that a sentence names. */
export function findSeule(quantites: readonly Quantite[]): TailleCode | undefined {
  const named = new Set(quantites.filter(({ unite }) => unite === 'taille').map(({ valeur }) => valeur));
  const [only, ...others] = named;
  return only !== undefined && others.length === 0 ? `taille${only}` : undefined;
}

type Group = readonly Quantite[];

function groupLists(text: string, quantites: readonly Quantite[]): readonly Group[] {
  const groups: Quantite[][] = [];
  for (const quantite of quantites) {
    const last = groups.at(-1)?.at(-1);
    if (last && LIAISON.test(text.slice(last.end, quantite.start))) groups.at(-1)?.push(quantite);
    else groups.push([quantite]);
  }
  return groups;
}

/** A size told twice, by its number and by its bracket, is one mark. */
function mergeSame(marques: readonly Marque[]): readonly Marque[] {
  const merged: Marque[] = [];
  for (const marque of marques.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last?.taille === marque.taille) merged[merged.length - 1] = { ...last, end: marque.end };
    else merged.push(marque);
  }
  return merged;
}

/** What a figure goes with when no size stands beside it: the one of the sentence before, one told far from it. */
type Fallback = { readonly defaut: TailleCode | undefined; readonly far: boolean };

function bindAll(
  text: string,
  groups: readonly Group[],
  marques: readonly Marque[],
  { defaut, far }: Fallback,
  bound: Map<Quantite, TailleCode>,
): void {
  const startsWithTaille = (marques[0]?.start ?? Number.POSITIVE_INFINITY) < (groups[0]?.[0]?.start ?? 0);
  const taken = new Set<Marque>();
  for (const [index, group] of groups.entries()) {
    const [first, last] = [group[0] as Quantite, group.at(-1) as Quantite];
    const nextStart = groups[index + 1]?.[0]?.start ?? text.length;
    const previousEnd = groups[index - 1]?.at(-1)?.end ?? 0;
    const after = marques.filter(({ start }) => start >= last.end && start < nextStart);
    const before = marques.filter(
      (marque) => marque.end <= first.start && marque.end > previousEnd && !taken.has(marque),
    );
    const zipped = [after, before].find((list) => list.length === group.length && group.length > 1);
    if (zipped) {
      for (const [place, quantite] of group.entries()) bound.set(quantite, (zipped[place] as Marque).taille);
      continue;
    }
    const near = findBeside(text, last, after, before, startsWithTaille);
    if (near) taken.add(near);
    const distant = far ? (findEarlier(marques, first) ?? findFirst(marques, last)) : undefined;
    const taille = near?.taille ?? distant ?? (marques.length === 0 ? defaut : undefined);
    if (taille !== undefined) for (const quantite of group) bound.set(quantite, taille);
  }
}

function findBeside(
  text: string,
  last: Quantite,
  after: readonly Marque[],
  before: readonly Marque[],
  startsWithTaille: boolean,
): Marque | undefined {
  const [next] = after;
  const gap = next ? text.slice(last.end, next.start) : '';
  const isDirect =
    next !== undefined &&
    VERS_TAILLE.test(gap) &&
    (!startsWithTaille || /\(|\b(?:en|pour|à|in|for)\b/iu.test(gap)) &&
    !/\b(?:et|puis|and)\b/iu.test(gap);
  if (isDirect && after.length === 1) return next;
  return before.length === 1 ? before[0] : undefined;
}

/** « de taille 1 … 175 000 €, … 300 000 € »: the last size said. */
function findEarlier(marques: readonly Marque[], { start }: Quantite): TailleCode | undefined {
  return marques.findLast(({ end }) => end <= start)?.taille;
}

function findFirst(marques: readonly Marque[], { end }: Quantite): TailleCode | undefined {
  const [only, ...others] = new Set(marques.filter(({ start }) => start >= end).map(({ taille }) => taille));
  return others.length === 0 ? only : undefined;
}

/** Brackets of population that are those of a size: « moins de 40 000 », « entre 40 000 et 80 000 ». */
function listTranches(
  text: string,
  quantites: readonly Quantite[],
  connus: readonly ChiffreConnu[],
): readonly Marque[] {
  const limits = connus.filter(({ unite }) => unite === 'habitants');
  const people = quantites.filter(({ unite }) => unite === 'habitants');
  return groupLists(text, people).flatMap((group): readonly Marque[] => {
    const [first, last] = [group[0] as Quantite, group.at(-1) as Quantite];
    if (group.length > 2) return [];
    const fits = (cote: 'min' | 'max', { valeur }: Quantite) =>
      limits.filter((connu) => connu.cote === cote && connu.valeur === valeur).map(({ taille }) => taille);
    const head = foldWord(text.slice(Math.max(0, first.start - 16), first.start));
    const bounded = /moins|under|below|less|fewer|inferieur|plus|over|above|more|superieur|dela/.test(head);
    const tailles =
      group.length === 1 && !bounded
        ? findTranche(first.valeur, limits)
        : group.length === 2
          ? fits('min', first).filter((taille) => fits('max', last).includes(taille))
          : /moins|under|below|less|fewer|inferieur/.test(head)
            ? fits('max', first).slice(0, 1)
            : /plus|over|above|more|superieur|dela/.test(head)
              ? fits('min', first).slice(-1)
              : [];
    const [taille] = tailles;
    return taille === undefined ? [] : [{ start: first.start, end: last.end, taille }];
  });
}

/** The size of a population, when it falls in one bracket only and is no limit itself. */
function findTranche(population: number, limits: readonly ChiffreConnu[]): readonly TailleCode[] {
  const rules = limits.filter(({ statut, aVenir }) => statut === 'en-vigueur' && !aVenir);
  if (rules.some(({ valeur }) => valeur === population)) return [];
  return listTailles(rules).filter((taille) =>
    rules
      .filter((rule) => rule.taille === taille)
      .every(({ cote, valeur }) => (cote === 'min' ? Number(valeur) <= population : Number(valeur) >= population)),
  );
}

function listTailles(connus: readonly ChiffreConnu[]): readonly TailleCode[] {
  return [...new Set(connus.flatMap(({ unite, taille }) => (unite === 'habitants' && taille ? [taille] : [])))].sort();
}
