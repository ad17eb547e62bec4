import { toValue } from '#bot/answer/license-text.ts';
import type { Faits, FaitsMission, Periode } from '#bot/answer/situate/faits.ts';
import type { Situation } from '#bot/answer/situate/situation.ts';
import { type Centimes, type Fraction, toCentimes, toFraction } from '#corpus/law/euros.ts';
import type { ReadFigure } from '#corpus/law/read-figures.ts';
import { type BlankName, toBlankName, toFigureKey } from '../blanks/blank-name.ts';
import type { Handles } from '../blanks/handles.ts';

/** What a figure may serve as; absent where it cannot. */
type Values = {
  readonly nombre?: number;
  readonly montant?: Centimes;
  readonly periode?: Periode;
  readonly part?: Fraction;
};

/** A figure that the asker gave, in the words or before them, under the name by which a model may point at it. */
export type KnownFigure = {
  readonly handle: string;
  readonly name: BlankName;
  /** What two figures of the same worth share. */
  readonly key: string;
  readonly values: Values;
  /** What the grammar took it for, when it took it for something. */
  readonly role: string | undefined;
  /** Mission that a fact of the profile is about. */
  readonly mission?: string;
  /** It stands in the words of the question, and not in the thread or the profile only. */
  readonly isSaid: boolean;
};

/** Below, a bare number is no amount: in euros. */
const LEAST_MONEY = 100;

/** Roles that say only that a figure was met: it may still be what a model takes it for. */
const OPEN: ReadonlySet<string> = new Set(['montants', 'pourcents', 'durees']);

/** Every figure that the asker gave: those of the question in their order, then facts of the thread and the profile. */
export function listKnownFigures(
  { figures, roles, faits, faitsDits }: Situation,
  handles: Handles,
): readonly KnownFigure[] {
  const said = figures.map((figure, index): KnownFigure => {
    const role = roles[index];
    const { value, unit } = toValue(figure);
    const closed = role === undefined || OPEN.has(role) ? undefined : role;
    const key = toFigureKey({ value, unit });
    return {
      handle: handles.next(),
      name: toBlankName(unit),
      key,
      values: readValues(figure),
      role: closed,
      isSaid: true,
    };
  });
  const facts = listFacts(faits, faitsDits).map(
    (fact): KnownFigure => ({ ...fact, handle: handles.next(), isSaid: false }),
  );
  return [...said, ...facts];
}

function readValues(figure: ReadFigure): Values {
  switch (figure.kind) {
    case 'number':
      return { nombre: figure.value, ...(figure.value >= LEAST_MONEY ? { montant: toCentimes(figure.value) } : {}) };
    case 'ordinal':
    case 'roman':
      return { nombre: figure.value };
    case 'amount':
      return { montant: toCentimes(figure.euros) };
    case 'percent':
      return figure.value >= 0 && figure.value <= 100 ? { part: toFraction(figure.value, 100) } : {};
    case 'fraction':
      return figure.num <= figure.den ? { part: { num: figure.num, den: figure.den } } : {};
    case 'date':
      return { periode: { from: figure.from, to: figure.to } };
    default:
      return {};
  }
}

type Fact = Omit<KnownFigure, 'handle' | 'isSaid'>;

/** What was known before the question: what it says again stands in its words already. */
function listFacts(faits: Faits, said: Faits): readonly Fact[] {
  const { population, tailles = [], membres, annee, signature, renouvellement, projetDepose } = faits;
  const numbers = [
    ...(said.population === undefined && population !== undefined
      ? [toNumber('populations', population, 'habitants')]
      : []),
    ...(said.tailles === undefined ? tailles.map((taille) => toNumber('tailles', taille, 'taille')) : []),
    ...(said.membres === undefined && membres !== undefined ? [toNumber('membres', membres, 'membres')] : []),
    ...(said.annee === undefined && annee !== undefined ? [toNumber('annee', annee, 'année')] : []),
  ];
  const days = [
    ...(said.signature === undefined && signature ? [toDay('signature', signature)] : []),
    ...(said.renouvellement === undefined && renouvellement
      ? [toDay('renouvellement', toPeriode(renouvellement))]
      : []),
    ...(said.projetDepose === undefined && projetDepose ? [toDay('projetDepose', toPeriode(projetDepose))] : []),
  ];
  const missions = Object.entries(faits.missionsProfil ?? {}).flatMap(([code, mission]) => listMission(code, mission));
  return [...numbers, ...days, ...missions];
}

function listMission(mission: string, { fixe, variable, demarrage }: FaitsMission): readonly Fact[] {
  return [
    ...(fixe === undefined ? [] : [{ ...toMoney('fixe', fixe), mission }]),
    ...(variable === undefined ? [] : [{ ...toMoney('variable', variable), mission }]),
    ...(demarrage === undefined ? [] : [{ ...toDay('demarrage', toPeriode(demarrage)), mission }]),
  ];
}

function toNumber(role: string, nombre: number, name: BlankName): Fact {
  return { role, name, key: toFigureKey({ unit: 'nombre', value: nombre }), values: { nombre } };
}

function toMoney(role: string, montant: Centimes): Fact {
  return { role, name: 'montant', key: toFigureKey({ unit: 'EUR', value: montant / 100 }), values: { montant } };
}

function toDay(role: string, periode: Periode): Fact {
  const value = periode.from === periode.to ? periode.from : `${periode.from}/${periode.to}`;
  return { role, name: 'date', key: toFigureKey({ unit: 'date', value }), values: { periode } };
}

function toPeriode(day: Periode['from']): Periode {
  return { from: day, to: day };
}
