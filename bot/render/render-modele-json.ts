import type { ModelSettings } from '../model/find-model-settings.ts';
import { ModelError } from '../model/model-error.ts';
import type { Essai, Verification } from '../model/verification/verification.ts';
import type { Scribe } from './scribe.ts';

/** The verification of a model as JSON; times in milliseconds, the key left out. */
export function renderModeleJson({ essais, usage }: Verification, settings: ModelSettings, scribe: Scribe) {
  return {
    adresse: settings.baseUrl,
    modele: settings.model,
    modeleDeVecteurs: settings.embeddingModel ?? null,
    usage,
    essais: essais.map((essai) => renderEssai(essai, scribe)),
  };
}

function renderEssai(essai: Essai, scribe: Scribe) {
  const { nom, resultat } = essai;
  if (resultat === 'non-essaye') return { nom, resultat };
  if (resultat === 'non') {
    const { probleme } = essai;
    if (probleme instanceof ModelError)
      return { nom, resultat, ms: essai.ms, code: probleme.code, texte: probleme.message, remede: probleme.remedy };
    return { nom, resultat, ms: essai.ms, texte: scribe.write(probleme) };
  }
  return { nom, resultat, ms: essai.ms, ...(essai.precision ? { texte: scribe.write(essai.precision) } : {}) };
}
