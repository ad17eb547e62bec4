import { type OutgoingObject, toPlainText } from '#bot/slack/outgoing/outgoing.ts';
import type { Delivery } from '#bot/slack/render/render-delivery.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { listValues } from '#tools/outcome.ts';
import type { Parole } from '../parler.ts';
import { addActions, renderMessages } from '../render-messages.ts';
import { computeDemande } from './compute-demande.ts';
import { type Demande, renderDemande } from './demande.ts';
import { toFinancementParts } from './financement-parts.ts';

/** Names of the clicks under an estimate. */
export const ESTIMATION_ACTIONS = {
  partager: 'estimation-partager',
  comparer: 'estimation-comparer',
  detail: 'estimation-detail',
  image: 'estimation-image',
  enregistrer: 'estimation-enregistrer',
  pdf: 'estimation-pdf',
  csv: 'estimation-csv',
  modifier: 'estimation-modifier',
} as const;

/** An estimate as the asker sees it, with what can be done of it. */
export function renderResultat(demande: Demande, notes: readonly LicensedText[], parole: Parole): Delivery {
  const { delivery, isComputed } = renderEstimation(demande, notes, parole);
  const value = renderDemande(demande);
  if (value === undefined) return delivery;
  const names = (Object.keys(ESTIMATION_ACTIONS) as (keyof typeof ESTIMATION_ACTIONS)[]).filter(
    // Without a result, there is only something to change.
    (name) => isComputed || name === 'modifier',
  );
  return addActions(
    delivery,
    names.map((name) => renderButton(name, value, parole)),
  );
}

/** An estimate as anybody may read it. */
export function renderEstimation(
  demande: Demande,
  notes: readonly LicensedText[],
  parole: Parole,
): { readonly delivery: Delivery; readonly isComputed: boolean } {
  const outcome = computeDemande(demande, parole.referentiel.parametres);
  const delivery = renderMessages(toFinancementParts(outcome, notes, parole), parole);
  return { delivery, isComputed: listValues(outcome).length > 0 };
}

const LABELS = {
  partager: 'slack-partager',
  comparer: 'commandes-comparer',
  detail: 'commandes-detail',
  image: 'image-bouton',
  enregistrer: 'commandes-enregistrer',
  pdf: 'commandes-telecharger-pdf',
  csv: 'commandes-telecharger-csv',
  modifier: 'commandes-modifier',
} as const;

function renderButton(name: keyof typeof ESTIMATION_ACTIONS, value: string, { say }: Parole): OutgoingObject {
  return { type: 'button', action_id: ESTIMATION_ACTIONS[name], text: toPlainText(say(LABELS[name])), value };
}
