import { randomUUID } from 'node:crypto';
import { Cron } from 'croner';
import { loadCalendrierDonnees, loadJours } from '#bot/digest/calendrier/load-calendrier.ts';
import { toCommunauteDatee } from '#bot/digest/calendrier/to-communaute-datee.ts';
import { createFacteur, type Facteur } from '#bot/digest/envois/create-facteur.ts';
import { BEAT_MS } from '#bot/digest/envois/facteur.ts';
import { findDay } from '#bot/find-today.ts';
import type { Abonnement } from '#bot/store/ports/digests.ts';
import { toIncident } from '#bot/tell-error.ts';
import { joinImages } from '../images/join-images.ts';
import { toMessageId } from '../outgoing/to-message-id.ts';
import { renderSentence } from '../render/render-blocks.ts';
import type { SlackContext } from '../slack-context.ts';
import { loadCommunautes } from './load-communautes.ts';
import { createWriter } from './write-envoi.ts';

/** What sends the digests of a connected bot. */
export type RunningFacteur = {
  /** Takes nothing more in hand, and waits for what is. */
  readonly stop: () => Promise<void>;
};

/** Every minute. */
const EVERY_MINUTE = '* * * * *';

/** Starts sending digests: what fell due while the bot was away first, then what every minute brings. */
export function openFacteur(context: SlackContext): RunningFacteur {
  const { store, team, journal } = context;
  let opened: Promise<Facteur> | undefined;
  async function tick(): Promise<void> {
    try {
      // The days off weigh some megabytes: they are loaded for the first channel that subscribes.
      if (opened === undefined && (await store.listAbonnements(team)).length === 0) return;
      opened ??= createSlackFacteur(context);
      await (await opened).tick();
    } catch (error) {
      journal(toIncident(error));
    }
  }
  const clock = new Cron(EVERY_MINUTE, { unref: true }, tick);
  const beating = setInterval(() => void opened?.then((facteur) => facteur.beat()), BEAT_MS);
  beating.unref();
  void tick();
  return {
    async stop() {
      clock.stop();
      clearInterval(beating);
      await (await opened)?.stop();
    },
  };
}

async function createSlackFacteur(context: SlackContext): Promise<Facteur> {
  const { store, team, now, sender, journal, assembly } = context;
  const jours = await loadJours(loadCalendrierDonnees());
  return createFacteur({
    store,
    team,
    owner: randomUUID(),
    now,
    jours,
    async listDates(channel) {
      const today = findDay(now());
      const communautes = await loadCommunautes(channel, context);
      return communautes.map((communaute) => toCommunauteDatee(communaute, assembly.parametres, today));
    },
    write: createWriter(context, jours),
    async post({ words, images }, { destination, id }) {
      const channel = await toChannel(destination, context);
      const ts = await sender.post(words, { channel, id });
      // The digest is sent: its record does not wait for the pictures, nor who asks for one behind those of all channels.
      if (images.length > 0) {
        void context.inOrder('digest-images', () => joinImages(images, { channel, threadTs: ts }, context));
      }
      return ts;
    },
    findSent: async (destination, id) => sender.findSent(await toChannel(destination, context), undefined, id),
    canFind: createCanFind(context),
    tellClosed: (abonnement, code) => tellClosed(abonnement, code, context),
    journal,
  });
}

/** Asked once for each kind of conversation: the right to read one is that to read all of its kind. */
function createCanFind(context: SlackContext): (destination: string) => Promise<boolean> {
  const known = new Map<string, boolean>();
  return async function canFind(destination) {
    const kind = destination.charAt(0);
    const found = known.get(kind);
    if (found !== undefined) return found;
    const channel = await toChannel(destination, context);
    const can = (await context.sender.findSent(channel, undefined, toMessageId('digest-lecture'))) !== 'inconnu';
    known.set(kind, can);
    return can;
  };
}

/** A person is written to in her own conversation with the bot. */
async function toChannel(destination: string, { sender }: SlackContext): Promise<string> {
  return destination.startsWith('U') || destination.startsWith('W') ? sender.openIm(destination) : destination;
}

/** The person who subscribed a channel that cannot be written to any more; what cannot be told is noted. */
async function tellClosed({ channel, savedBy }: Abonnement, code: string, context: SlackContext): Promise<void> {
  const { sender, team, sayIn, findLang, journal } = context;
  if (savedBy === '') return;
  try {
    const say = sayIn(await findLang(savedBy));
    const message = renderSentence(say('digest-canal-ferme'));
    const id = toMessageId('digest-canal-ferme', team, channel, code);
    await sender.post(message, { channel: await sender.openIm(savedBy), id });
  } catch (error) {
    journal(toIncident(error));
  }
}
