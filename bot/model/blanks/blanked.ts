import type { z } from 'zod';
import { BotError } from '#corpus/law/bot-error.ts';
import type { Figure } from '#corpus/law/figure.ts';
import { findEveryFigure, findFigures } from '#corpus/law/find-figures.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { type BlankName, toBlankName, toFigureKey } from './blank-name.ts';
import { neutraliseData } from './neutralise-data.ts';

/** A text without any figure, in which nothing imitates our marks. The functions of this file alone make one. */
export type Blanked = string & z.$brand<'Blanked'>;

/** Name of a figure that the asker gave, by what it is worth; undefined for any other. */
export type FindHandle = (key: string) => string | undefined;

/** A stretch of a text: words, or a blank already put, with what its figure is worth. */
type Stretch = { readonly text: string; readonly blank?: { readonly name: BlankName; readonly key: string } };

/** Texts of the corpus do not change while they are loaded: their stretches are found once. */
const found = new WeakMap<LicensedText, readonly Stretch[]>();

/** Rounds after which what is still seen as a figure is given up with the words around it. */
const ROUNDS = 4;
const ILLISIBLE = '(texte non transmis)';

/** A text of the bot or of the corpus, its figures replaced by blanks; those of the asker keep their handle. */
export function blankLicensed(text: LicensedText, findHandle: FindHandle): Blanked {
  let stretches = found.get(text);
  if (!stretches) {
    stretches = blankRest(text.map((piece) => (typeof piece === 'string' ? toWords(piece) : toBlankOf(piece))));
    found.set(text, stretches);
  }
  return join(
    stretches.map((stretch) => {
      const handle = stretch.blank && findHandle(stretch.blank.key);
      return handle === undefined || !stretch.blank ? stretch : toBlank(stretch.blank.name, handle);
    }),
  );
}

/** A figure read in the words of a person: where it stands, its kind, and the name under which a model may point at it. */
export type PlacedFigure = {
  readonly start: number;
  readonly end: number;
  readonly name: BlankName;
  readonly handle: string;
};

/**
 * Words of a person, their figures replaced by blanks.
 * @param figures those that were read in it, in order; whatever else looks like one is blanked too
 */
export function blankWords(text: string, figures: readonly PlacedFigure[] = []): Blanked {
  const stretches: Stretch[] = [];
  let position = 0;
  for (const { start, end, name, handle } of figures) {
    stretches.push(toWords(text.slice(position, start)), toBlank(name, handle));
    position = end;
  }
  return join(blankRest([...stretches, toWords(text.slice(position))]));
}

/** The blank of a figure by itself. */
export function blankKnown(name: BlankName, handle: string): Blanked {
  return toBlank(name, handle).text as Blanked;
}

/**
 * Takes a text of the project (prompt, description) as it is.
 * @throws {BotError} ERR_INVITE_CHIFFRE when it holds a figure
 */
export function takeOwnText(text: string, place: string): Blanked {
  if (findFigures(text).length === 0) return text as Blanked;
  throw new BotError(
    'ERR_INVITE_CHIFFRE',
    `${place} : un chiffre, en signes ou en lettres, se trouve dans ce que lit le modèle`,
    'Récrivez la phrase sans chiffre, ni nombre en lettres, ni nom de mois.',
  );
}

/** How far a figure could reach over the border of two texts, in characters. */
const REACH = 40;

/**
 * Puts texts together, and looks where they meet: a figure could stand over the border of two.
 * @throws {BotError} ERR_MODELE_CHIFFRE when there is one; nothing may then be sent
 */
export function joinBlanked(texts: readonly Blanked[], separator: '\n' | '\n\n'): Blanked {
  for (const [index, text] of texts.entries()) {
    const next = texts[index + 1];
    if (next === undefined || !hasFigure(text.slice(-REACH), separator, next.slice(0, REACH))) continue;
    // What is cut short may look like a figure that the whole is not.
    if (hasFigure(text, separator, next)) throw toLeak();
  }
  return texts.join(separator) as Blanked;
}

function hasFigure(...texts: readonly string[]): boolean {
  return findFigures(texts.join('')).length > 0;
}

function toLeak(): BotError {
  return new BotError(
    'ERR_MODELE_CHIFFRE',
    'un chiffre allait être transmis au modèle : rien ne lui est envoyé',
    'Signalez cet incident avec son code : c’est un défaut du programme.',
  );
}

/** A section of data: its name and attributes are ours, what it holds is already blanked. */
export function toSection(name: string, attributes: Readonly<Record<string, Blanked>>, body: Blanked): Blanked {
  const shown = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return `<${name}${shown.join('')}>${body}</${name}>` as Blanked;
}

/** A handle, a code of ours: letters, hyphens and nothing else. */
export function takeCode(code: string): Blanked {
  return (/^[\p{L}-]*$/u.test(code) && findFigures(code).length === 0 ? code : 'autre') as Blanked;
}

function toBlankOf(figure: Figure): Stretch {
  const name = toBlankName(figure.unit);
  return { ...toBlank(name), blank: { name, key: toFigureKey(figure) } };
}

function toBlank(name: BlankName, handle?: string): Stretch {
  return { text: handle === undefined ? `⟦${name}⟧` : `⟦${name} ${handle}⟧`, blank: { name, key: '' } };
}

function toWords(text: string): Stretch {
  return { text: neutraliseData(text) };
}

function join(stretches: readonly Stretch[]): Blanked {
  return stretches
    .map(({ text }) => text)
    .join('')
    .trim() as Blanked;
}

/** Whatever the conservative detector still sees, set phrases included, becomes a number of which nothing is told. */
function blankRest(given: readonly Stretch[]): readonly Stretch[] {
  let stretches = given;
  for (let round = 0; round < ROUNDS; round += 1) {
    const spans = findEveryFigure(stretches.map(({ text }) => text).join(''));
    if (spans.length === 0) return stretches;
    stretches = cut(stretches, spans);
  }
  return [{ text: ILLISIBLE }];
}

/** Blanks put over spans, wherever they touch words; the blanks that are there stay. */
function cut(
  stretches: readonly Stretch[],
  spans: readonly { readonly start: number; readonly end: number }[],
): readonly Stretch[] {
  let position = 0;
  return stretches.flatMap((stretch): readonly Stretch[] => {
    const [from, to] = [position, position + stretch.text.length];
    position = to;
    const own = spans.filter(({ start, end }) => start < to && end > from);
    if (stretch.blank || own.length === 0) return [stretch];
    const pieces: Stretch[] = [];
    let at = from;
    for (const { start, end } of own) {
      pieces.push({ text: stretch.text.slice(at - from, Math.max(start, from) - from) });
      pieces.push(toBlank('nombre'));
      at = Math.min(end, to);
    }
    return [...pieces, { text: stretch.text.slice(at - from) }];
  });
}
