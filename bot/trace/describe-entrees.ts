import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { MessageArg } from '#corpus/law/message.ts';
import type { FinancementInput, MissionSaisie } from '#tools/financement/financement.ts';
import type { Periode } from '../answer/situate/faits.ts';
import type { Scribe } from '../render/scribe.ts';
import type { LigneTrace } from './trace.ts';

/** What an estimate was computed from. */
type Entrees = {
  readonly input: FinancementInput;
  readonly signeEntre: Periode | undefined;
  /** Day of the answer. */
  readonly asOf: CalendarDate;
  /** Days whose law was applied, one for each contract year; none when the day of signature is not known. */
  readonly joursDeDroit: readonly CalendarDate[];
};

/** What was given to the calculator, line by line; what was not given is not there. */
export function describeEntrees(
  { input, signeEntre, asOf, joursDeDroit }: Entrees,
  scribe: Scribe,
): readonly LigneTrace[] {
  const { population, taille, signature, renouvellement, annee, membres, prorata, missions } = input;
  const numero = taille === undefined ? undefined : Number(taille.replace('taille', ''));
  const rang = typeof annee === 'number' ? annee : undefined;
  const values: readonly (readonly [code: string, valeur: MessageArg | undefined])[] = [
    ['trace-jour-reponse', toDate(asOf)],
    ...joursDeDroit.map((jour) => ['trace-jour', toDate(jour)] as const),
    ['trace-population', population === undefined ? undefined : { kind: 'population', habitants: population }],
    ['trace-taille', numero === undefined ? undefined : { kind: 'taille', numero }],
    ['trace-signature', toDate(signature)],
    ['trace-renouvellement', toDate(renouvellement)],
    ['trace-annee', rang === undefined ? undefined : { kind: 'nombre', valeur: rang, unite: 'annee-contrat' }],
    ['trace-membres', membres === undefined ? undefined : { kind: 'nombre', valeur: membres, unite: 'membres' }],
  ];
  const lines = values.flatMap(([code, nombre]): LigneTrace[] =>
    nombre === undefined ? [] : [{ element: scribe.phrase(code), valeur: scribe.phrase('nombre', { nombre }) }],
  );
  if (signeEntre !== undefined) {
    const du = scribe.phrase('cli-jour', { jour: { kind: 'date', date: signeEntre.from } });
    const au = scribe.phrase('cli-jour', { jour: { kind: 'date', date: signeEntre.to } });
    lines.push({ element: scribe.phrase('trace-signature'), precision: [scribe.phrase('trace-entre', { du, au })] });
  }
  if (annee === 'contrat-entier') lines.push({ element: scribe.phrase('trace-contrat-entier') });
  if (prorata !== undefined) lines.push({ element: scribe.phrase(`prorata-${prorata}`) });
  return [...lines, ...missions.map((mission) => describeMission(mission, scribe))];
}

function describeMission(
  { code, fixe, variable, demarrage, taux, atteint }: MissionSaisie,
  scribe: Scribe,
): LigneTrace {
  const values: readonly (readonly [code: string, nombre: MessageArg | undefined])[] = [
    ['trace-mission-fixe', fixe === undefined ? undefined : { kind: 'euros', centimes: fixe }],
    ['trace-mission-variable', variable === undefined ? undefined : { kind: 'euros', centimes: variable }],
    ['trace-mission-taux', taux === undefined ? undefined : { kind: 'pourcent', fraction: taux }],
    ['trace-mission-atteint', atteint === undefined ? undefined : { kind: 'euros', centimes: atteint }],
    ['trace-mission-demarrage', toDate(demarrage)],
  ];
  const told = values.flatMap(([label, nombre]): LicensedText[] =>
    nombre === undefined ? [] : [scribe.phrase(label, { nombre })],
  );
  const element = scribe.phrase('trace-mission', { mission: { kind: 'mission', code } });
  return told.length === 0 ? { element } : { element, precision: [joinLicensed(told, ', ')] };
}

function toDate(date: CalendarDate | undefined): MessageArg | undefined {
  return date === undefined ? undefined : { kind: 'date', date };
}
