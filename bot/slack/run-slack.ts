import { toDonnee } from '#corpus/law/message.ts';
import type { Args } from '../answer/render-message.ts';
import type { Assembly } from '../assemble.ts';
import { findToday } from '../find-today.ts';
import { seal } from '../gate.ts';
import type { Operation } from '../operation/operation.ts';
import { createScribe } from '../render/scribe.ts';
import type { Store } from '../store/store.ts';
import { type Incident, toIncident } from '../tell-error.ts';
import { EVENTS_PATH } from './connection/create-http-receiver.ts';
import type { SlackSettings } from './slack-parts.ts';
import { startSlack } from './start-slack.ts';

/** What the process lends to the bot while it is connected. */
export type SlackProcess = {
  readonly print: (line: string) => void;
  readonly journal: (incident: Incident) => void;
  readonly operation: Operation;
  /** Settles when the bot is asked to stop. */
  readonly stopped: Promise<void>;
};

/** How often what is too old is forgotten, in milliseconds. */
const PURGE_MS = 3_600_000;

/** Connects to Slack and answers until the process is asked to stop. */
export async function runSlack(
  settings: SlackSettings,
  assembly: Assembly,
  store: Store,
  { print, journal, operation, stopped }: SlackProcess,
): Promise<void> {
  const { log, readiness } = operation;
  function tell(code: string, args: Args = {}): void {
    print(seal(createScribe('interface', findToday(), assembly.pipeline.vocabulary).phrase(code, args)));
  }
  async function purge(): Promise<void> {
    try {
      const { works } = await store.purge(Date.now());
      if (works > 0) journal({ code: 'ERR_SLACK_ABANDON', exception: `${works} works were a day old and are dropped` });
    } catch (error) {
      journal(toIncident(error));
    }
  }
  // A true write, which a full disk or a lock makes fail: no token, of nobody.
  readiness.hold('store', async () => {
    await store.addTokens('', findToday(), 0);
    return true;
  });
  await purge();
  const purging = setInterval(() => void purge(), PURGE_MS);
  const leaving = new AbortController();
  void stopped.then(() => {
    readiness.leave();
    leaving.abort();
  });
  try {
    const parts = { assembly, store, journal, operation, onWait: () => tell('slack-attente'), leaving: leaving.signal };
    const bot = await startSlack(settings, parts);
    log.note('PRET', { team: bot.identity.team, mode: settings.mode, ms: Math.round(performance.now()) });
    tell('slack-connecte', { espace: toDonnee(bot.identity.teamName) });
    if (settings.mode === 'http') {
      tell('slack-ecoute', { adresse: toDonnee(`http://${settings.host}:${bot.port}${EVENTS_PATH}`) });
    }
    if (operation.healthAddress) tell('exploitation-etat', { adresse: toDonnee(operation.healthAddress) });
    await stopped;
    tell('slack-arret');
    const asked = performance.now();
    await bot.stop();
    log.note('ARRET', { ms: Math.round(performance.now() - asked) });
  } catch (error) {
    // Asked to stop while Slack was away: nothing was begun.
    if (!leaving.signal.aborted) throw error;
  } finally {
    clearInterval(purging);
    await store.close();
  }
}
