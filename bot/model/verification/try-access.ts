import { toDonnee, toMessage } from '#corpus/law/message.ts';
import type { ModelError, ModelFault } from '../model-error.ts';
import { attempt } from './attempt.ts';
import type { Endpoint } from './endpoint.ts';
import type { Essai, NomEssai } from './verification.ts';

/** Faults that say that nobody is there: what follows would fail in the same way, slowly. */
const NOBODY: ReadonlySet<ModelFault> = new Set(['INJOIGNABLE', 'CERTIFICAT', 'DELAI']);

/** Faults after which the endpoint itself has answered. */
const ANSWERED: ReadonlySet<ModelFault> = new Set(['CLE', 'INCONNU', 'ENCOMBRE', 'REFUS']);

/** Models named at most, when the one asked for is not among them. */
const MOST_MODELS = 10;

const PHRASE = 'Dites bonjour en un mot.';

/** Tries the address, the key, the model and a sentence: each failure is told once, where it can be mended. */
export async function tryAccess({ model, listModels }: Endpoint, now: () => number): Promise<readonly Essai[]> {
  let known: readonly string[] = [];
  const liste = await attempt('adresse', now, async (signal) => {
    known = await listModels(signal);
    return undefined;
  });
  const listFault = findError(liste);
  if (listFault && NOBODY.has(listFault.fault)) return [liste, ...toUntried('cle', 'modele', 'texte')];
  const texte = await attempt('texte', now, async (signal) => {
    const words = await model.say(PHRASE, { signal });
    return words.trim() === '' ? { probleme: toMessage('modele-sans-mots') } : undefined;
  });
  const error = findError(texte);
  if (error === undefined) return [toYes('adresse', liste), toYes('cle', texte), toYes('modele', texte), texte];
  const isNowhere = error.fault === 'INCONNU' && listFault?.fault === 'INCONNU';
  if (isNowhere || (listFault && !ANSWERED.has(error.fault)))
    return [{ ...texte, nom: 'adresse' }, ...toUntried('cle', 'modele', 'texte')];
  const adresse = toYes('adresse', liste);
  if (error.fault === 'CLE') return [adresse, { ...texte, nom: 'cle' }, ...toUntried('modele', 'texte')];
  const cle = toYes('cle', liste);
  if (error.fault !== 'INCONNU') return [adresse, cle, ...toUntried('modele'), texte];
  return [adresse, cle, toUnknown(texte, known), ...toUntried('texte')];
}

function toUnknown(texte: Essai, known: readonly string[]): Essai {
  if (texte.resultat !== 'non' || known.length === 0) return { ...texte, nom: 'modele' };
  const modeles = toDonnee(known.slice(0, MOST_MODELS).join(', '));
  return { nom: 'modele', resultat: 'non', ms: texte.ms, probleme: toMessage('modele-liste', { modeles }) };
}

/** What another answer shows to work too, in the same time. */
function toYes(nom: NomEssai, other: Essai): Essai {
  return { nom, resultat: 'oui', ms: other.resultat === 'non-essaye' ? 0 : other.ms };
}

function toUntried(...noms: readonly NomEssai[]): readonly Essai[] {
  return noms.map((nom) => ({ nom, resultat: 'non-essaye' }));
}

function findError(essai: Essai): ModelError | undefined {
  return essai.resultat === 'non' && 'fault' in essai.probleme ? essai.probleme : undefined;
}
