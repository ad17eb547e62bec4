import type { z } from 'zod';
import { MissionProfil, Profil } from '#bot/answer/profil.ts';
import { type Message, type MessageArg, toMessage } from '#corpus/law/message.ts';
import { findNearest } from './find-nearest.ts';
import { toEcho, toExemple } from './parsed.ts';

/** Sentence for a value that is not of the kind a field has. */
const ATTENDUS: Readonly<Record<string, string>> = {
  string: 'profil-attendu-texte',
  number: 'profil-attendu-nombre',
  boolean: 'profil-attendu-oui-non',
  object: 'profil-attendu-objet',
  record: 'profil-attendu-objet',
};
const MANQUANT = 'profil-champ-manquant';
const CODES = [MANQUANT, ...Object.values(ATTENDUS)];

/**
 * Reads a profile, each default sentence of the schema replaced by the code of ours; a field's own sentence is kept.
 * @returns the profile, or what is wrong as {@link listProfilProblems} tells it
 */
export function parseProfil(data: unknown) {
  return Profil.safeParse(data, {
    error: (issue) => {
      if (issue.code === 'too_small' && issue.origin === 'string') return MANQUANT;
      if (issue.code !== 'invalid_type') return undefined;
      return issue.input === undefined ? MANQUANT : ATTENDUS[issue.expected];
    },
  });
}

/** Everything wrong in a profile, as a person would say it: what is missing, unknown, of another kind, out of bounds. */
export function listProfilProblems(issues: readonly z.core.$ZodIssue[], fichier: MessageArg): readonly Message[] {
  const told: Message[] = [];
  const champs: string[] = [];
  for (const issue of issues) {
    const { path, message } = issue;
    const champ = path.join('.');
    if (issue.code === 'unrecognized_keys') {
      told.push(...issue.keys.map((key) => toUnknown(key, path, fichier)));
    } else if (CODES.includes(message)) {
      told.push(champ === '' ? toMessage('profil-pas-un-objet', { fichier }) : toTold(message, champ, fichier));
    } else {
      champs.push(`${champ} : ${message}`);
    }
  }
  if (champs.length === 0) return told;
  return [...told, toMessage('cli-profil-refuse', { fichier, champs: toExemple(champs.join(' ; ')) })];
}

function toTold(code: string, champ: string, fichier: MessageArg): Message {
  return toMessage(code, { fichier, champ: toEcho(champ) });
}

/** A field that no profile has, with the known one that looks most like it. */
function toUnknown(key: string, path: readonly PropertyKey[], fichier: MessageArg): Message {
  const known = Object.keys((path.length === 0 ? Profil : MissionProfil).shape);
  const proche = findNearest(key, known);
  const args = { fichier, champ: toEcho([...path, key].join('.')), champs: toExemple(known.join(', ')) };
  if (proche === undefined) return toMessage('profil-champ-inconnu', args);
  return toMessage('profil-champ-inconnu-proche', { ...args, proche: toExemple(proche) });
}
