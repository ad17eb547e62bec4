import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { Message } from '#corpus/law/message.ts';
import type { Cause, Comparaison, ComparaisonInput, Difference, Mesure } from '#tools/comparaison/comparaison.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import type { Calcul } from '../calcul.ts';
import type { Enonce } from '../enonce.ts';
import type { Args } from '../render-message.ts';
import { tellEcart, tellValeur } from '../tell-valeur.ts';
import { toDateArg } from './financement-args.ts';
import type { Backing, Teller } from './teller.ts';

/** Lines that a question about a change waits for; the others are in the command. */
const DITES = /^(?:taille:bornes|fonctionnement|plafond|complement-exceptionnel|mission:[a-z-]+(?::delai-[a-z]+)?)$/;

/** Énoncés of a comparison: what it is of, then a line for each difference, under each reading. */
export function tellComparaison(
  { outcome, input }: Extract<Calcul, { tool: 'comparaison' }>,
  teller: Teller,
): readonly Enonce[] {
  if (outcome.kind === 'computed') return tellValue(outcome.value, input, undefined, teller);
  if (outcome.kind !== 'ambiguous') return [];
  return outcome.readings.flatMap(({ hypothese, value }) => tellValue(value, input, hypothese, teller));
}

function tellValue(
  value: Comparaison,
  input: ComparaisonInput,
  hypothese: readonly Message[] | undefined,
  teller: Teller,
): readonly Enonce[] {
  const named = input.a.entree.taille !== undefined;
  // A size that was named is not told again: its bracket is. That of a population is what she asks for.
  const differences = value.differences.filter(({ code }) => (named ? DITES.test(code) : isDite(code)));
  const lines = differences.map((difference) => tellDifference(difference, input, teller));
  const absents = value.absents.map((mesure) => {
    const absent: Backing = { ...toBacking(mesure, input.b.asOf), statut: 'absent' };
    return teller.tell('enonce-comparaison-absent', { label: tellLabel(mesure, absent, teller) }, absent);
  });
  const backing = toBacking(findSource(value), input.b.asOf);
  const cause = differences.find((difference) => difference.cause)?.cause ?? null;
  const same = lines.length === 0 ? [teller.tell('enonce-comparaison-rien', {}, backing)] : [];
  return [tellTitre(input, { hypothese, cause }, backing, teller), ...lines, ...same, ...absents];
}

/** The line that the title rests on: the first that changes and that a text makes, else the first that does not. */
function findSource({ differences, identiques }: Comparaison): Mesure | undefined {
  const all = [...differences.flatMap(({ a, b }) => [b, a]), ...identiques];
  return all.find(({ statut, references }) => statut !== null && statut !== 'absent' && references.length > 0);
}

function isDite(code: string): boolean {
  return code === 'taille' || (code !== 'taille:bornes' && DITES.test(code));
}

function tellTitre(
  { a, b }: ComparaisonInput,
  { hypothese, cause }: { readonly hypothese: readonly Message[] | undefined; readonly cause: Cause | null },
  backing: Backing,
  teller: Teller,
): Enonce {
  const told = (hypothese ?? []).filter(({ code }) => !code.startsWith('comparaison-cote-'));
  const readings = told.map(({ code, args }) => teller.phrase(code, args, backing));
  const lecture: LicensedText = readings.length === 0 ? [] : [' (', ...joinLicensed(readings, ', '), ')'];
  const common = { lecture, asOf: toDateArg(b.asOf) };
  const [from, to] = [a.entree, b.entree];
  if (from.population !== undefined && to.population !== undefined && from.population !== to.population) {
    const args = { ...common, a: toPopulation(from.population), b: toPopulation(to.population) };
    return teller.tell('enonce-comparaison-populations', args, backing);
  }
  if (from.taille !== undefined && to.taille !== undefined && from.taille !== to.taille) {
    const args = { ...common, a: toTaille(from.taille), b: toTaille(to.taille) };
    return teller.tell('enonce-comparaison-tailles', args, backing);
  }
  const taille =
    to.taille === undefined
      ? teller.phrase('comparaison-cote-population', { population: toPopulation(to.population ?? 0) }, backing)
      : teller.phrase('comparaison-cote-taille', { taille: toTaille(to.taille) }, backing);
  const jours = { a: toDateArg(a.asOf), b: toDateArg(b.asOf), taille, lecture };
  if (!cause) return teller.tell('enonce-comparaison-jours', jours, backing);
  return teller.tell('enonce-comparaison-texte', { ...jours, texte: { kind: 'texte', id: cause.texte } }, backing);
}

function tellDifference(difference: Difference, { a: coteA, b: coteB }: ComparaisonInput, teller: Teller): Enonce {
  const { a, b, ecart, cause } = difference;
  const [backingA, backingB] = [toBacking(a, coteA.asOf), toBacking(b, coteB.asOf)];
  // What is known of a line stands for it: the side that has a value.
  const own = b.valeur === null ? backingA : backingB;
  const references = [...backingA.references, ...backingB.references];
  const backing: Backing = { ...own, references };
  const args: Args = {
    label: tellLabel(difference, own, teller),
    a: tellMesure(a, backingA, teller),
    b: tellMesure(b, backingB, teller),
  };
  const isNew = a.valeur === null && a.statut !== 'absent' && cause !== null;
  if (isNew) return teller.tell('enonce-comparaison-nouveau', args, backing);
  if (a.valeur === null) return teller.tell('enonce-comparaison-inconnu-avant', args, backing);
  if (!ecart) return teller.tell('enonce-comparaison-ligne', args, backing);
  const gap = tellEcart(ecart, (code, values) => teller.phrase(code, values, backing));
  return teller.tell('enonce-comparaison-ecart', { ...args, ecart: gap }, backing);
}

function tellLabel({ label }: Pick<Mesure, 'label'>, backing: Backing, teller: Teller): LicensedText {
  return teller.phrase(label.code, label.args, backing);
}

function tellMesure({ valeur, note }: Mesure, backing: Backing, teller: Teller): LicensedText {
  const told = note && teller.phrase(note.code, note.args, backing);
  if (valeur) {
    const value = tellValeur(valeur, (code, args) => teller.phrase(code, args, backing), backing);
    return told ? teller.phrase('comparaison-valeur-notee', { valeur: value, note: told }, backing) : value;
  }
  return told ?? teller.phrase('comparaison-absent', {}, backing);
}

function toBacking(mesure: Mesure | undefined, asOf: Backing['asOf']): Backing {
  const { statut = null, confiance = null, references = [] } = mesure ?? {};
  return { tool: 'comparaison', statut, confiance, references, asOf };
}

function toPopulation(habitants: number) {
  return { kind: 'population', habitants } as const;
}

function toTaille(taille: string) {
  return { kind: 'taille', numero: toNumeroTaille(taille) } as const;
}
