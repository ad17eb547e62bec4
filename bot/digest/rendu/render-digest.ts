import type { Rubrique } from '#bot/render/render-text.ts';
import type { Scribe } from '#bot/render/scribe.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Nouveautes } from '#tools/nouveautes/list-nouveautes.ts';
import type { Digest, DigestCommunaute } from '../contenu/digest.ts';
import {
  tellDifference,
  tellEcheance,
  tellEcheanceChangee,
  tellEstimation,
  tellPassages,
  tellTexte,
  tellVersement,
  toNomDonne,
} from './tell-lignes.ts';

/** The parts of a digest in reading order; each surface lays them out its own way. */
export type DigestParts = {
  readonly titre: LicensedText;
  /** How far the digest looks, and since when. */
  readonly portee: LicensedText;
  readonly communautes: readonly { readonly nom: LicensedText; readonly rubriques: readonly Rubrique[] }[];
  /** What is new in the texts, for everybody. */
  readonly droit: readonly Rubrique[];
  readonly pied: readonly LicensedText[];
};

/** Lines of a list of news that are shown; a corpus put up to date may bring hundreds. */
const NOUVEAUTES_MAX = 10;

/** A digest in the language of its scribe, its figures at their places. */
export function renderDigest(digest: Digest, scribe: Scribe): DigestParts {
  const { asOf, depuis, horizonJours, communautes, nouveautes, rienADire } = digest;
  const jours = { kind: 'duree', valeur: horizonJours, unite: 'jours' } as const;
  const portee = depuis
    ? scribe.phrase('digest-portee', { jours, depuis: { kind: 'date', date: depuis } })
    : scribe.phrase('digest-portee-premier', { jours });
  return {
    titre: scribe.phrase('digest-titre', { asOf: { kind: 'date', date: asOf } }),
    portee,
    communautes: communautes.map((communaute) => ({
      nom: scribe.phrase('digest-communaute', { nom: toNomDonne(communaute.nom) }),
      rubriques: renderCommunaute(communaute, scribe),
    })),
    droit: renderNouveautes(nouveautes, scribe),
    pied: [...(rienADire ? [scribe.phrase('digest-rien')] : []), scribe.phrase('digest-note')],
  };
}

function renderCommunaute(communaute: DigestCommunaute, scribe: Scribe): readonly Rubrique[] {
  const { depassees, aVenir, versements, estimations, echeancesChangees, manques } = communaute;
  const isNear = versements.some(({ dansHorizon }) => dansHorizon);
  return listFilled([
    { titre: scribe.phrase('digest-depassees'), lignes: depassees.map((one) => tellEcheance(one, scribe)) },
    { titre: scribe.phrase('digest-a-venir'), lignes: aVenir.map((one) => tellEcheance(one, scribe)) },
    {
      titre: scribe.phrase(isNear ? 'digest-versements' : 'digest-versement-suivant'),
      lignes: versements.map((one) => tellVersement(one, scribe)),
    },
    {
      titre: scribe.phrase('digest-changements'),
      lignes: [
        ...estimations.flatMap((one) => tellEstimation(one, scribe)),
        ...echeancesChangees.map((one) => tellEcheanceChangee(one, scribe)),
      ],
    },
    { titre: scribe.phrase('digest-manques'), lignes: manques.map(({ code, args }) => scribe.phrase(code, args)) },
  ]);
}

function renderNouveautes({ textes, passages, regles }: Nouveautes, scribe: Scribe): readonly Rubrique[] {
  const news = textes.filter(({ nature }) => nature !== 'verifie');
  const checked = textes.length - news.length;
  const nombre = { kind: 'nombre', valeur: checked } as const;
  return listFilled([
    {
      titre: scribe.phrase('digest-textes'),
      lignes: [
        ...shorten(news, (one) => tellTexte(one, scribe), scribe),
        ...(checked === 0 ? [] : [scribe.phrase('digest-textes-verifies', { nombre })]),
      ],
    },
    { titre: scribe.phrase('digest-regles'), lignes: shorten(regles, (one) => tellDifference(one, scribe), scribe) },
    { titre: scribe.phrase('digest-passages'), lignes: shorten(tellPassages(passages, scribe), (one) => one, scribe) },
  ]);
}

/** The first ones, and how many others there are. */
function shorten<T>(all: readonly T[], tell: (one: T) => LicensedText, scribe: Scribe): readonly LicensedText[] {
  const others = all.length - NOUVEAUTES_MAX;
  const told = all.slice(0, NOUVEAUTES_MAX).map(tell);
  return others > 0
    ? [...told, scribe.phrase('digest-et-autres', { nombre: { kind: 'nombre', valeur: others } })]
    : told;
}

function listFilled(rubriques: readonly Rubrique[]): readonly Rubrique[] {
  return rubriques.filter(({ lignes }) => lignes.length > 0);
}
