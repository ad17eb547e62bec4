import { seal } from '#bot/gate.ts';
import type { Referentiel } from '#bot/render/referentiel.ts';
import { renderDifferenceJson } from '#bot/render/render-comparaison-json.ts';
import { renderEcheanceJson } from '#bot/render/render-echeances-json.ts';
import { renderReferencesJson } from '#bot/render/render-references-json.ts';
import type { Scribe } from '#bot/render/scribe.ts';
import { toEuros } from '#corpus/law/euros.ts';
import type { EcheanceChangee } from '#tools/nouveautes/compare-echeances.ts';
import type { Nouveautes, TexteNouveau } from '#tools/nouveautes/list-nouveautes.ts';
import type {
  Digest,
  DigestCommunaute,
  EcheanceSuivie,
  EstimationChangee,
  VersementAttendu,
} from '../contenu/digest.ts';
import { tellTexte } from './tell-lignes.ts';

/**
 * A digest as one JSON object; days are ISO strings, amounts euros. By community: `depassees` and `aVenir` as
 * `cpts echeances` writes a deadline, with `reporteAu` when its reminders were put off; `versements`; `changements`, the
 * estimates and échéances that the texts changed, `a` before and `b` after; `manques`, sentences. For all: `textes`,
 * `passages` and `regles` that are new since `depuis` (null for a first digest); `rienADire` is what silence goes by.
 */
export function renderDigestJson(digest: Digest, scribe: Scribe, referentiel: Referentiel): object {
  const { asOf, depuis, horizonJours, communautes, nouveautes, rienADire } = digest;
  return {
    kind: 'digest',
    asOf,
    depuis,
    horizon: horizonJours,
    rienADire,
    communautes: communautes.map((communaute) => renderCommunaute(communaute, scribe, referentiel)),
    ...renderNouveautes(nouveautes, scribe, referentiel),
  };
}

function renderCommunaute(communaute: DigestCommunaute, scribe: Scribe, referentiel: Referentiel): object {
  const { nom, depassees, aVenir, versements, estimations, echeancesChangees, manques } = communaute;
  return {
    nom,
    depassees: depassees.map((one) => renderEcheance(one, scribe, referentiel)),
    aVenir: aVenir.map((one) => renderEcheance(one, scribe, referentiel)),
    versements: versements.map((one) => renderVersement(one, scribe, referentiel)),
    changements: {
      estimations: estimations.flatMap((one) => renderEstimation(one, scribe, referentiel)),
      echeances: echeancesChangees.map((one) => renderEcheanceChangee(one, scribe, referentiel)),
    },
    manques: manques.map((manque) => scribe.write(manque)),
  };
}

function renderEcheance({ reporteAu, ...echeance }: EcheanceSuivie, scribe: Scribe, referentiel: Referentiel): object {
  return { ...renderEcheanceJson(echeance, scribe, referentiel), ...(reporteAu === null ? {} : { reporteAu }) };
}

function renderVersement(versement: VersementAttendu, scribe: Scribe, { corpus }: Referentiel): object {
  const { date, joursRestants, montant, label, annee, statut, confiance, references, hypothese, dansHorizon } =
    versement;
  return {
    date,
    joursRestants,
    montant: toEuros(montant),
    label: scribe.write(label, { statut, confiance, references }),
    annee,
    statut,
    confiance,
    references: renderReferencesJson(references, corpus),
    ...(hypothese.length === 0 ? {} : { hypothese: scribe.writeJoined(hypothese, ', ') }),
    dansHorizon,
  };
}

function renderEstimation(
  { nom, annees }: EstimationChangee,
  scribe: Scribe,
  { corpus }: Referentiel,
): readonly object[] {
  return annees.map(({ annees: rangs, hypothese, differences }) => ({
    nom,
    annees: rangs,
    ...(hypothese.length === 0 ? {} : { hypothese: scribe.writeJoined(hypothese, ', ') }),
    differences: differences.map((difference) => renderDifferenceJson(difference, scribe, corpus)),
  }));
}

function renderEcheanceChangee(changee: EcheanceChangee, scribe: Scribe, { corpus }: Referentiel): object {
  const { code, label, avant, apres, statut, references } = changee;
  const appui = { statut, confiance: null, references };
  const known = { code, label: scribe.write(label, appui), a: avant, b: apres, statut };
  return { ...known, references: renderReferencesJson(references, corpus) };
}

function renderNouveautes({ textes, passages, regles }: Nouveautes, scribe: Scribe, { corpus }: Referentiel): object {
  const news = textes.filter(({ nature }) => nature !== 'verifie');
  const checked = textes.filter(({ nature }) => nature === 'verifie');
  return {
    textes: news.map((one) => renderTexte(one, scribe)),
    textesVerifies: checked.map(({ texte }) => texte.id),
    passages: passages.map((one) => {
      const { id, titre, texte, statut } = one.passage;
      return { passage: id, titre, texte, statut, nature: one.nature };
    }),
    regles: regles.map((difference) => renderDifferenceJson(difference, scribe, corpus)),
  };
}

function renderTexte(one: TexteNouveau, scribe: Scribe): object {
  const { texte, nature, jour } = one;
  return { texte: texte.id, nom: texte.nom, nature, jour, phrase: seal(tellTexte(one, scribe)) };
}
