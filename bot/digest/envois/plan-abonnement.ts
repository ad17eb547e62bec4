import { toMessageId } from '#bot/slack/outgoing/to-message-id.ts';
import type { Abonnement, EnvoiPrevu, Plan } from '#bot/store/ports/digests.ts';
import { addDays, type CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Abonne, type Envoi, type Jours, planJour } from '../calendrier/plan-jour.ts';
import { toInstant, toJourLocal } from '../calendrier/to-instant.ts';

/** Why something is given up as soon as it is planned. */
export const TROP_ANCIEN = 'trop-ancien';

/**
 * All that has come due for a channel since it was last planned, each day of its time zone once.
 * What a later period of the same kind has overtaken is too old: it is told as given up, and never sent.
 * @param now milliseconds since 1970
 */
export function planAbonnement(
  team: string,
  { prochainJour, channel, reglages }: Pick<Abonnement, 'prochainJour' | 'channel' | 'reglages'>,
  communautes: Abonne['communautes'],
  jours: Jours,
  now: number,
): Plan {
  const { heure, fuseau } = reglages;
  const abonne: Abonne = { channel, reglages, communautes };
  const envois: EnvoiPrevu[] = [];
  let jour = prochainJour;
  let moment = toInstant(jour, heure, fuseau);
  for (; moment <= now; jour = addDays(jour, 1), moment = toInstant(jour, heure, fuseau)) {
    for (const envoi of planJour(abonne, jour, jours)) {
      envois.push({ ...envoi, id: toEnvoiId(team, envoi), channel, jour, dueAt: moment });
    }
  }
  const dernier = addDays(jour, -1);
  const lastDigest = envois.findLast(({ kind }) => kind === 'digest');
  return {
    depuis: prochainJour,
    envois: envois.map((envoi) => {
      const isLast = envoi.kind === 'digest' ? envoi === lastDigest : envoi.jour === dernier;
      return isLast ? envoi : { ...envoi, raison: TROP_ANCIEN };
    }),
    prochainJour: jour,
    prochainAt: moment,
  };
}

/** From when a subscription made now is planned: the first day whose hour is still to come. */
export function findPremierJour(
  { heure, fuseau }: Pick<Abonnement['reglages'], 'heure' | 'fuseau'>,
  now: number,
): { readonly prochainJour: CalendarDate; readonly prochainAt: number } {
  const today = toJourLocal(now, fuseau);
  const moment = toInstant(today, heure, fuseau);
  if (moment > now) return { prochainJour: today, prochainAt: moment };
  const demain = addDays(today, 1);
  return { prochainJour: demain, prochainAt: toInstant(demain, heure, fuseau) };
}

/** The same for every process and every try. */
function toEnvoiId(team: string, { kind, communaute, destination, periode }: Envoi): string {
  return toMessageId('digest', team, kind, communaute, destination, periode);
}
