import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { DeuxEtats, EtatConnu } from '#tools/nouveautes/etat-connu.ts';
import { listNouveautes, type Nouveautes } from '#tools/nouveautes/list-nouveautes.ts';
import type { Communaute } from './communaute.ts';
import { computeCommunaute } from './compute-communaute.ts';
import type { Digest, DigestCommunaute } from './digest.ts';

/** What a digest is made from. */
export type DigestInput = {
  readonly communautes: readonly Communaute[];
  readonly horizonJours: number;
  /** What the law is known to be, and the day of the digest. */
  readonly etat: EtatConnu;
  /** What the former digest knew, with its day, and what has come since; null for the first. */
  readonly etats: DeuxEtats | null;
  /** Échéances, by community and code, that are told whatever the horizon: a digest stands for the day's reminders. */
  readonly rappelees?: ReadonlyMap<string, ReadonlySet<string>>;
};

const RIEN_DE_NEUF: Nouveautes = { textes: [], passages: [], regles: [] };

/** The content of a digest: what is late, what comes, what will be paid, what the texts have changed and for whom. */
export function computeDigest({ communautes, horizonJours, etat, etats, rappelees }: DigestInput): Digest {
  const asOf: CalendarDate = etat.jour;
  const told = communautes.map((communaute) =>
    computeCommunaute(communaute, {
      etat,
      etats,
      horizonJours,
      rappelees: rappelees?.get(communaute.id) ?? new Set(),
    }),
  );
  const nouveautes = etats === null ? RIEN_DE_NEUF : keepOwn(listNouveautes(etats), told);
  return {
    asOf,
    depuis: etats?.avant.jour ?? null,
    horizonJours,
    communautes: told,
    nouveautes,
    rienADire: told.every(isSilent) && !hasNews(nouveautes),
  };
}

/** Values of sizes that no community followed is of are left out, when the size of each is known. */
function keepOwn(nouveautes: Nouveautes, told: readonly DigestCommunaute[]): Nouveautes {
  if (told.some(({ tailles }) => tailles.length === 0)) return nouveautes;
  const tailles = new Set(told.flatMap((communaute) => communaute.tailles));
  const regles = nouveautes.regles.filter(({ taille }) => taille === null || tailles.has(taille));
  return { ...nouveautes, regles };
}

/** A next payment beyond the horizon and a gap of the profile are told beside the rest, and are no news. */
function isSilent({ depassees, aVenir, versements, estimations, echeancesChangees }: DigestCommunaute): boolean {
  const lists = [
    depassees,
    aVenir,
    versements.filter(({ dansHorizon }) => dansHorizon),
    estimations,
    echeancesChangees,
  ];
  return lists.every((list) => list.length === 0);
}

/** A text that was only looked at again is no news. */
function hasNews({ textes, passages, regles }: Nouveautes): boolean {
  return textes.some(({ nature }) => nature !== 'verifie') || passages.length > 0 || regles.length > 0;
}
