import type { Message } from '#corpus/law/message.ts';
import type { ModelError } from '../model-error.ts';

/** What is tried of an endpoint, in order. */
export type NomEssai = 'adresse' | 'cle' | 'modele' | 'texte' | 'outils' | 'brouillon' | 'flux' | 'vecteurs';

/** One thing that was tried. */
export type Essai = { readonly nom: NomEssai } & (
  | { readonly resultat: 'oui'; readonly ms: number; readonly precision?: Message | undefined }
  | { readonly resultat: 'non'; readonly ms: number; readonly probleme: ModelError | Message }
  | { readonly resultat: 'non-essaye' }
);

/** What an endpoint can do for the bot. */
export type Verification = {
  readonly essais: readonly Essai[];
  /** What the bot will do with the model. */
  readonly usage: 'complet' | 'sans-outils' | 'inutilisable';
};
