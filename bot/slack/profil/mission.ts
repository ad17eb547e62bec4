import type { z } from 'zod';
import type { MissionProfil, Profil } from '#bot/answer/profil.ts';
import { findProfilProblems } from '#bot/commands/options/check-profil.ts';
import { parseDate } from '#bot/commands/options/parse-date.ts';
import { parseMontant } from '#bot/commands/options/parse-montant.ts';
import { parseTaux } from '#bot/commands/options/parse-taux.ts';
import { type Parsed, toEcho, toExemple, toProblem, toValue } from '#bot/commands/options/parsed.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Saisie } from '../modal/saisie.ts';
import { createLecteur, type Lue, placeProblems } from './lecteur.ts';

type Mission = z.infer<typeof MissionProfil>;

/** Fields of the form of a mission, in their order; `resultat` is a share or an amount, `fait` a box. */
const CHAMPS_MISSION = ['demarrage', 'deploiement', 'fixe', 'variable', 'resultat', 'fait'] as const;

/** What the checks say of the share or of the euros reached is told under the field that gives either. */
const PLACES: ReadonlyMap<string, string> = new Map([
  ['taux', 'resultat'],
  ['atteint', 'resultat'],
]);

/**
 * Reads the form of one mission of a profile.
 * @returns the profile with that mission, or everything wrong at once, each problem under a field of the form
 */
export function readMission(
  saisie: Saisie,
  code: string,
  profil: Profil,
  parametres: Parametres,
  today: CalendarDate,
): Lue<Profil> {
  const { take, problems } = createLecteur(saisie);
  const read = {
    demarrage: take('demarrage', (text) => parseDate(text, today)),
    deploiement: take('deploiement', (text) => parseDate(text, today)),
    fixe: take('fixe', parseMontant),
    variable: take('variable', parseMontant),
    ...take('resultat', parseResultat),
    fait: saisie.list('fait').length > 0 ? true : undefined,
  };
  const mission: Mission = Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
  // The other missions were checked when they were filled in; what is told here can be mended here.
  const alone = { ...profil, missions: { [code]: mission } };
  problems.push(...placeProblems(findProfilProblems(alone, parametres), CHAMPS_MISSION, PLACES));
  if (problems.length > 0) return { kind: 'problems', problems };
  return { kind: 'value', value: { ...profil, missions: { ...profil.missions, [code]: mission } } };
}

/** What was reached of the variable part: a share (« 80 % », « 0,8 », « 4/5 ») or euros (« 12 000 € »). */
function parseResultat(text: string): Parsed<Pick<Mission, 'taux' | 'atteint'>> {
  const taux = parseTaux(text);
  if (taux.kind === 'value') return toValue({ taux: taux.value.num / taux.value.den });
  if (/[%/]|pour ?cent/iu.test(text)) return taux;
  const atteint = parseMontant(text);
  if (atteint.kind === 'problem') return atteint;
  // « 80 » could be either: euros are then said to be euros.
  const isBare = /^\d{1,3}(?:[.,]\d*)?$/u.test(text);
  const args = { ecrit: toEcho(text), part: toExemple(`${text} %`), euros: toExemple(`${text} €`) };
  return isBare ? toProblem('profil-resultat-double', args) : toValue({ atteint: atteint.value });
}
