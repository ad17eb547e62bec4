import type { Profil } from '#bot/answer/profil.ts';
import type { Vocabulary } from '#bot/answer/render-message.ts';
import { listMissionsProfil } from '#bot/commands/options/read-missions.ts';
import { describeEcheances, type LigneEcheance } from '#bot/render/describe-echeances.ts';
import { createScribe } from '#bot/render/scribe.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Lang } from '#corpus/law/lang.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { computeEcheances } from '#tools/echeances/compute-echeances.ts';

/** Deadlines that the home tells of each community. */
const MOST = 3;

/** The next deadlines of a community, and how many are past without being said to be done; none without a signature. */
export type Prochaines = { readonly lignes: readonly LigneEcheance[]; readonly depassees: number };

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
  const depassees = outcome.value.filter(({ code, etat }) => etat === 'depassee' && isMission(code, parametres)).length;
  return { lignes: describeEcheances({ ...outcome, value }, scribe).aVenir, depassees };
}

/** Deadlines of a mission are met or not; the others only go by. */
function isMission(code: string, { missions }: Parametres): boolean {
  return missions.missions.some((mission) => code.startsWith(`${mission.code}:`));
}
