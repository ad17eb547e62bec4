import type { Profil } from '#bot/answer/profil.ts';
import type { Vocabulary } from '#bot/answer/render-message.ts';
import { listMissionsProfil } from '#bot/commands/options/read-missions.ts';
import { describeEcheances, type LigneEcheance } from '#bot/render/describe-echeances.ts';
import { createScribe } from '#bot/render/scribe.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Lang } from '#corpus/law/lang.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { computeEcheances } from '#tools/echeances/compute-echeances.ts';

/** Deadlines that the home tells of each community. */
const MOST = 3;

/** The next deadlines of a community, and how many are past without being said to be done; none without a signature. */
export type Prochaines = {
  readonly lignes: readonly (LigneEcheance & { readonly statut: LicensedText })[];
  readonly depassees: number;
};

/** Computes the next deadlines of a profile. */
export function listProchaines(
  profil: Profil,
  today: CalendarDate,
  {
    parametres,
    vocabulary,
    lang,
  }: { readonly parametres: Parametres; readonly vocabulary: Vocabulary; readonly lang: Lang },
): Prochaines {
  const { signature, renouvellement } = profil;
  const outcome = computeEcheances(
    { signature, renouvellement, missions: listMissionsProfil(profil) },
    parametres,
    today,
  );
  if (outcome.kind !== 'computed') return { lignes: [], depassees: 0 };
  const value = outcome.value.filter(({ etat }) => etat === 'proche' || etat === 'a-venir').slice(0, MOST);
  const scribe = createScribe('echeances', today, vocabulary, lang);
  const depassees = outcome.value.filter(({ code, etat }) => etat === 'depassee' && isMission(code, profil)).length;
  const lignes = value.flatMap((echeance) => {
    const { statut } = echeance;
    const [ligne] = describeEcheances({ ...outcome, value: [echeance] }, scribe).aVenir;
    return ligne ? [{ ...ligne, statut: scribe.phrase(`statut-${statut}`) }] : [];
  });
  return { lignes, depassees };
}

/** Deadlines of the missions of a contract are met or not; the others only go by. */
function isMission(code: string, { missions }: Profil): boolean {
  return Object.keys(missions).some((mission) => code.startsWith(`${mission}:`));
}
