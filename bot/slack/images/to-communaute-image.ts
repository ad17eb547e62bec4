import type { Communaute } from '#bot/digest/contenu/communaute.ts';
import { toEcheancesInput } from '#bot/digest/contenu/to-entrees.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Lang } from '#corpus/law/lang.ts';
import type { ImageVoulue } from './create-image-sender.ts';

/** The calendar of a community, with what buttons have marked as done. */
export function toCommunauteImage(
  communaute: Pick<Communaute, 'profil' | 'marques'>,
  asOf: CalendarDate,
  lang: Lang,
): ImageVoulue {
  const { missions, ...contrat } = toEcheancesInput(communaute);
  return { genre: 'calendrier', sujet: { nom: communaute.profil.nom, contrat, missions }, asOf, lang };
}
