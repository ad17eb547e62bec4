import type { Profil } from '#bot/answer/profil.ts';
import { markProfil, toProfilText } from '#bot/answer/to-profil-text.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Centimes, toFraction } from '#corpus/law/euros.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { MessageArg } from '#corpus/law/message.ts';
import type { Communaute } from './communaute.ts';
import type { ProfilWords } from './profil-words.ts';

/** What is known of a community, one fact a line; nothing for what it has not said. */
export function tellCommunaute({ profil, contactCpam }: Communaute, words: ProfilWords): readonly LicensedText[] {
  const { population, taille, signature, renouvellement, membres } = profil;
  const tell = createTeller(words);
  return [
    ...tell(
      'profil-dit-population',
      toArg(population, (habitants) => ({ kind: 'population', habitants })),
    ),
    ...tell(
      'profil-dit-taille',
      toArg(taille, (numero) => ({ kind: 'taille', numero })),
    ),
    ...tell('profil-dit-signature', toDate(signature)),
    ...tell('profil-dit-renouvellement', toDate(renouvellement)),
    ...tell(
      'profil-dit-membres',
      toArg(membres, (valeur) => ({ kind: 'nombre', valeur })),
    ),
    ...tell('profil-dit-contact', contactCpam === undefined ? undefined : toProfilText(contactCpam, 'contact')),
  ];
}

/** What is known of a mission, in one line that begins with its name. */
export function tellMission(code: string, mission: Profil['missions'][string], words: ProfilWords): LicensedText {
  const { say, nameMission } = words;
  const { demarrage, deploiement, fixe, variable, taux, atteint, fait } = mission;
  const tell = createTeller(words);
  const part = taux === undefined ? undefined : toFraction(taux);
  const faits = [
    ...tell('profil-dit-demarrage', toDate(demarrage)),
    ...tell('profil-dit-deploiement', toDate(deploiement)),
    ...(fait ? [say('profil-dit-fait')] : []),
    ...tell('profil-dit-fixe', toEuros(fixe)),
    ...tell('profil-dit-variable', toEuros(variable)),
    ...tell(
      'profil-dit-taux',
      toArg(part, (fraction) => ({ kind: 'pourcent', fraction })),
    ),
    ...tell('profil-dit-atteint', toEuros(atteint)),
  ];
  const told = faits.length > 0 ? joinLicensed(faits, ', ') : say('profil-dit-rien');
  return say('profil-dit-mission', { mission: nameMission(code), faits: told });
}

/** Tells a fact when there is one; its figures are the community's own. */
function createTeller({ say }: ProfilWords) {
  return (code: string, valeur: MessageArg | LicensedText | undefined): readonly LicensedText[] =>
    valeur === undefined ? [] : [markProfil(say(code, { valeur }), code)];
}

function toArg<T>(value: T | undefined, build: (value: T) => MessageArg): MessageArg | undefined {
  return value === undefined ? undefined : build(value);
}

function toDate(date: CalendarDate | undefined): MessageArg | undefined {
  return toArg(date, (day) => ({ kind: 'date', date: day }));
}

function toEuros(centimes: Centimes | undefined): MessageArg | undefined {
  return toArg(centimes, (amount) => ({ kind: 'euros', centimes: amount }));
}
