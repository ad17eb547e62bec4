import { findDay } from '#bot/find-today.ts';
import type { SavedProfil } from '#bot/store/ports/profils.ts';
import type { Comptoir } from '../commandes/comptoir.ts';
import { findParole } from '../commandes/parler.ts';
import { runCommande } from '../commandes/run-commande.ts';
import { type OutgoingObject, toPlainText } from '../outgoing/outgoing.ts';
import type { SlackContext } from '../slack-context.ts';
import { isTravail, type Travail } from './render-accueil.ts';

/** A click on one of the common jobs of the home; `profil` is the community whose button it was. */
export type TravailAsked = {
  readonly travail: string;
  readonly profil: string | undefined;
  readonly user: string;
  readonly triggerId: string;
};

/**
 * Opens a job of the home: what its command would show, in a window; a question is asked in a conversation, which is told.
 * @throws {BotError} ERR_SLACK_TROP_TARD when the click is too old; ERR_STORE_… when profiles cannot be read
 */
export async function openTravail(asked: TravailAsked, comptoir: Comptoir, context: SlackContext): Promise<void> {
  const { travail, user, triggerId } = asked;
  if (!isTravail(travail)) return;
  const parole = await findParole(user, context);
  const { say } = parole;
  if (travail === 'question') {
    const told = { type: 'section', text: toPlainText(say('accueil-comment-question')) };
    return void (await context.sender.openView(renderWindow(travail, [told], say), triggerId));
  }
  const atelier = { ...comptoir, context, parole, today: findDay(context.now()) };
  const recue = { user, triggerId, profil: await findChosen(asked.profil, context) };
  const delivery = await runCommande({ kind: 'commande', nom: travail, suite: '' }, recue, atelier);
  const blocks = delivery?.flatMap((message) => message.blocks);
  if (blocks) await context.sender.openView(renderWindow(travail, blocks, say), triggerId);
}

/** The community whose button was pressed; else the only one there is, when there is only one. */
async function findChosen(id: string | undefined, { store, team }: SlackContext): Promise<SavedProfil | undefined> {
  if (id !== undefined) return store.readProfil(team, id);
  const [only, ...others] = await store.listProfils(team);
  return others.length === 0 ? only : undefined;
}

function renderWindow(
  travail: Travail,
  blocks: readonly OutgoingObject[],
  say: Awaited<ReturnType<typeof findParole>>['say'],
): OutgoingObject {
  return {
    type: 'modal',
    title: toPlainText(say(`accueil-travail-${travail}`)),
    close: toPlainText(say('profil-fermer')),
    blocks,
  };
}
