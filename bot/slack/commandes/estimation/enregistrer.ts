import { renderFinancementJson } from '#bot/render/render-financement-json.ts';
import { toInput, toTextElement } from '#bot/slack/modal/inputs.ts';
import { type OutgoingObject, toPlainText } from '#bot/slack/outgoing/outgoing.ts';
import type { SlackContext } from '#bot/slack/slack-context.ts';
import { toLetters } from '#bot/slack/to-letters.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Parole } from '../parler.ts';
import { computeDemande } from './compute-demande.ts';
import { type Demande, pack } from './demande.ts';
import type { Retour } from './form-financement.ts';

/** Name of the form that names an estimate, and of its field. */
export const NOM_VIEW = 'estimation-nom';
export const NOM_CHAMP = 'nom';
/** Longest name, in characters: it stands on one line of a list. */
export const NOM_LONGEST = 80;

/** The form that names an estimate before it is kept. */
export function renderNomForm(demande: Demande, retour: Retour, { say }: Parole): OutgoingObject {
  return {
    type: 'modal',
    callback_id: NOM_VIEW,
    private_metadata: pack({ demande, retour }),
    title: toPlainText(say('commandes-enregistrer-titre')),
    submit: toPlainText(say('commandes-enregistrer-titre')),
    close: toPlainText(say('commandes-annuler')),
    blocks: [
      toInput(
        { champ: NOM_CHAMP, label: say('commandes-nom'), hint: say('commandes-nom-aide'), optional: false },
        toTextElement(demande.nom === undefined ? undefined : toEcho(demande.nom.slice(0, NOM_LONGEST))),
      ),
    ],
  };
}

/**
 * Keeps an estimate under a name, once for a form however often it is sent.
 * @param viewId the form that was sent
 */
export async function saveEstimation(
  demande: Demande,
  nom: string,
  { user, viewId }: { readonly user: string; readonly viewId: string },
  { referentiel }: Parole,
  { store, team, now }: SlackContext,
): Promise<void> {
  const outcome = computeDemande(demande, referentiel.parametres);
  const { profilId } = demande;
  const known = profilId === undefined ? undefined : await store.readProfil(team, profilId);
  await store.saveEstimation(team, {
    id: toLetters(viewId, 16),
    nom,
    // A profile that was deleted since leaves the estimate by itself.
    ...(known ? { profilId: known.id } : {}),
    asOf: demande.asOf,
    input: JSON.stringify(demande),
    outcome: JSON.stringify(renderFinancementJson(outcome, referentiel)),
    savedBy: user,
    savedAt: now(),
  });
}

function toEcho(text: string): LicensedText {
  const origin = { type: 'profile', field: 'nom' } as const;
  return [
    { text, value: text, unit: 'identifiant', label: 'nom', origin, statut: null, confiance: null, references: [] },
  ];
}
