import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { Message } from '#corpus/law/message.ts';
import type { Comparaison, ComparaisonInput, Difference, Mesure } from '#tools/comparaison/comparaison.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import type { Calcul } from '../calcul.ts';
import type { Enonce } from '../enonce.ts';
import type { Args } from '../render-message.ts';
import { tellEcart, tellValeur } from '../tell-valeur.ts';
import { toDateArg } from './financement-args.ts';
import type { Backing, Teller } from './teller.ts';

/** Lines that a question about a change waits for; the others are in the command. */
const DITES = /^(?:taille|fonctionnement|plafond|complement-exceptionnel|mission:[a-z-]+(?::delai-[a-z]+)?)$/;

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
  const differences = value.differences.filter(({ code }) => DITES.test(code));
  const lines = differences.map((difference) => tellDifference(difference, input, teller));
  const absents = value.absents.map((mesure) => {
    const absent: Backing = { ...toBacking(mesure, input.b.asOf), statut: 'absent' };
    return teller.tell('enonce-comparaison-absent', { label: tellLabel(mesure, absent, teller) }, absent);
  });
  const backing = toBacking(findSource(value), input.b.asOf);
  const same = lines.length === 0 ? [teller.tell('enonce-comparaison-rien', {}, backing)] : [];
  return [tellTitre(input, hypothese, backing, teller), ...lines, ...same, ...absents];
}

/** The line that the title rests on: the first that changes and that a text makes, else the first that does not. */
function findSource({ differences, identiques }: Comparaison): Mesure | undefined {
  const all = [...differences.flatMap(({ a, b }) => [b, a]), ...identiques];
  return all.find(({ statut, references }) => statut !== null && statut !== 'absent' && references.length > 0);
}

function tellTitre(
  { a, b }: ComparaisonInput,
  hypothese: readonly Message[] | undefined,
  backing: Backing,
  teller: Teller,
): Enonce {
  const readings = (hypothese ?? []).map(({ code, args }) => teller.phrase(code, args, backing));
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
  const jours = { a: toDateArg(a.asOf), b: toDateArg(b.asOf), lecture };
  return teller.tell('enonce-comparaison-jours', jours, backing);
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
  if (!ecart) return teller.tell('enonce-comparaison-ligne', args, backing);
  const gap = tellEcart(ecart, (code, values) => teller.phrase(code, values, backing));
  return teller.tell('enonce-comparaison-ecart', { ...args, ecart: gap }, backing);
}

function tellLabel({ label }: Pick<Mesure, 'label'>, backing: Backing, teller: Teller): LicensedText {
  return teller.phrase(label.code, label.args, backing);
}

function tellMesure({ valeur, note }: Mesure, backing: Backing, teller: Teller): LicensedText {
  if (valeur) return tellValeur(valeur, (code, args) => teller.phrase(code, args, backing), backing);
  return note ? teller.phrase(note.code, note.args, backing) : teller.phrase('comparaison-absent', {}, backing);
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
