import type { BlocBareme, VoletBareme } from '#corpus/law/bareme.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import { findValueAt, type MissionCode, type TailleCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { type Reference, TexteId, toTexteNomme } from '#corpus/law/reference.ts';
import type { Confiance } from '#corpus/law/statut.ts';

/** An amount that the overlay gives on a day, in euro cents; `null` when it says that it is not known. */
export type TrouveDansBareme = {
  readonly montant: Centimes | null;
  readonly confiance: Confiance;
  readonly reference: Reference;
  readonly bloc: BlocBareme;
};

/**
 * Amount of a part of a mission that the overlay gives on a day.
 * @returns undefined when the overlay says nothing of it for the text in force that day
 * @legal official tables of the ACI CPTS and of its avenants, as an administrator read them
 */
export function findMontantBareme(
  place: { readonly taille: TailleCode; readonly mission: MissionCode; readonly volet: VoletBareme },
  parametres: Parametres,
  jour: CalendarDate,
): TrouveDansBareme | undefined {
  const { taille, mission, volet } = place;
  const debut = findValueAt(parametres.montantsMissions.valeurs, jour)?.depuis;
  return findLast(({ montants }) => montants[taille]?.[mission]?.[volet], debut, parametres, jour);
}

/**
 * Yearly ceiling that the overlay gives for a size on a day.
 * @returns undefined when the overlay says nothing of it for the text in force that day
 * @legal official tables of the ACI CPTS and of its avenants, as an administrator read them
 */
export function findPlafondBareme(
  taille: TailleCode,
  parametres: Parametres,
  jour: CalendarDate,
): TrouveDansBareme | undefined {
  const debut = findValueAt(parametres.plafonds.valeurs, jour)?.depuis;
  return findLast(({ plafonds }) => plafonds[taille], debut, parametres, jour);
}

/**
 * What is said wherever an amount of the overlay is used.
 * @legal none: names the file that the amount comes from
 */
export function listHypothesesBareme({ bareme }: Reference): readonly Message[] {
  if (bareme === undefined) return [];
  return [toMessage('bareme-fourni', { fichier: { kind: 'donnee', fr: bareme.fichier, en: bareme.fichier } })];
}

/** The last block of the text in force that speaks of it: amounts read in an older text do not outlive it. */
function findLast(
  take: (bloc: BlocBareme) => Centimes | null | undefined,
  debut: CalendarDate | undefined,
  { bareme }: Parametres,
  jour: CalendarDate,
): TrouveDansBareme | undefined {
  if (bareme === undefined || debut === undefined) return undefined;
  const speaking = bareme.blocs.filter(
    (bloc) => bloc.depuis >= debut && bloc.depuis <= jour && take(bloc) !== undefined,
  );
  const last = speaking.at(-1);
  if (last === undefined) return undefined;
  // Of several blocks of one day, the one that gives an amount.
  const sameDay = speaking.filter(({ depuis }) => depuis === last.depuis);
  const bloc = sameDay.find((candidate) => take(candidate) !== null) ?? last;
  const confiance = bloc.reference.confiance ?? 'O';
  return { montant: take(bloc) ?? null, confiance, reference: toReference(bloc, bareme.fichier), bloc };
}

function toReference({ reference, depuis }: BlocBareme, fichier: string): Reference {
  const { texte, titre, article, lu, luLe } = reference;
  const named = TexteId.safeParse(texte);
  return {
    texte: named.success ? named.data : toTexteNomme(titre ?? texte ?? ''),
    ...(article ? { article } : {}),
    refs: [],
    bareme: { fichier, ou: lu ?? '', le: luLe ?? depuis },
  };
}
