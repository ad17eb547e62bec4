import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from 'js-yaml';

/** Where something stands in a file, from 1. */
export type Place = { readonly ligne: number; readonly colonne: number };
/** Keys and ranks that lead to a value. */
export type YamlPath = readonly (string | number)[];

/** A YAML text whose values keep their place; every scalar is text as typed, or null. */
export type PlacedYaml =
  | {
      readonly kind: 'read';
      readonly value: unknown;
      /** Keys written more than once in the same group; the last one counts. */
      readonly repeated: readonly YamlPath[];
      /** Place of a key or item; of the nearest group around when it is not there. */
      readonly findPlace: (path: YamlPath) => Place;
    }
  | { readonly kind: 'unreadable'; readonly place: Place };

/** Reads a YAML text without giving a type to its scalars, so that what was typed can be judged and shown. */
export function parsePlacedYaml(source: string): PlacedYaml {
  try {
    return readEvents(source, parseEvents(source, {}));
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause;
    const place = cause.mark
      ? { ligne: cause.mark.line + 1, colonne: cause.mark.column + 1 }
      : { ligne: 1, colonne: 1 };
    return { kind: 'unreadable', place };
  }
}

/** What is gathered on the way: the offset of each path, by its JSON text. */
type Gathered = { readonly offsets: Map<string, number>; readonly repeated: YamlPath[] };

function readEvents(source: string, events: readonly Event[]): PlacedYaml {
  const documents = events.filter(({ type }) => type === EVENT_ID.DOCUMENT).length;
  const second = events.findLastIndex(({ type }) => type === EVENT_ID.DOCUMENT);
  if (documents > 1) return { kind: 'unreadable', place: toPlace(source, findOffset(events[second + 1]) ?? 0) };
  const gathered: Gathered = { offsets: new Map(), repeated: [] };
  const reader = createReader(source, events, gathered);
  const value = documents === 0 ? null : reader([]);
  function findPlace(path: YamlPath): Place {
    const offset = gathered.offsets.get(JSON.stringify(path));
    if (offset !== undefined && offset >= 0) return toPlace(source, offset);
    return path.length === 0 ? toPlace(source, 0) : findPlace(path.slice(0, -1));
  }
  return { kind: 'read', value, repeated: gathered.repeated, findPlace };
}

/** Reads one value after the other, first to last. */
function createReader(source: string, events: readonly Event[], { offsets, repeated }: Gathered) {
  // The first event is the document itself.
  let at = 1;
  function note(path: YamlPath, offset: number | undefined): void {
    const key = JSON.stringify(path);
    if (offset !== undefined && !offsets.has(key)) offsets.set(key, offset);
  }
  function readItems(path: YamlPath): unknown[] {
    const items: unknown[] = [];
    for (; isOpen(events[at]); ) {
      note([...path, items.length], findOffset(events[at]));
      items.push(read([...path, items.length]));
    }
    at += 1;
    return items;
  }
  function readEntries(path: YamlPath): Readonly<Record<string, unknown>> {
    const entries = new Map<string, unknown>();
    for (; isOpen(events[at]); ) {
      const offset = findOffset(events[at]);
      const key = String(read([...path, '']) ?? '');
      const place = [...path, key];
      if (entries.has(key)) repeated.push(place);
      // The last place is the one of the value that counts.
      if (offset !== undefined) offsets.set(JSON.stringify(place), offset);
      entries.set(key, read(place));
    }
    at += 1;
    return Object.fromEntries(entries);
  }
  function read(path: YamlPath): unknown {
    const event = events[at];
    at += 1;
    if (event?.type === EVENT_ID.SEQUENCE) return readItems(path);
    if (event?.type === EVENT_ID.MAPPING) return readEntries(path);
    if (event?.type !== EVENT_ID.SCALAR) return '*';
    const text = getScalarValue(source, event);
    return event.style === SCALAR_STYLE.PLAIN && NULLS.has(text) ? null : text;
  }
  return read;
}

/** Ways of writing that there is nothing. */
const NULLS: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);

function isOpen(event: Event | undefined): boolean {
  return event !== undefined && event.type !== EVENT_ID.POP;
}

function findOffset(event: Event | undefined): number | undefined {
  if (event?.type === EVENT_ID.SCALAR) return event.valueStart;
  return event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE ? event.start : undefined;
}

function toPlace(source: string, offset: number): Place {
  const before = source.slice(0, offset).split('\n');
  return { ligne: before.length, colonne: (before.at(-1)?.length ?? 0) + 1 };
}
