import { type CalendarDate, FIRST_DAY } from '#corpus/law/calendar-date.ts';
import { type Message, toDonnee, toMessage } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { readFigures } from '#corpus/law/read-figures.ts';
import type { TexteMetadata } from '#corpus/law/texte.ts';
import { findAvenant } from '../avenant/find-avenant.ts';
import type { Proposition, TexteCompare } from './comparaison.ts';
import { findOrigine, listPropositions } from './list-propositions.ts';

/** A text by its name: found (maybe without anything to compare), named by several proposals, or not known. */
export type TexteNomme =
  | { readonly kind: 'trouve'; readonly texte: TexteCompare }
  | { readonly kind: 'plusieurs'; readonly choix: readonly string[] }
  | { readonly kind: 'inconnu' };

/**
 * Finds what a person calls a text: its id, a name of it, `avenant-2`, or `proposition-AAAA-MM` for values that were
 * offered and never adopted.
 * @param asOf day on which the texts are looked up, for the avenants that nobody has found
 * @legal names and days of corpus/textes; proposals of corpus/parametres
 */
export function findTexteCompare(
  nom: string,
  textes: readonly TexteMetadata[],
  parametres: Parametres,
  asOf: CalendarDate,
): TexteNomme {
  const name = fold(findMois(nom) ?? nom);
  const propositions = listPropositions(parametres);
  const offered = propositions.filter((proposition) => isNamed(proposition, name));
  const [only, ...others] = offered;
  if (only && others.length === 0) return { kind: 'trouve', texte: { kind: 'proposition', proposition: only } };
  if (only) return { kind: 'plusieurs', choix: offered.map(({ alias }) => alias) };
  const texte = textes.find(({ id, nom: own, autresNoms }) =>
    [id, toShort(id), own, ...autresNoms].some((n) => fold(n) === name),
  );
  if (!texte) return findAvenantAbsent(name, textes, asOf);
  if (texte.enVigueurDu !== undefined && listTextesDesRegles(parametres).has(texte.id)) {
    return { kind: 'trouve', texte: { kind: 'texte', texte } };
  }
  const choix = listTextesComparables(textes, parametres).join(', ');
  const args = { texte: { kind: 'texte', id: texte.id }, choix: toDonnee(choix) } as const;
  return { kind: 'trouve', texte: toAbsent(texte.id, toMessage('comparaison-texte-sans-regle', args)) };
}

/** « avenant 1 », whose content nobody read; « avenant 3 », which nobody found. */
function findAvenantAbsent(name: string, textes: readonly TexteMetadata[], asOf: CalendarDate): TexteNomme {
  const numero = Number(/^avenant (\d+)$/.exec(name)?.[1] ?? Number.NaN);
  const outcome = findAvenant(numero, textes, asOf);
  if (Number.isNaN(numero) || outcome.kind !== 'computed') return { kind: 'inconnu' };
  const arg = { kind: 'nombre', valeur: numero } as const;
  const reason = outcome.value.trouve
    ? toMessage('comparaison-avenant-sans-contenu', { numero: arg })
    : toMessage('enonce-avenant-introuvable', { numero: arg, asOf: { kind: 'date', date: asOf } });
  return { kind: 'trouve', texte: toAbsent(`avenant-${numero}`, reason) };
}

function toAbsent(nom: string, reason: Message): TexteCompare {
  return { kind: 'absent', nom, reason };
}

/**
 * Texts that can be compared, as they may be typed: those that made rules, then proposals.
 * @legal names of corpus/textes
 */
export function listTextesComparables(textes: readonly TexteMetadata[], parametres: Parametres): readonly string[] {
  const made = listTextesDesRegles(parametres);
  const law = textes.filter(({ id, enVigueurDu }) => made.has(id) && enVigueurDu !== undefined);
  return [...law.map(({ id }) => toShort(id)), ...listPropositions(parametres).map(({ alias }) => alias)];
}

/**
 * Ids of the texts that make the rules of the parameters.
 * @legal references of corpus/parametres
 */
export function listTextesDesRegles(parametres: Parametres): ReadonlySet<string> {
  const { tailles, fonctionnement, plafonds, partage, dureeContrat, missions, complement } = parametres;
  const dated = [tailles, fonctionnement, plafonds, partage, dureeContrat].flatMap(({ valeurs }) =>
    valeurs.map(({ reference }) => reference.texte as string),
  );
  const ofMissions = missions.missions.flatMap((mission) => [mission, ...(mission.nouveauxDelais ?? [])]);
  return new Set([...dated, ...ofMissions.map(({ reference }) => reference.texte), complement.reference.texte]);
}

/** « la proposition de septembre 2020 », « le projet du 4 avril 2019 »: the alias of that month. */
function findMois(nom: string): string | undefined {
  if (!/^\s*(?:la |le )?(?:proposition|projet)\b/i.test(nom)) return undefined;
  const found = readFigures(nom, FIRST_DAY).find((figure) => figure.kind === 'date' && figure.precision !== 'year');
  return found?.kind === 'date' ? `proposition-${found.from.slice(0, 'AAAA-MM'.length)}` : undefined;
}

/** By its alias, by the id of one of its values, or by the page where they were read. */
function isNamed({ alias, valeurs }: Proposition, name: string): boolean {
  return (
    fold(alias) === name ||
    valeurs.some(({ id }) => fold(id) === name) ||
    valeurs.some((valeur) => fold(findOrigine(valeur)?.reference.texte ?? '') === name)
  );
}

/** « 2021-12-20-avenant-2 » may be typed « avenant-2 ». */
function toShort(id: string): string {
  return id.slice('AAAA-MM-JJ-'.length);
}

/** Letters and digits alone: « Avenant n° 2 », « avenant-2 » and « avenant 2 » are one name. */
function fold(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(?:n|l|le|la)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
