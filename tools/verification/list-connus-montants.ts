import { type CalendarDate, LAST_DAY } from '#corpus/law/calendar-date.ts';
import type { MessageArg } from '#corpus/law/message.ts';
import type { MissionCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { listMontantsConnus, type MontantConnu } from '../montant/list-montants-connus.ts';
import type { ChiffreConnu, FindThemes } from './chiffre.ts';

/** An amount that follows from others is spoken of by its own name only. */
const REQUIS: Readonly<Record<string, readonly string[]>> = {
  avance: ['avance', 'anniversaire'],
  solde: ['solde'],
  'premier-versement': ['amorcage', 'versement', 'complement-exceptionnel'],
  pass: ['pass', 'remuneration-membres'],
  'pass-mensuel': ['pass', 'remuneration-membres'],
};

/**
 * Every amount that the parameters know, on a day, with the rules of later days marked as such.
 * @param findThemes concepts of the passage that a reference names
 * @legal each amount carries its own text, statut and references, from corpus/parametres
 */
export function listConnusMontants(
  parametres: Parametres,
  findThemes: FindThemes,
  asOf: CalendarDate,
): readonly ChiffreConnu[] {
  const codes = new Set(parametres.missions.missions.map(({ code }) => code));
  const now = listMontantsConnus(parametres, asOf);
  const known = new Set(now.map(toKey));
  const later = listMontantsConnus(parametres, LAST_DAY).filter((montant) => !known.has(toKey(montant)));
  return [
    ...now.map((montant) => toConnu(montant, false, findThemes, codes)),
    ...later.map((montant) => toConnu(montant, montant.statut !== 'proposition', findThemes, codes)),
  ];
}

function toKey({ sujet, taille, centimes }: MontantConnu): string {
  return `${sujet} ${taille} ${centimes}`;
}

function toConnu(
  montant: MontantConnu,
  aVenir: boolean,
  findThemes: FindThemes,
  codes: ReadonlySet<MissionCode>,
): ChiffreConnu {
  const { centimes, label, sujet, taille, references, statut, confiance, fin } = montant;
  const [reference] = references;
  const themes = reference ? findThemes(reference) : [];
  const { mission, annee } = label.args;
  // The first payment is replaced by the functioning alone.
  const regle = sujet === 'premier-versement' ? 'fonctionnement' : (montant.regle ?? sujet);
  return {
    unite: 'EUR',
    valeur: centimes,
    montre: { kind: 'euros', centimes } satisfies MessageArg,
    sujet,
    regle,
    taille: taille ?? undefined,
    annee: annee?.kind === 'nombre' ? annee.valeur : undefined,
    missions: mission?.kind === 'mission' ? [mission.code] : listMissions(themes, regle, codes),
    themes,
    requis: REQUIS[sujet] ?? [],
    statut,
    confiance,
    fin,
    aVenir,
    label,
    references,
  };
}

/** Only what replaces a mission's amount is the amount of a mission. */
function listMissions(
  themes: readonly string[],
  regle: string,
  codes: ReadonlySet<MissionCode>,
): readonly MissionCode[] {
  return regle === 'montants-missions' ? themes.filter((theme) => codes.has(theme)) : [];
}
