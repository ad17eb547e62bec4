import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { Cote } from '#tools/comparaison/comparaison.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import type { Scribe } from './scribe.ts';

/**
 * A side of a comparison in a few words: « taille 1, règles au 30 mars 2022 ».
 * @param jourDeDroit day whose law the side follows: that of its contract year, when it has one
 */
export function tellCote({ texte, entree }: Cote, jourDeDroit: CalendarDate, scribe: Scribe): LicensedText {
  const { population, taille, signature, renouvellement, annee, membres, missions } = entree;
  const jour = { jour: { kind: 'date', date: jourDeDroit } } as const;
  const size = taille === undefined ? null : ({ kind: 'taille', numero: toNumeroTaille(taille) } as const);
  const rang = typeof annee === 'number' ? ({ kind: 'nombre', valeur: annee, unite: 'annee-contrat' } as const) : null;
  const parts: (LicensedText | null)[] = [
    texte?.kind === 'proposition' ? scribe.phrase('comparaison-cote-proposition', jour) : null,
    texte?.kind === 'texte' ? scribe.phrase('cli-texte', { texte: { kind: 'texte', id: texte.texte.id } }) : null,
    population === undefined
      ? null
      : scribe.phrase('comparaison-cote-population', { population: { kind: 'population', habitants: population } }),
    size && scribe.phrase('comparaison-cote-taille', { taille: size }),
    size === null && population === undefined ? scribe.phrase('comparaison-cote-toutes') : null,
    toJour('comparaison-cote-signature', signature, scribe),
    toJour('comparaison-cote-renouvellement', renouvellement, scribe),
    rang && scribe.phrase('comparaison-cote-annee', { annee: rang }),
    membres === undefined
      ? null
      : scribe.phrase('comparaison-cote-membres', { membres: { kind: 'nombre', valeur: membres, unite: 'membres' } }),
    ...missions.map(({ code }) => scribe.phrase('comparaison-cote-mission', { mission: { kind: 'mission', code } })),
    texte?.kind === 'proposition' || texte?.kind === 'absent' ? null : scribe.phrase('comparaison-cote-jour', jour),
  ];
  return joinLicensed(
    parts.filter((part) => part !== null),
    ', ',
  );
}

function toJour(code: string, date: CalendarDate | undefined, scribe: Scribe): LicensedText | null {
  return date === undefined ? null : scribe.phrase(code, { jour: { kind: 'date', date } });
}
