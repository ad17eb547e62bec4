import type { Abonnement } from '#bot/store/ports/digests.ts';
import { toIncident } from '#bot/tell-error.ts';
import { type FacteurParts, LEASE_MS } from './facteur.ts';
import { planAbonnement, TROP_ANCIEN } from './plan-abonnement.ts';
import { createSending } from './send-envoi.ts';

/** Sends digests and reminders. */
export type Facteur = {
  /** Plans what has come due and sends what is to be sent; a call while another runs waits for that one. */
  readonly tick: () => Promise<void>;
  /** A sign of life for what is in hand. */
  readonly beat: () => Promise<void>;
  /** Takes nothing more in hand, and waits for what is. */
  readonly stop: () => Promise<void>;
};

/** Messages in hand at once: each waits for its own channel. */
const MOST = 40;
/** Subscriptions planned from one look at the database. */
const PAGE = 200;

/** Builds what sends: the clock only wakes it, the database decides what is sent and by whom. */
export function createFacteur<Message>(parts: FacteurParts<Message>): Facteur {
  const { store, team, owner, now, journal } = parts;
  const send = createSending(parts);
  let isStopping = false;
  let running: Promise<void> | undefined;

  async function sendDue(): Promise<void> {
    const inHand = new Set<Promise<void>>();
    do {
      const claimed = isStopping
        ? []
        : await store.claimEnvois(team, owner, { now: now(), ms: LEASE_MS }, MOST - inHand.size);
      for (const envoi of claimed) {
        const sending = send(envoi).finally(() => inHand.delete(sending));
        inHand.add(sending);
      }
      if (inHand.size > 0) await Promise.race(inHand);
    } while (inHand.size > 0);
  }
  async function run(): Promise<void> {
    try {
      await planDue(parts);
      await sendDue();
    } catch (error) {
      // The store is busy or away: the next tick finds the same rows.
      journal(toIncident(error));
    }
  }
  return {
    tick() {
      running ??= run().finally(() => {
        running = undefined;
      });
      return running;
    },
    beat: () =>
      store
        .renewEnvois(team, owner, { now: now(), ms: LEASE_MS })
        .catch((error: unknown) => journal(toIncident(error))),
    async stop() {
      isStopping = true;
      await running;
    },
  };
}

/** Plans every subscription that has come due; one that fails leaves the others planned, and is tried again later. */
async function planDue<Message>(parts: FacteurParts<Message>): Promise<void> {
  const { store, team, now } = parts;
  for (;;) {
    const due = await store.listAbonnementsDus(team, now(), PAGE);
    const planned = await Promise.all(due.map((abonnement) => planOne(abonnement, parts)));
    if (due.length < PAGE || !planned.includes(true)) return;
  }
}

async function planOne<Message>(abonnement: Abonnement, parts: FacteurParts<Message>): Promise<boolean> {
  const { store, team, now, jours, listDates, journal } = parts;
  const { channel } = abonnement;
  try {
    const plan = planAbonnement(team, abonnement, await listDates(channel), jours, now());
    const isOurs = await store.planEnvois(team, channel, plan, now());
    const old = plan.envois.filter(({ raison }) => raison === TROP_ANCIEN);
    if (isOurs && old.length > 0) {
      journal({ code: 'ERR_DIGEST_ANCIEN', exception: `${old.length} messages were overtaken and are dropped` });
    }
    return true;
  } catch (error) {
    journal(toIncident(error));
    return false;
  }
}
