import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes, Fraction } from '#corpus/law/euros.ts';
import type { MissionCode } from '#corpus/law/parametre.ts';
import type { InputProblem } from '#tools/outcome.ts';
import { findNearest } from './find-nearest.ts';
import { parseDate } from './parse-date.ts';
import { parseMontant } from './parse-montant.ts';
import { parseTaux } from './parse-taux.ts';
import { type Parsed, toEcho, toExemple, toProblem } from './parsed.ts';

/** Fields of `--mission CODE:champ=valeur…`; amounts in euro cents. */
export type MissionOption = {
  readonly code: MissionCode;
  readonly fixe?: Centimes;
  readonly variable?: Centimes;
  readonly demarrage?: CalendarDate;
  readonly deploiement?: CalendarDate;
  readonly taux?: Fraction;
  readonly atteint?: Centimes;
};

/** Names of the fields. */
export type ChampMission = Exclude<keyof MissionOption, 'code'>;

/** A mission as typed, and what is wrong in it. */
export type MissionLue = { readonly mission: MissionOption; readonly problems: readonly InputProblem[] };

/**
 * Reads `CODE[:champ=valeur…]`, the value of one `--mission`.
 * @param champs fields that the command accepts
 * @returns the mission with the fields that could be read, and a problem for each of the others
 */
export function parseMission(typed: string, champs: readonly ChampMission[], today: CalendarDate): MissionLue {
  const [code = '', ...parts] = typed.split(':');
  const problems: InputProblem[] = [];
  const seen = new Set<string>();
  let mission: MissionOption = { code: toCode(code) };
  for (const part of parts) {
    const [name = '', ...rest] = part.split('=');
    const champ = name.trim();
    const parsed = seen.has(champ)
      ? toProblem('cli-option-repetee')
      : parseField(champ, rest.length === 0 ? undefined : rest.join('='), champs, today);
    seen.add(champ);
    if (parsed.kind === 'value') mission = { ...mission, ...parsed.value };
    else problems.push({ champ: `--mission ${code}:${champ}`, message: parsed.message });
  }
  return { mission, problems };
}

/** « Accès aux soins » and « acces_aux_soins » are taken for the code they come from. */
function toCode(typed: string): MissionCode {
  const folded = typed.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return folded.trim().replace(/[\s_]+/g, '-');
}

function parseField(
  champ: string,
  valeur: string | undefined,
  champs: readonly ChampMission[],
  today: CalendarDate,
): Parsed<Partial<MissionOption>> {
  const known = champs.find((candidate) => candidate === champ);
  if (known === undefined) return toUnknown(champ, champs);
  const exemple = toExemple(`${known}=${EXEMPLES[known]}`);
  if (valeur === undefined || valeur.trim() === '') return toProblem('cli-champ-sans-valeur', { exemple });
  switch (known) {
    case 'fixe':
    case 'variable':
    case 'atteint':
      return toField(known, parseMontant(valeur));
    case 'demarrage':
    case 'deploiement':
      return toField(known, parseDate(valeur, today));
    case 'taux':
      return toField(known, parseTaux(valeur));
  }
}

const EXEMPLES: Readonly<Record<ChampMission, string>> = {
  fixe: '40000',
  variable: '20000',
  atteint: '12000,50',
  demarrage: '2024-07-15',
  deploiement: '2025-07-15',
  taux: '0,8',
};

function toField(
  champ: ChampMission,
  parsed: Parsed<CalendarDate | Centimes | Fraction>,
): Parsed<Partial<MissionOption>> {
  return parsed.kind === 'value' ? { kind: 'value', value: { [champ]: parsed.value } } : parsed;
}

function toUnknown(champ: string, champs: readonly ChampMission[]): Parsed<never> {
  const nearest = findNearest(champ, champs);
  const args = { champ: toEcho(champ), champs: toExemple(champs.map((name) => `${name}=`).join(', ')) };
  if (nearest === undefined) return toProblem('cli-champ-inconnu', args);
  return toProblem('cli-champ-inconnu-proche', { ...args, proche: toExemple(`${nearest}=`) });
}
