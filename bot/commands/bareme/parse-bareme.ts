import type { z } from 'zod';
import { type Bareme, type BlocBareme, createBaremeSchema } from '#corpus/law/bareme.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { toTypography } from '#corpus/law/typography.ts';
import type { YamlPath } from '#corpus/parse-placed-yaml.ts';
import type { BaremeProblem } from '#tools/bareme/check-bareme.ts';
import { listTaillesConnues } from '#tools/bareme/list-cellules.ts';
import { findNearest } from '../options/find-nearest.ts';
import { toEcho, toExemple } from '../options/parsed.ts';

/** What could be read of an overlay, and what is wrong in its shape. */
export type BaremeParsed = { readonly bareme: Bareme; readonly problems: readonly BaremeProblem[] };

type BaremeSchema = ReturnType<typeof createBaremeSchema>;
type BlocSchema = BaremeSchema['shape']['blocs']['element'];

/**
 * Checks the shape of an overlay: keys, amounts, days.
 * What is wrong is left out of the overlay that comes back, so that the rest can be checked too.
 * @param value   what the file holds, scalars as text
 * @param fichier name of the file, shown with the amounts
 */
export function parseBareme(value: unknown, fichier: string, parametres: Parametres): BaremeParsed {
  const missions = parametres.missions.missions.map(({ code }) => code);
  const schema = createBaremeSchema(listTaillesConnues(parametres), missions);
  const result = schema.safeParse(value);
  const issues = result.success ? [] : result.error.issues;
  const raw = at(value, ['blocs']);
  const blocs = (Array.isArray(raw) ? raw : []).flatMap((bloc: unknown, rang) => {
    const own = issues.flatMap(({ path: [group, index, ...path], ...issue }) =>
      group === 'blocs' && index === rang ? [{ ...issue, path }] : [],
    );
    const parsed = parseBloc(bloc, own, schema.shape.blocs.element);
    return parsed === undefined ? [] : [toBloc(parsed, rang)];
  });
  const sorted = blocs.toSorted((a, b) => (a.depuis === b.depuis ? 0 : a.depuis < b.depuis ? -1 : 1));
  return { bareme: { fichier, blocs: sorted }, problems: issues.flatMap((issue) => toProblems(issue, value, schema)) };
}

type Issue = Pick<z.core.$ZodIssue, 'code' | 'path' | 'message'> & { readonly keys?: readonly string[] };

/** The block without what is wrong in it; undefined when its day is. */
function parseBloc(bloc: unknown, issues: readonly Issue[], schema: BlocSchema): z.infer<BlocSchema> | undefined {
  const pruned: unknown = structuredClone(bloc);
  for (const { path, keys } of issues) {
    const wrong = keys === undefined ? [path] : keys.map((key) => [...path, key]);
    for (const place of wrong) remove(pruned, place);
  }
  const result = schema.safeParse(pruned);
  return result.success ? result.data : undefined;
}

function remove(value: unknown, path: readonly PropertyKey[]): void {
  const group = at(value, path.slice(0, -1));
  const key = path.at(-1);
  if (typeof group === 'object' && group !== null && key !== undefined) Reflect.deleteProperty(group, key);
}

function toBloc(
  { depuis, reference, montants, plafonds, fonctionnement }: z.infer<BlocSchema>,
  rang: number,
): BlocBareme {
  const { texte, titre, article, lu, luLe, confiance } = reference ?? {};
  return {
    depuis,
    rang,
    reference: { texte, luLe, confiance, titre: tidy(titre), article: tidy(article), lu: tidy(lu) },
    montants: compact(montants, (parMission) => compact(parMission, (volets) => volets)),
    plafonds: compactAmounts(plafonds),
    fonctionnement: compactAmounts(fonctionnement),
  };
}

function tidy(text: string | null | undefined): string | null {
  return text ? toTypography(text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').trim()) : null;
}

/** The groups that are given. */
function compact<T, U>(group: Readonly<Record<string, T>> | null | undefined, read: (value: NonNullable<T>) => U) {
  return Object.fromEntries(
    Object.entries(group ?? {}).flatMap(([key, value]) =>
      value === null || value === undefined ? [] : [[key, read(value)] as const],
    ),
  );
}

/** The amounts that are named, those not known included. */
function compactAmounts<T>(group: Readonly<Record<string, T | null | undefined>> | null | undefined) {
  return Object.fromEntries(
    Object.entries(group ?? {}).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}

function toProblems(issue: Issue, value: unknown, schema: BaremeSchema): readonly BaremeProblem[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  if (issue.code === 'unrecognized_keys') {
    const accepted = listKeys(schema, path);
    return (issue.keys ?? []).map((key) => ({ path: [...path, key], message: toUnknown(key, accepted) }));
  }
  const written = at(value, path);
  const ecrit = toEcho(typeof written === 'string' ? written : '');
  return [{ path, message: toMessage(issue.message, { ecrit, exemple: toExemple(EXEMPLES[issue.message] ?? '') }) }];
}

/** What to write instead, by the code of the sentence. */
const EXEMPLES: Readonly<Record<string, string>> = {
  'bareme-montant-illisible': '50000 ou 50000.50',
  'bareme-montant-decimales': '90000 ou 90000.50',
  'bareme-montant-negatif': '50000',
  'bareme-jour-illisible': '2022-03-31',
  'bareme-jour-absent': 'depuis: 2022-03-31',
  'bareme-confiance-inconnue': 'O, S, P',
};

function toUnknown(key: string, accepted: readonly string[]): Message {
  const nearest = findNearest(key, accepted);
  const args = { cle: toEcho(key), cles: toExemple(accepted.join(', ')) };
  if (nearest === undefined) return toMessage('bareme-cle-inconnue', args);
  return toMessage('bareme-cle-inconnue-proche', { ...args, proche: toExemple(nearest) });
}

type Walked = { readonly shape?: unknown; readonly element?: unknown; readonly unwrap?: () => unknown };

/** Keys that the schema accepts at a place. */
function listKeys(schema: unknown, path: YamlPath): readonly string[] {
  const { shape, element, unwrap } = schema as Walked;
  if (shape === undefined && element === undefined && unwrap !== undefined) {
    return listKeys((schema as { unwrap: () => unknown }).unwrap(), path);
  }
  const [first, ...rest] = path;
  if (first === undefined) return Object.keys(shape ?? {});
  const next = element ?? at(shape, [first]);
  return next === undefined ? [] : listKeys(next, rest);
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}
