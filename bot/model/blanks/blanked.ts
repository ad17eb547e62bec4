import type { z } from 'zod';
import { BotError } from '#corpus/law/bot-error.ts';
import type { Figure } from '#corpus/law/figure.ts';
import { findFigures } from '#corpus/law/find-figures.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { type BlankName, toBlankName, toFigureKey } from './blank-name.ts';
import { neutraliseData } from './neutralise-data.ts';

/** A text without any figure, in which nothing imitates our marks. The functions of this file alone make one. */
export type Blanked = string & z.$brand<'Blanked'>;

/** Name of a figure that the asker gave, by what it is worth; undefined for any other. */
export type FindHandle = (key: string) => string | undefined;

/** A stretch of a text: words, or a blank already put. */
type Stretch = { readonly text: string; readonly isBlank: boolean };

/** Rounds after which what is still seen as a figure is given up with the words around it. */
const ROUNDS = 4;
const ILLISIBLE = '(texte non transmis)';

/** A text of the bot or of the corpus, its figures replaced by blanks; those of the asker keep their handle. */
export function blankLicensed(text: LicensedText, findHandle: FindHandle): Blanked {
  return blankStretches(
    text.map((piece) => (typeof piece === 'string' ? toWords(piece) : toBlankOf(piece, findHandle))),
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
  return blankStretches([...stretches, toWords(text.slice(position))]);
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

/**
 * Puts texts together, and looks at the whole once more: a figure could stand over the border of two.
 * @throws {BotError} ERR_MODELE_CHIFFRE when there is one; nothing may then be sent
 */
export function joinBlanked(texts: readonly Blanked[], separator: '\n' | '\n\n'): Blanked {
  const whole = texts.join(separator);
  if (findFigures(whole).length === 0) return whole as Blanked;
  throw new BotError(
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

function toBlankOf(figure: Figure, findHandle: FindHandle): Stretch {
  return toBlank(toBlankName(figure.unit), findHandle(toFigureKey(figure)));
}

function toBlank(name: BlankName, handle?: string): Stretch {
  return { text: handle === undefined ? `⟦${name}⟧` : `⟦${name} ${handle}⟧`, isBlank: true };
}

function toWords(text: string): Stretch {
  return { text: neutraliseData(text), isBlank: false };
}

/** Whatever the conservative detector still sees becomes a number of which nothing is told. */
function blankStretches(given: readonly Stretch[]): Blanked {
  let stretches = given;
  for (let round = 0; round < ROUNDS; round += 1) {
    const whole = stretches.map(({ text }) => text).join('');
    const found = findFigures(whole);
    if (found.length === 0) return whole.trim() as Blanked;
    stretches = cut(stretches, found);
  }
  return ILLISIBLE as Blanked;
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
    if (stretch.isBlank || own.length === 0) return [stretch];
    const pieces: Stretch[] = [];
    let at = from;
    for (const { start, end } of own) {
      pieces.push({ text: stretch.text.slice(at - from, Math.max(start, from) - from), isBlank: false });
      pieces.push(toBlank('nombre'));
      at = Math.min(end, to);
    }
    return [...pieces, { text: stretch.text.slice(at - from), isBlank: false }];
  });
}
