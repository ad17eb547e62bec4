import type { SavedProfil } from '#bot/store/ports/profils.ts';
import type { OutgoingObject } from '../outgoing/outgoing.ts';
import type { SlackContext } from '../slack-context.ts';
import { loadShown } from './load-shown.ts';
import { renderNouveau } from './open-profil.ts';
import { createWords, type ProfilWords } from './profil-words.ts';
import { renderAcces } from './render-acces.ts';
import { OUVRIR_ACTION } from './render-choix.ts';
import { renderCommunaute } from './render-communaute.ts';
import { renderMission } from './render-mission.ts';
import {
  ACCES_ACTION,
  COMMUNAUTE_ACTION,
  LIRE_ICI_ACTION,
  MISSION_ACTION,
  NOUVEAU_ACTION,
  renderProfil,
  SUPPRIMER_ACTION,
} from './render-profil.ts';
import { renderTold } from './render-told.ts';
import type { ViewPlace } from './view-place.ts';

/** A click in a view of profiles, or on a button elsewhere that leads to one. */
export type ProfilClick = {
  readonly action: string;
  readonly user: string;
  /** What the button carries: the code of a mission in the view of a profile, the profile otherwise. */
  readonly value: string | undefined;
  /** Where the view stands; undefined outside of one of ours. */
  readonly place: ViewPlace | undefined;
  /** The view to put the next one in the place of, or what opens a new one. */
  readonly window: { readonly viewId: string } | { readonly triggerId: string };
};

/** What to show next, and whether something was changed. */
type Next = { readonly view: OutgoingObject; readonly changed: boolean };

/**
 * Does what a click asks and shows what comes next.
 * @returns whether something was changed
 * @throws {BotError} ERR_SLACK_TROP_TARD when the click is too old to open a window; ERR_STORE_… when the store fails
 */
export async function clickProfil(click: ProfilClick, context: SlackContext): Promise<boolean> {
  const { window } = click;
  const words = createWords(await context.findLang(click.user), context);
  const { view, changed } = await findNext(click, words, context);
  if ('viewId' in window) await context.sender.updateView(view, window.viewId);
  else await context.sender.openView(view, window.triggerId);
  return changed;
}

async function findNext(click: ProfilClick, words: ProfilWords, context: SlackContext): Promise<Next> {
  const { action, user, value, place } = click;
  const canal = place?.canal;
  if (action === NOUVEAU_ACTION) return { view: renderNouveau(canal, words), changed: false };
  const id = action === OUVRIR_ACTION ? value : (place?.id ?? value);
  const saved = id === undefined ? undefined : await context.store.readProfil(context.team, id);
  if (!saved) return { view: renderTold(words.say('profil-absent'), words), changed: false };
  const shown = await loadShown(saved, user, canal, context);
  const here = { id: saved.id, ...(canal === undefined ? {} : { canal }) };
  const form = shown.editable ? renderForm(click, saved, here, shown.lieux, words) : undefined;
  if (form) return { view: form, changed: false };
  const isAsked = action === LIRE_ICI_ACTION || action === SUPPRIMER_ACTION;
  if (isAsked && shown.editable) return change(click, saved, here, words, context);
  return { view: renderProfil(shown, here, words), changed: false };
}

/** The form that a click asks for, if it asks for one. */
function renderForm(
  { action, value }: ProfilClick,
  saved: SavedProfil,
  here: ViewPlace,
  lieux: readonly string[],
  words: ProfilWords,
): OutgoingObject | undefined {
  const { profil, editeurs, savedAt } = saved;
  const place = { ...here, vu: savedAt };
  if (action === COMMUNAUTE_ACTION) return renderCommunaute(saved, place, words);
  if (action === ACCES_ACTION) return renderAcces({ lieux, editeurs }, place, words);
  const isMission = action === MISSION_ACTION && value !== undefined && Object.hasOwn(profil.missions, value);
  return isMission ? renderMission(profil, { ...place, mission: value }, words) : undefined;
}

async function change(
  { action, user }: ProfilClick,
  saved: SavedProfil,
  here: ViewPlace,
  words: ProfilWords,
  context: SlackContext,
): Promise<Next> {
  const { store, team, now } = context;
  if (action === SUPPRIMER_ACTION) {
    await store.deleteProfil(team, saved.id, user, now());
    return { view: renderTold(words.say('profil-supprime'), words), changed: true };
  }
  await store.placeProfil(team, here.canal ?? 'espace', saved.id, user, now());
  const shown = await loadShown(saved, user, here.canal, context);
  return { view: renderProfil(shown, here, words, words.say('profil-enregistre')), changed: true };
}
