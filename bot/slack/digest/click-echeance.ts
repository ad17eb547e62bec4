import { z } from 'zod';
import { toJourLocal } from '#bot/digest/calendrier/to-instant.ts';
import type { Marque } from '#bot/digest/contenu/communaute.ts';
import { toEcheancesInput } from '#bot/digest/contenu/to-entrees.ts';
import { renderEcheancesIcs } from '#bot/render/render-echeances-ics.ts';
import { addDays, type CalendarDate } from '#corpus/law/calendar-date.ts';
import { computeEcheances } from '#tools/echeances/compute-echeances.ts';
import type { Echeance } from '#tools/echeances/echeance.ts';
import { unpack } from '../commandes/estimation/demande.ts';
import { findParole, type Parole } from '../commandes/parler.ts';
import { renderTold } from '../commandes/render-messages.ts';
import { type Chemins, tellAsker } from '../commandes/tell-asker.ts';
import { mayEdit } from '../profil/may-edit.ts';
import type { SlackContext } from '../slack-context.ts';
import { loadCommunaute } from './load-communautes.ts';
import {
  AGENDA_ACTION,
  FAIT_ACTION,
  PAS_CONCERNE_ACTION,
  REPORT_JOURS,
  REPORTER_ACTION,
} from './render-digest-message.ts';

/** A click on a button under an échéance. */
export type EcheanceClick = Chemins & { readonly action: string; readonly value: string };

/** What a button carries: the profile, and the code of the échéance. */
const Carried = z.tuple([z.string(), z.string()]);

/** Days before an échéance when a calendar reminds of it. */
const RAPPELS = [30, 7];

/** Notes what a person says of an échéance, or hands her a calendar; tells her, and her alone, what was done. */
export async function clickEcheance(click: EcheanceClick, context: SlackContext): Promise<void> {
  const parole = await findParole(click.user, context);
  const told = await answerClick(click, parole, context);
  if (told) await tellAsker(renderTold(told), click, context);
}

async function answerClick(click: EcheanceClick, parole: Parole, context: SlackContext) {
  const { store, team, assembly, now } = context;
  const { say } = parole;
  const [profilId = '', code = ''] = unpack(click.value, Carried) ?? [];
  const saved = await store.readProfil(team, profilId);
  if (!saved) return say('digest-echeance-partie');
  const communaute = await loadCommunaute(saved, context);
  const jour = toJourLocal(now(), await context.findZone(click.user));
  const input = toEcheancesInput({ profil: communaute.profil, marques: {} });
  const outcome = computeEcheances(input, assembly.parametres, jour);
  const echeance = outcome.kind === 'computed' ? outcome.value.find((one) => one.code === code) : undefined;
  if (!echeance) return say('digest-echeance-partie');
  if (click.action === AGENDA_ACTION) {
    await sendAgenda(echeance, { jour, nom: saved.profil.nom, contrat: input }, click.user, parole, context);
    return undefined;
  }
  if (!(await mayEdit(saved, click.user, context))) return say('digest-marque-refusee');
  const marque = toMarque(click.action, jour);
  if (!marque) return say('digest-echeance-partie');
  await store.saveMarque(team, { profilId, code, marque, by: click.user }, now());
  return tellMarque(marque, echeance, parole);
}

function toMarque(action: string, jour: CalendarDate): Marque | undefined {
  if (action === FAIT_ACTION) return { kind: 'fait', le: jour };
  if (action === REPORTER_ACTION) return { kind: 'reporte', au: addDays(jour, REPORT_JOURS) };
  return action === PAS_CONCERNE_ACTION ? { kind: 'pas-concerne' } : undefined;
}

function tellMarque(marque: Marque, { label }: Echeance, { say }: Parole) {
  const told = { label: say(label.code, label.args) };
  if (marque.kind === 'fait') return say('digest-note-fait', { ...told, jour: { kind: 'date', date: marque.le } });
  if (marque.kind === 'reporte')
    return say('digest-note-reporte', { ...told, jour: { kind: 'date', date: marque.au } });
  return say('digest-note-pas-concerne', told);
}

/** The échéance as a calendar file; imported again, it takes the place of what the calendar holds. */
async function sendAgenda(
  echeance: Echeance,
  { jour, nom, contrat }: { jour: CalendarDate; nom: string; contrat: ReturnType<typeof toEcheancesInput> },
  user: string,
  { referentiel, say }: Parole,
  { sender }: SlackContext,
): Promise<void> {
  const agenda = { asOf: jour, contrat, nom, rappels: RAPPELS, revision: 0 };
  const bytes = Buffer.from(renderEcheancesIcs([echeance], agenda, referentiel));
  const file = { name: say('commandes-agenda-fichier'), title: say('commandes-agenda-titre'), bytes };
  const channel = await sender.openIm(user);
  await sender.sendFile(file, { channel, comment: say('commandes-agenda-comment') });
}
