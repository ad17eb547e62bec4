import { plantBesideFigure, plantInWords } from '#bot/testing/plant-figures.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Outgoing, OutgoingObject, Visible } from '../outgoing/outgoing.ts';

/** The ways in which a figure gets into a payload without a licence. */
export const WAYS = [
  'in words',
  'beside a licensed figure',
  'split across pieces',
  'split across elements',
  'stripped of its licence',
  'as a plain string',
  'as a plain number',
  'under an unknown key',
  'under a technical key without a form',
  'as text under a technical key',
] as const;

/** A figure to plant; `inside` tells that it may cut a word, `place` is any number, taken among the places there are. */
export type Planting = {
  readonly way: (typeof WAYS)[number];
  readonly figure: string;
  readonly inside: boolean;
  readonly place: number;
};

/** Keys that people read and that none of our payloads holds, and keys of the layout to which we gave no form. */
const UNKNOWN = ['remarque', 'montant', 'fallback', 'footer', 'subtitle', 'description', 'label', 'initial_value'];
const LAYOUT = ['url', 'image_url', 'format', 'name', 'range', 'initial_date', 'hash', 'metadata'];
const COUNTS = ['indent', 'border', 'offset', 'timestamp', 'min_length', 'max_length', 'width', 'post_at'];
// `parse` aside: the sender writes its own over it.
const TECHNICAL = [
  'response_type',
  'style',
  'block_id',
  'action_id',
  'value',
  'callback_id',
  'private_metadata',
  'view_id',
];

/** The same payload with a figure that has no licence; in words when its own way does not fit. */
export function plantInPayload(payload: OutgoingObject, planting: Planting): OutgoingObject {
  const { figure, inside, place } = planting;
  const { visibles, objects, lines } = listPlaces(payload, []);
  const spot = pick(visibles, place);
  const { visible } = readAt(payload, spot) as Visible;
  // A title of one word has no blank beside which a figure could stand: it is given one.
  const words = plantInWords([...visible, ' '], figure, place, inside).text;
  const beside = plantBesideFigure(visible, figure, place, pick(['', '\u00a0', '\u202f', ' '], place)).text;
  const host = pick(objects, place);
  function plantText(text: LicensedText): OutgoingObject {
    return writeAt(payload, spot, () => ({ visible: text }));
  }
  function plantUnder(key: string, value: Outgoing): OutgoingObject {
    return writeAt(payload, host, (object) => ({ ...(object as OutgoingObject), [key]: value }));
  }
  switch (planting.way) {
    case 'in words':
      return plantText(words);
    case 'beside a licensed figure':
      return visible.some(isFigure) ? plantText(beside) : plantText(words);
    case 'split across pieces':
      return plantText(splitPieces(words, figure, place));
    case 'split across elements':
      return lines.length === 0 ? plantText(words) : writeAt(payload, pick(lines, place), splitElement(planting));
    case 'stripped of its licence':
      return visible.some(isFigure) ? plantText(strip(visible, place)) : plantText(words);
    case 'as a plain string':
      return writeAt(payload, spot, () => figure);
    case 'as a plain number':
      return writeAt(payload, spot, () => place);
    case 'under an unknown key':
      return plantUnder(pick(UNKNOWN, place), pick([figure, place, [figure], { visible: words }], place));
    case 'under a technical key without a form':
      return place % 2 === 0 ? plantUnder(pick(LAYOUT, place), figure) : plantUnder(pick(COUNTS, place), place);
    case 'as text under a technical key':
      return plantUnder(pick(TECHNICAL, place), { visible: [figure] });
  }
}

type Path = readonly (string | number)[];
type Places = {
  readonly visibles: readonly Path[];
  readonly objects: readonly Path[];
  readonly lines: readonly Path[];
};

/** Where the texts of a payload are, its objects, and the elements of its lines of rich text. */
function listPlaces(value: Outgoing, path: Path): Places {
  if (typeof value !== 'object') return { visibles: [], objects: [], lines: [] };
  if ('visible' in value) return { visibles: [path], objects: [], lines: [] };
  const isList = Array.isArray(value);
  const below = Object.entries(value).map(([key, child]) => listPlaces(child, [...path, isList ? Number(key) : key]));
  const isText = !isList && 'type' in value && value.type === 'text';
  return {
    visibles: below.flatMap(({ visibles }) => visibles),
    objects: [...(isList ? [] : [path]), ...below.flatMap(({ objects }) => objects)],
    lines: [...(isText ? [path] : []), ...below.flatMap(({ lines }) => lines)],
  };
}

function readAt(value: Outgoing, path: Path): Outgoing {
  return path.reduce<Outgoing>(
    (child, key) => (child as Readonly<Record<string | number, Outgoing>>)[key] as Outgoing,
    value,
  );
}

/** The same payload with one place written anew; a place of a list may give way to several. */
function writeAt<T extends Outgoing>(value: T, path: Path, write: (old: Outgoing) => Outgoing): T {
  const [key, ...rest] = path;
  if (key === undefined) return write(value) as T;
  const child = writeAt(readAt(value, [key]), rest, write);
  if (!Array.isArray(value)) return { ...(value as object), [key]: child } as T;
  const isSplit = rest.length === 0 && Array.isArray(child);
  return value.toSpliced(Number(key), 1, ...(isSplit ? (child as readonly Outgoing[]) : [child])) as unknown as T;
}

/** The piece that holds the figure, cut inside it. */
function splitPieces(text: LicensedText, figure: string, place: number): LicensedText {
  const at = text.findIndex((piece) => typeof piece === 'string' && piece.includes(figure));
  const piece = text[at] as string;
  const cut = piece.indexOf(figure) + (place % (figure.length + 1));
  return text.toSpliced(at, 1, piece.slice(0, cut), '', piece.slice(cut));
}

/** A text of rich text followed by the figure, itself in two texts of which one stands out. */
function splitElement({ figure, place }: Planting): (element: Outgoing) => readonly OutgoingObject[] {
  const cut = place % (figure.length + 1);
  return (element) => [
    element as OutgoingObject,
    { type: 'text', text: { visible: [` ${figure.slice(0, cut)}`] }, style: { bold: true } },
    { type: 'text', text: { visible: [`${figure.slice(cut)} `] } },
  ];
}

function strip(text: LicensedText, place: number): LicensedText {
  const chosen = pick(text.filter(isFigure), place);
  return text.map((piece) => (piece === chosen && typeof piece !== 'string' ? piece.text : piece));
}

function isFigure(piece: LicensedText[number]): boolean {
  return typeof piece !== 'string';
}

function pick<T>(values: readonly T[], at: number): T {
  return values[at % values.length] as T;
}
