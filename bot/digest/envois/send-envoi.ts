import type { Abonnement, EnvoiEnMain } from '#bot/store/ports/digests.ts';
import { toIncident } from '#bot/tell-error.ts';
import type { FacteurParts } from './facteur.ts';
import { TROP_ANCIEN } from './plan-abonnement.ts';

/** After which a message says that it is late, in milliseconds. */
const LATE_MS = 3_600_000;
/** When something that failed is tried again, in milliseconds. */
const RETRY_MS = 60_000;
/** Tries of a message that fails for no known reason. */
const MOST_TRIES = 5;
/** Age at which a message is not sent any more: its next period has come. */
const OLD_MS = { semaine: 7 * 86_400_000, mois: 31 * 86_400_000, rappel: 86_400_000 } as const;

/** Nobody can be written to there: no try will do better. */
const CLOSED: ReadonlySet<string> = new Set(['ERR_SLACK_CANAL', 'ERR_SLACK_PERSONNE', 'ERR_SLACK_DROITS']);
/** Slack is away, or the bot stops: it is tried as long as it is worth something. */
const PASSING: ReadonlySet<string> = new Set(['ERR_SLACK_INJOIGNABLE', 'ERR_SLACK_ARRET', 'ERR_SLACK_JETON']);

/** Builds what sends one message that is in hand; it never fails: what goes wrong is noted, and the others go out. */
export function createSending<Message>(parts: FacteurParts<Message>): (envoi: EnvoiEnMain) => Promise<void> {
  const { store, team, now, journal } = parts;
  const alone = createAlone();
  return async function send(envoi) {
    let abonnement: Abonnement | undefined;
    try {
      abonnement = await store.readAbonnement(team, envoi.channel);
      await trySending(envoi, abonnement, parts, alone);
    } catch (error) {
      const incident = toIncident(error);
      journal({ ...incident, reference: envoi.id });
      // What was noted may be lost with the store: the lease ends, and another tick looks again.
      await settle(envoi, abonnement, incident.code, parts).catch((failure: unknown) => journal(toIncident(failure)));
    }
  };

  async function settle(
    { id, tries, destination, channel }: EnvoiEnMain,
    abonnement: Abonnement | undefined,
    code: string,
    { owner, tellClosed }: FacteurParts<Message>,
  ): Promise<void> {
    if (PASSING.has(code)) return store.releaseEnvoi(team, id, owner, now() + RETRY_MS);
    if (!CLOSED.has(code)) {
      if (tries < MOST_TRIES) return store.releaseEnvoi(team, id, owner, now() + RETRY_MS);
      return store.dropEnvoi(team, id, code, now());
    }
    await store.dropEnvoi(team, id, code, now());
    if (destination !== channel || !abonnement || abonnement.suspendu !== undefined) return;
    await store.suspendAbonnement(team, channel, code);
    await tellClosed(abonnement, code);
  }
}

/** The intent is written before the send: what a crash leaves between the two is looked for before it is sent again. */
async function trySending<Message>(
  envoi: EnvoiEnMain,
  abonnement: Abonnement | undefined,
  { store, team, owner, now, canFind, findSent, write, post, journal }: FacteurParts<Message>,
  alone: Alone,
): Promise<void> {
  const { id, destination, mayBeSent } = envoi;
  if (!abonnement || abonnement.suspendu !== undefined) return store.dropEnvoi(team, id, 'desabonne', now());
  const found = mayBeSent ? await findSent(destination, id) : undefined;
  const isFound = found !== undefined && found !== 'inconnu';
  if (!isFound && now() - envoi.dueAt >= toOldMs(envoi, abonnement)) {
    journal({ code: 'ERR_DIGEST_ANCIEN', exception: 'a message was overtaken and is dropped', reference: id });
    return store.dropEnvoi(team, id, TROP_ANCIEN, now());
  }
  const isLate = now() - envoi.dueAt > LATE_MS;
  const ecrit = await write({ envoi, abonnement, isReprise: found === 'inconnu', isLate });
  if (isFound) return store.finishEnvoi(team, id, found.ts, now(), ecrit.dernier);
  if (ecrit.kind === 'rien') return store.dropEnvoi(team, id, ecrit.raison, now(), ecrit.dernier);
  const { message, dernier } = ecrit;
  async function leave(): Promise<void> {
    if (!(await store.noteEnvoi(team, id, owner, now()))) return;
    const ts = await post(message, { destination, id });
    await store.finishEnvoi(team, id, ts, now(), dernier);
  }
  await ((await canFind(destination)) ? leave() : alone(leave));
}

type Alone = (work: () => Promise<void>) => Promise<void>;

/** One after the other: where nothing sent can be looked for, a crash leaves one message at most in doubt. */
function createAlone(): Alone {
  let last: Promise<void> = Promise.resolve();
  return function alone(work) {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
}

function toOldMs({ kind }: EnvoiEnMain, { reglages }: Abonnement): number {
  return kind === 'rappel' ? OLD_MS.rappel : OLD_MS[reglages.rythme.kind];
}
