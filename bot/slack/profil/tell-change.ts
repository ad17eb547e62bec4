import { z } from 'zod';
import { findDay } from '#bot/find-today.ts';
import type { Trace } from '#bot/store/ports/profils.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import { type OutgoingObject, toVisible } from '../outgoing/outgoing.ts';
import type { ProfilWords } from './profil-words.ts';

/** The fields of a change; their values are not told. */
const Detail = z.record(z.string(), z.unknown());

/** Fields that are named at once; the others are counted as one. */
const MOST = 4;

/** « Modifié le 22 novembre 2026 (population, membres) par … »: a change of a profile, as a line of rich text. */
export function renderChange(trace: Trace, words: ProfilWords): readonly OutgoingObject[] {
  const told = { type: 'text', text: toVisible(tellChange(trace, words)) };
  // Somebody who asked to be forgotten has left no name.
  if (trace.by === '') return [told];
  const by = { type: 'text', text: toVisible(words.say('profil-change-par')) };
  return [told, by, { type: 'user', user_id: trace.by }];
}

function tellChange({ at, detail }: Trace, words: ProfilWords): LicensedText {
  const { say } = words;
  const jour = { kind: 'date', date: findDay(at) } as const;
  const champs = listChamps(detail, words);
  if (champs.length === 0) return say('profil-change', { jour });
  const told = champs.length > MOST ? [...champs.slice(0, MOST), say('profil-champs-autres')] : champs;
  return say('profil-change-champs', { jour, champs: joinLicensed(told, ', ') });
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
  nom: 'profil-champ-nom',
  population: 'profil-champ-population',
  taille: 'profil-champ-taille',
  signature: 'profil-champ-signature',
  renouvellement: 'profil-champ-renouvellement',
  membres: 'profil-champ-membres',
  contactCpam: 'profil-champ-contact',
  editeurs: 'profil-champ-editeurs',
  lieu: 'profil-champ-lieu',
};
