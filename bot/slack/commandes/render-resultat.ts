import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { listValues } from '#tools/outcome.ts';
import { type OutgoingObject, toPlainText } from '../outgoing/outgoing.ts';
import type { OutgoingMessage } from '../outgoing/slack-sender.ts';
import { renderBlocks } from '../render-blocks.ts';
import { computeDemande } from './compute-demande.ts';
import { type Demande, renderDemande } from './demande.ts';
import { toFinancementParts } from './financement-parts.ts';
import type { Parole } from './parler.ts';

/** Names of the clicks under an estimate. */
export const ESTIMATION_ACTIONS = {
  partager: 'estimation-partager',
  comparer: 'estimation-comparer',
  detail: 'estimation-detail',
  enregistrer: 'estimation-enregistrer',
  pdf: 'estimation-pdf',
  csv: 'estimation-csv',
  modifier: 'estimation-modifier',
} as const;

/** An estimate as the asker sees it, with what can be done of it. */
export function renderResultat(demande: Demande, notes: readonly LicensedText[], parole: Parole): OutgoingMessage {
  const { message, isComputed } = renderEstimation(demande, notes, parole);
  const value = renderDemande(demande);
  if (value === undefined) return message;
  const names = (Object.keys(ESTIMATION_ACTIONS) as (keyof typeof ESTIMATION_ACTIONS)[]).filter(
    // Without a result, there is only something to change.
    (name) => isComputed || name === 'modifier',
  );
  const elements = names.map((name) => renderButton(name, value, parole));
  return { ...message, blocks: [...message.blocks, { type: 'actions', elements }] };
}

/** An estimate as anybody may read it. */
export function renderEstimation(
  demande: Demande,
  notes: readonly LicensedText[],
  parole: Parole,
): { readonly message: OutgoingMessage; readonly isComputed: boolean } {
  const outcome = computeDemande(demande, parole.referentiel.parametres);
  const parts = toFinancementParts(outcome, notes, parole);
  const message = renderBlocks(parts, { tropLong: parole.say('commandes-trop-long') });
  return { message, isComputed: listValues(outcome).length > 0 };
}

const LABELS = {
  partager: 'slack-partager',
  comparer: 'commandes-comparer',
  detail: 'commandes-detail',
  enregistrer: 'commandes-enregistrer',
  pdf: 'commandes-telecharger-pdf',
  csv: 'commandes-telecharger-csv',
  modifier: 'commandes-modifier',
} as const;

function renderButton(name: keyof typeof ESTIMATION_ACTIONS, value: string, { say }: Parole): OutgoingObject {
  return { type: 'button', action_id: ESTIMATION_ACTIONS[name], text: toPlainText(say(LABELS[name])), value };
}
