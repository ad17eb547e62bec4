import type { Profil } from '#bot/answer/profil.ts';
import { findProfilProblems } from '#bot/commands/options/check-profil.ts';
import { parseDate } from '#bot/commands/options/parse-date.ts';
import { parseNombre } from '#bot/commands/options/parse-nombre.ts';
import { type Parsed, toEcho, toProblem, toValue } from '#bot/commands/options/parsed.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Saisie } from '../modal/saisie.ts';
import { createLecteur, type Lue, placeProblems } from './lecteur.ts';

/** What the form of a community fills in: a profile, and who to call at the CPAM. */
export type Communaute = { readonly profil: Profil; readonly contactCpam?: string | undefined };

/** Fields of the form, in their order. */
const CHAMPS_COMMUNAUTE = [
  'nom',
  'population',
  'taille',
  'signature',
  'renouvellement',
  'membres',
  'contact',
  'missions',
] as const;

/** Longest name and contact, in characters: they stand on one line of a message. */
const NOM_LONGEST = 100;
const CONTACT_LONGEST = 200;

/**
 * Reads the form of a community.
 * @param former the profile as it is kept, whose missions keep what is known of them as long as they stay chosen
 * @returns the profile, or everything wrong at once, each problem under a field of the form
 */
export function readCommunaute(
  saisie: Saisie,
  former: Profil | undefined,
  parametres: Parametres,
  today: CalendarDate,
): Lue<Communaute> {
  const { take, problems } = createLecteur(saisie);
  const nom = take('nom', (text) => parseLine(text, NOM_LONGEST));
  if (saisie.text('nom') === undefined) problems.push({ champ: 'nom', message: toMessage('profil-sans-nom') });
  const read = {
    population: take('population', (text) => parseNombre(text, '85 000')),
    taille: take('taille', (text) => toValue(Number(text))),
    signature: take('signature', (text) => parseDate(text, today)),
    renouvellement: take('renouvellement', (text) => parseDate(text, today)),
    membres: take('membres', (text) => parseNombre(text, '45')),
  };
  const contactCpam = take('contact', (text) => parseLine(text, CONTACT_LONGEST));
  const missions = saisie.list('missions').map((code) => [code, former?.missions[code] ?? {}] as const);
  const given = Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
  const profil: Profil = { nom: nom ?? '', ...given, missions: Object.fromEntries(missions) };
  problems.push(...placeProblems(findProfilProblems(profil, parametres), CHAMPS_COMMUNAUTE, PLACES));
  return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'value', value: { profil, contactCpam } };
}

/** What the checks say of a mission is told where this form has something to do with it. */
const PLACES: ReadonlyMap<string, string> = new Map([
  ['mission', 'missions'],
  ['demarrage', 'signature'],
  ['deploiement', 'signature'],
]);

/** One line of words, as the person wrote it. */
function parseLine(text: string, longest: number): Parsed<string> {
  const line = text.replace(/\s+/gu, ' ');
  if (line.length <= longest) return toValue(line);
  const longueur = { kind: 'nombre', valeur: line.length } as const;
  return toProblem('profil-trop-long', { ecrit: toEcho(line), longueur, plus: { kind: 'nombre', valeur: longest } });
}
