import { basename } from 'node:path';
import type { Referentiel } from '#bot/render/referentiel.ts';
import type { Bareme, BlocBareme } from '#corpus/law/bareme.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import { type Place, parsePlacedYaml } from '#corpus/parse-placed-yaml.ts';
import { type BaremeProblem, checkBareme, listGiven } from '#tools/bareme/check-bareme.ts';
import { listAvertissements } from '#tools/bareme/list-avertissements.ts';
import { findNearest } from '../options/find-nearest.ts';
import { toEcho, toExemple } from '../options/parsed.ts';
import { toReadProblem } from '../options/to-read-problem.ts';
import { parseBareme } from './parse-bareme.ts';

/** Something to say of a file, and where; no place when it is about the whole file. */
export type PlacedMessage = { readonly place: Place | null; readonly message: Message };

/** An overlay that can be used, with what deserves a second look; or everything that must be corrected first. */
export type BaremeLoaded =
  | { readonly kind: 'read'; readonly bareme: Bareme; readonly avertissements: readonly PlacedMessage[] }
  | { readonly kind: 'refused'; readonly problems: readonly PlacedMessage[] };

/**
 * Reads and checks an overlay of the official tables.
 * @param readFile reads a text file; throws when it cannot
 * @param today    day after which nothing can have been read
 */
export function loadBareme(
  path: string,
  readFile: (path: string) => string,
  { parametres, corpus }: Pick<Referentiel, 'parametres' | 'corpus'>,
  today: CalendarDate,
): BaremeLoaded {
  const text = readText(path, readFile);
  if (typeof text !== 'string') return { kind: 'refused', problems: [{ place: null, message: text }] };
  const yaml = parsePlacedYaml(text.replace(/^\uFEFF/, ''));
  if (yaml.kind === 'unreadable') {
    return { kind: 'refused', problems: [{ place: yaml.place, message: toMessage('bareme-yaml-illisible') }] };
  }
  if (yaml.value === null) return { kind: 'refused', problems: [{ place: null, message: toMessage('bareme-vide') }] };
  const { bareme, problems: shape } = parseBareme(yaml.value, toFichier(path), parametres);
  const repeated = yaml.repeated.map((place) => {
    return { path: place, message: toMessage('bareme-cle-repetee', { cle: toEcho(String(place.at(-1))) }) };
  });
  const wrong = shape.filter(({ path: [, , group] }) => group === 'reference').map(({ path: [, rang] }) => rang);
  const references = bareme.blocs.flatMap((bloc) =>
    wrong.includes(bloc.rang) ? [] : checkReference(bloc, corpus.textes, today),
  );
  function place({ path: keys, message }: BaremeProblem): PlacedMessage {
    return { place: yaml.kind === 'read' ? yaml.findPlace(keys) : null, message };
  }
  const problems = [...shape, ...repeated, ...references, ...checkBareme(bareme, parametres)].map(place);
  if (problems.length > 0) return { kind: 'refused', problems: problems.toSorted(comparePlaces) };
  return { kind: 'read', bareme, avertissements: listAvertissements(bareme, parametres).map(place) };
}

/** Name of a file as it is shown beside amounts. */
function toFichier(path: string): string {
  const name = basename(path).replace(/[\p{Cc}\p{Cf}]/gu, '');
  return name.length > NAME_MAX ? `${name.slice(0, NAME_MAX)}…` : name;
}

const NAME_MAX = 80;

function readText(path: string, readFile: (path: string) => string): string | Message {
  try {
    return readFile(path);
  } catch (error) {
    return toReadProblem(error, path);
  }
}

/** A block that gives an amount says where it was read. */
function checkReference(
  bloc: BlocBareme,
  textes: ReadonlyMap<string, unknown>,
  today: CalendarDate,
): readonly BaremeProblem[] {
  const { texte, titre, article, lu, luLe } = bloc.reference;
  const path = ['blocs', bloc.rang, 'reference'];
  const problems: BaremeProblem[] = [];
  if (listGiven(bloc).length > 0) {
    const fields = { 'texte ou titre': texte ?? titre, article, lu, luLe };
    const missing = Object.keys(fields).filter((name) => !fields[name as keyof typeof fields]);
    const args = { champs: toExemple(missing.join(', ')) };
    if (missing.length > 0) problems.push({ path, message: toMessage('bareme-reference-absente', args) });
  }
  if (texte && titre) problems.push({ path, message: toMessage('bareme-reference-double') });
  if (texte && !textes.has(texte)) {
    const proche = findNearest(texte, [...textes.keys()]);
    const code = proche === undefined ? 'bareme-texte-inconnu' : 'bareme-texte-inconnu-proche';
    const args = { texte: toEcho(texte), proche: toExemple(proche ?? '') };
    problems.push({ path: [...path, 'texte'], message: toMessage(code, args) });
  }
  if (luLe && luLe > today) {
    const args = { jour: { kind: 'date', date: luLe }, today: { kind: 'date', date: today } } as const;
    problems.push({ path: [...path, 'luLe'], message: toMessage('bareme-lu-a-venir', args) });
  }
  return problems;
}

function comparePlaces({ place: a }: PlacedMessage, { place: b }: PlacedMessage): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return a.ligne - b.ligne || a.colonne - b.colonne;
}
