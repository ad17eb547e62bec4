import { z } from 'zod';
import { findDay } from '#bot/find-today.ts';
import type { Trace } from '#bot/store/ports/profils.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { ProfilWords } from '../profil/profil-words.ts';

/** The fields of a change; their values are not told. */
const Detail = z.record(z.string(), z.unknown());

/** Fields that are named at once; the others are counted as one. */
const MOST = 4;

/** « le 22 novembre 2026 (population, membres) »: when a profile was last changed, and what of it. */
export function tellChange({ at, detail }: Trace, words: ProfilWords): LicensedText {
  const { say } = words;
  const jour = { kind: 'date', date: findDay(at) } as const;
  const champs = listChamps(detail, words);
  if (champs.length === 0) return say('accueil-change', { jour });
  const told = champs.length > MOST ? [...champs.slice(0, MOST), say('accueil-champs-autres')] : champs;
  return say('accueil-change-champs', { jour, champs: joinLicensed(told, ', ') });
}

/** Names of the fields that changed, a mission once whatever changed of it. */
function listChamps(detail: string | undefined, words: ProfilWords): readonly LicensedText[] {
  const names = Object.keys(Detail.parse(JSON.parse(detail ?? '{}')));
  const missions = new Set(names.flatMap((name) => (name.startsWith('missions.') ? [name.split('.')[1] ?? ''] : [])));
  const others = names.flatMap((name) => (Object.hasOwn(CHAMPS, name) ? [words.say(CHAMPS[name] ?? '')] : []));
  return [...others, ...[...missions].map((code) => words.nameMission(code))];
}

/** What the fields of a profile are called. */
const CHAMPS: Readonly<Record<string, string>> = {
  nom: 'accueil-champ-nom',
  population: 'accueil-champ-population',
  taille: 'accueil-champ-taille',
  signature: 'accueil-champ-signature',
  renouvellement: 'accueil-champ-renouvellement',
  membres: 'accueil-champ-membres',
  contactCpam: 'accueil-champ-contact',
  editeurs: 'accueil-champ-editeurs',
  lieu: 'accueil-champ-lieu',
};
