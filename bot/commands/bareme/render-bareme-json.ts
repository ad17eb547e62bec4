import type { Referentiel } from '#bot/render/referentiel.ts';
import { renderReferencesJson } from '#bot/render/render-references-json.ts';
import type { Scribe } from '#bot/render/scribe.ts';
import { type Centimes, toEuros } from '#corpus/law/euros.ts';
import type { ResultatsTaille } from '#tools/bareme/compare-effets.ts';
import type { Cellule } from '#tools/bareme/list-cellules.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import type { PlacedMessage } from './load-bareme.ts';
import type { VerdictBareme } from './verdict-bareme.ts';

/** An overlay that can be used, as one JSON object; amounts in euros. */
export function renderBaremeJson(verdict: VerdictBareme, scribe: Scribe, { corpus }: Referentiel): object {
  const { fichier, remplies, vides, sommes, effets, avertissements } = verdict;
  return {
    valide: true,
    fichier,
    problemes: [],
    avertissements: avertissements.map((message) => renderPlaced(message, scribe)),
    remplies: remplies.map(({ cellule, trouve: { montant, bloc, confiance, reference } }) => ({
      ...renderCellule(cellule),
      depuis: bloc.depuis,
      montant: toEurosOrNull(montant),
      confiance,
      references: renderReferencesJson([reference], corpus),
    })),
    vides: vides.map(renderCellule),
    sommes: sommes.map(({ jour, taille, fonctionnement, missions, somme, crise, manquants, plafond }) => ({
      jour,
      taille: toNumeroTaille(taille),
      fonctionnement: toEurosOrNull(fonctionnement),
      missions: toEuros(missions),
      somme: toEuros(somme),
      complete: manquants === 0,
      siCriseReconnue: toEuros(crise),
      plafond: toEurosOrNull(plafond),
    })),
    effets: effets.map(({ jour, taille, avant, apres }) => ({
      jour,
      taille: toNumeroTaille(taille),
      avant: renderResultats(avant),
      apres: renderResultats(apres),
    })),
  };
}

/** An overlay that is refused, as one JSON object: everything to correct, with its line and column. */
export function renderBaremeRefusedJson(fichier: string, problems: readonly PlacedMessage[], scribe: Scribe): object {
  return { valide: false, fichier, problemes: problems.map((problem) => renderPlaced(problem, scribe)) };
}

function renderPlaced({ place, message }: PlacedMessage, scribe: Scribe): object {
  return { ligne: place?.ligne ?? null, colonne: place?.colonne ?? null, message: scribe.write(message) };
}

function renderCellule({ depuis, taille, mission, volet }: Cellule) {
  return { depuis, taille: toNumeroTaille(taille), mission, volet };
}

function renderResultats({ total, estimation, maximum, plafond }: ResultatsTaille): object {
  return {
    total: toEurosOrNull(total),
    estimation: toEurosOrNull(estimation),
    maximum: toEurosOrNull(maximum),
    plafond: toEurosOrNull(plafond),
  };
}

function toEurosOrNull(montant: Centimes | null): number | null {
  return montant === null ? null : toEuros(montant);
}
