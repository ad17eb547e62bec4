import { z } from 'zod';
import { giveImages } from '../images/give-images.ts';
import { toEcheancesImage, toEstimationImages } from '../images/to-images.ts';
import type { Delivery } from '../render/render-delivery.ts';
import type { SlackContext } from '../slack-context.ts';
import type { Clic } from './clic.ts';
import { AGENDA_ACTION, CALENDRIER_ACTION, DemandeEcheances } from './echeances.ts';
import { renderComparerForm } from './estimation/comparer.ts';
import { Demande, unpack } from './estimation/demande.ts';
import { renderDetail } from './estimation/detail.ts';
import { renderNomForm } from './estimation/enregistrer.ts';
import { renderForm } from './estimation/form-financement.ts';
import { ESTIMATION_ACTIONS } from './estimation/render-resultat.ts';
import type { NomCommande } from './lecture/commandes-donnees.ts';
import { forget, OUBLIER_ACTION } from './oublier.ts';
import type { Atelier } from './recue.ts';
import { renderTold } from './render-messages.ts';
import { PROCHE_ACTION, runCommande } from './run-commande.ts';
import { sendFichier, writeAgenda, writeEstimation } from './send-fichier.ts';
import { tellAsker } from './tell-asker.ts';
import { PAGE_ACTIONS, renderVerdictsView } from './verdicts.ts';
import { PageVoulue } from './verifier.ts';

const Proche = z.tuple([z.string(), z.string()]);

/** Does what a button asks for, but for sharing, which is kept as a work. */
export async function doClic(clic: Clic, atelier: Atelier): Promise<void> {
  switch (clic.action) {
    case PROCHE_ACTION:
      return runMeant(clic, atelier);
    case AGENDA_ACTION:
      return giveAgenda(clic, atelier);
    case CALENDRIER_ACTION:
      return giveCalendrier(clic, atelier);
    case OUBLIER_ACTION:
      return replace([await forget(clic.user, atelier.parole, atelier.context)], clic, atelier.context);
    case PAGE_ACTIONS.suivante:
    case PAGE_ACTIONS.precedente:
      return turnPage(clic, atelier);
    default:
      return doWithEstimation(clic, atelier);
  }
}

async function doWithEstimation(clic: Clic, { context, parole }: Atelier): Promise<void> {
  const demande = unpack(clic.value ?? '', Demande);
  if (!demande) return tellAsker(renderTold(parole.say('commandes-perdue')), clic, context);
  const { sender, store, team } = context;
  const { user, channel, responseUrl, triggerId } = clic;
  switch (clic.action) {
    case ESTIMATION_ACTIONS.detail:
      return void (await sender.openView(renderDetail(demande, parole), triggerId));
    case ESTIMATION_ACTIONS.image:
      return giveImages(toEstimationImages(demande, parole), clic, parole, context);
    case ESTIMATION_ACTIONS.enregistrer:
      return void (await sender.openView(renderNomForm(demande, { channel, responseUrl }, parole), triggerId));
    case ESTIMATION_ACTIONS.modifier:
      return void (await sender.openView(
        renderForm({ demande, retour: { channel, responseUrl } }, [], parole),
        triggerId,
      ));
    case ESTIMATION_ACTIONS.comparer: {
      const saved = await store.listEstimations(team);
      return void (await sender.openView(renderComparerForm(demande, saved, parole), triggerId));
    }
    default: {
      const format = clic.action === ESTIMATION_ACTIONS.csv ? 'csv' : 'pdf';
      await sendFichier(
        await writeEstimation(demande, format, parole, context),
        user,
        'commandes-fichier',
        parole,
        context,
      );
      return tellAsker(renderTold(parole.say('commandes-fichier-envoye')), clic, context);
    }
  }
}

/** The command that a misspelt one was meant to be. */
async function runMeant(clic: Clic, atelier: Atelier): Promise<void> {
  const [nom, suite] = unpack(clic.value ?? '', Proche) ?? [];
  const { user, channel, responseUrl, triggerId } = clic;
  const isKnown = nom !== undefined && nom in atelier.donnees.commandes;
  if (!isKnown || suite === undefined || channel === undefined || responseUrl === undefined) {
    return tellAsker(renderTold(atelier.parole.say('commandes-perdue')), clic, atelier.context);
  }
  const lue = { kind: 'commande', nom: nom as NomCommande, suite } as const;
  const delivery = await runCommande(lue, { user, channel, triggerId, responseUrl }, atelier);
  if (delivery) await replace(delivery, clic, atelier.context);
}

async function giveAgenda(clic: Clic, { context, parole }: Atelier): Promise<void> {
  const demande = unpack(clic.value ?? '', DemandeEcheances);
  const fichier = demande && writeAgenda(demande, parole);
  if (!fichier) return tellAsker(renderTold(parole.say(demande ? 'cli-ics-vide' : 'commandes-perdue')), clic, context);
  await sendFichier(fichier, clic.user, 'commandes-agenda-comment', parole, context);
  await tellAsker(renderTold(parole.say('commandes-agenda-envoye')), clic, context);
}

async function giveCalendrier(clic: Clic, { context, parole }: Atelier): Promise<void> {
  const demande = unpack(clic.value ?? '', DemandeEcheances);
  if (!demande) return tellAsker(renderTold(parole.say('commandes-perdue')), clic, context);
  await giveImages([toEcheancesImage(demande, parole)], clic, parole, context);
}

/** Another page of verdicts: in the window where the button stands, or in a new one. */
async function turnPage(clic: Clic, { context, parole, textes }: Atelier): Promise<void> {
  const wanted = unpack(clic.value ?? '', PageVoulue);
  const texte = wanted && textes.find(wanted.id);
  if (!wanted || !texte) return tellAsker(renderTold(parole.say('commandes-texte-perdu')), clic, context);
  const view = renderVerdictsView(texte, wanted.id, wanted.page, parole);
  if (clic.viewId === undefined) await context.sender.openView(view, clic.triggerId);
  else await context.sender.updateView(view, clic.viewId);
}

/** Puts an answer in the place of the message that held the button. */
async function replace(delivery: Delivery, clic: Clic, context: SlackContext): Promise<void> {
  const { responseUrl } = clic;
  const [first, ...others] = delivery;
  if (responseUrl === undefined) return tellAsker(delivery, clic, context);
  await context.sender.respond(responseUrl, { response_type: 'ephemeral', replace_original: true, ...first });
  const [next, ...rest] = others;
  if (next) await tellAsker([next, ...rest], clic, context);
}
