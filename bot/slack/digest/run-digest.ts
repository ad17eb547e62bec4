import type { CalendrierDonnees } from '#bot/digest/calendrier/calendrier-donnees.ts';
import { listEnvois } from '#bot/digest/calendrier/list-envois.ts';
import { loadCalendrierDonnees, loadJours } from '#bot/digest/calendrier/load-calendrier.ts';
import type { Reglages } from '#bot/digest/calendrier/reglages.ts';
import { toJourLocal } from '#bot/digest/calendrier/to-instant.ts';
import { computeDigest } from '#bot/digest/contenu/compute-digest.ts';
import { toEtatConnu } from '#bot/digest/contenu/to-etat-connu.ts';
import { findPremierJour } from '#bot/digest/envois/plan-abonnement.ts';
import { createScribe } from '#bot/render/scribe.ts';
import { addDays, type CalendarDate } from '#corpus/law/calendar-date.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { toDonnee, toMessage } from '#corpus/law/message.ts';
import { pack } from '../commandes/estimation/demande.ts';
import type { Parole } from '../commandes/parler.ts';
import type { CommandeRecue } from '../commandes/recue.ts';
import { renderLost } from '../modal/render-lost.ts';
import { openSaisie, type Values } from '../modal/saisie.ts';
import { type OutgoingObject, toPlainText, toVisible } from '../outgoing/outgoing.ts';
import { renderSentence } from '../render/render-blocks.ts';
import type { SlackContext } from '../slack-context.ts';
import { loadCommunautes } from './load-communautes.ts';
import { parsePorte, readReglages, renderReglagesForm } from './reglages-form.ts';
import { renderDigestMessage } from './render-digest-message.ts';

/** Name of the preview of a digest, which subscribes when it is sent. */
export const APERCU_VIEW = 'digest-apercu';

/** A form of a digest that somebody sent. */
export type DigestSent = { readonly metadata: string; readonly user: string; readonly values: Values };

/** Opens the form of the digest of a channel. */
export async function openDigest(
  { user, channel: place, triggerId }: Pick<CommandeRecue, 'user' | 'channel' | 'triggerId'>,
  parole: Parole,
  context: SlackContext,
): Promise<void> {
  const { store, team, sender } = context;
  // Asked from outside of a channel, it is offered for her own conversation.
  const channel = place ?? (await sender.openIm(user));
  const [abonnements, fuseau] = await Promise.all([store.listAbonnements(team), context.findZone(user)]);
  const shown = {
    channel,
    fuseau,
    abonnement: abonnements.find((one) => one.channel === channel),
    abonnes: abonnements.map((one) => one.channel).filter((one) => one.startsWith('C')),
  };
  await sender.openView(renderReglagesForm(shown, loadCalendrierDonnees(), parole), triggerId);
}

/** Reads the form: what is wrong under each field, or the digest as it would be today. */
export async function submitReglages(sent: DigestSent, parole: Parole, context: SlackContext): Promise<OutgoingObject> {
  const porte = parsePorte(sent.metadata);
  if (!porte) return renderLost(parole.say);
  const donnees = loadCalendrierDonnees();
  const lus = readReglages(openSaisie(sent.values), porte.channel, donnees);
  if (lus.kind === 'problems') {
    const told = lus.problems.map(({ champ, message }) => [champ, toVisible(parole.say(message.code, message.args))]);
    return { response_action: 'errors', errors: Object.fromEntries(told) };
  }
  const { channel, reglages } = lus;
  const communautes = await loadCommunautes(channel, context);
  if (communautes.length === 0) {
    const { code } = toMessage('digest-canal-sans-profil');
    return { response_action: 'errors', errors: { canal: toVisible(parole.say(code)) } };
  }
  const view = await renderApercu(channel, reglages, donnees, parole, context);
  return { response_action: 'update', view };
}

/** Keeps what was chosen. */
export async function submitApercu(sent: DigestSent, parole: Parole, context: SlackContext): Promise<OutgoingObject> {
  const { channel, reglages } = parsePorte(sent.metadata) ?? {};
  if (channel === undefined || reglages === undefined) return renderLost(parole.say);
  const { store, team, now } = context;
  const abonnement = { channel, reglages, savedBy: sent.user, ...findPremierJour(reglages, now()) };
  await store.saveAbonnement(team, abonnement, now());
  return { response_action: 'update', view: renderDit(parole.say('digest-abonnement-note'), parole) };
}

/** Stops the digest of a channel, and says so in the place of its form. */
export async function stopDigest(
  { value, user, viewId }: { readonly value: string; readonly user: string; readonly viewId: string },
  parole: Parole,
  { store, team, now, sender }: SlackContext,
): Promise<void> {
  const porte = parsePorte(value);
  if (porte) await store.deleteAbonnement(team, porte.channel, user, now());
  await sender.updateView(renderDit(parole.say(porte ? 'digest-arrete' : 'agent-bouton-perdu'), parole), viewId);
}

async function renderApercu(
  channel: string,
  reglages: Reglages,
  donnees: CalendrierDonnees,
  parole: Parole,
  context: SlackContext,
): Promise<OutgoingObject> {
  const { assembly, now } = context;
  const { corpus, parametres, pipeline } = assembly;
  const asOf = toJourLocal(now(), reglages.fuseau);
  const communautes = await loadCommunautes(channel, context);
  const etat = toEtatConnu(corpus, parametres, asOf);
  const digest = computeDigest({ communautes, horizonJours: reglages.horizonJours, etat, etats: null });
  const scribe = createScribe('digest', asOf, pipeline.vocabulary, reglages.langue);
  const { blocks } = renderDigestMessage(digest, [], scribe);
  // A preview is looked at: its buttons would act on the profile.
  const shown = blocks.filter(({ type }) => type !== 'actions');
  return {
    type: 'modal',
    callback_id: APERCU_VIEW,
    private_metadata: pack({ channel, reglages }),
    title: toPlainText(parole.say('digest-apercu')),
    submit: toPlainText(parole.say('digest-sabonner')),
    close: toPlainText(parole.say('commandes-annuler')),
    blocks: [...(await renderQuand(reglages, now(), donnees, parole)), ...shown],
  };
}

/** When the first digest comes, and what is done of the days off. */
async function renderQuand(
  reglages: Reglages,
  now: number,
  { regions, reports }: CalendrierDonnees,
  { say }: Parole,
): Promise<readonly OutgoingObject[]> {
  const { prochainJour: du } = findPremierJour(reglages, now);
  const jours = await loadJours({ regions, reports } as CalendrierDonnees);
  const [next] = listEnvois({ channel: '', reglages, communautes: [] }, { du, au: addDays(du, HORIZON) }, jours);
  const region = regions[reglages.region];
  const politique = { region: { kind: 'donnee', fr: region?.fr ?? '', en: region?.en ?? '' } } as const;
  const lines = [...(next ? [tellPremier(next.jour, reglages, say)] : []), say('digest-politique', politique)];
  return lines.map((line) => ({ type: 'section', text: toPlainText(line) }));
}

/** A digest comes once a month at least. */
const HORIZON = 45;

function tellPremier(jour: CalendarDate, { heure, fuseau }: Reglages, say: Parole['say']): LicensedText {
  return say('digest-premier', {
    jour: { kind: 'date', date: jour },
    heure: toDonnee(heure),
    fuseau: toDonnee(fuseau),
  });
}

function renderDit(sentence: LicensedText, { say }: Parole): OutgoingObject {
  return {
    type: 'modal',
    title: toPlainText(say('digest-formulaire')),
    close: toPlainText(say('digest-fermer')),
    blocks: renderSentence(sentence).blocks,
  };
}
