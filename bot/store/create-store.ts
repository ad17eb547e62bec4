import type { Kysely } from 'kysely';
import { BotError } from '#corpus/law/bot-error.ts';
import { createAbonnements } from './abonnement-queries.ts';
import { createSavedAnswers } from './answer-queries.ts';
import { claimNames } from './claim-names.ts';
import { createEnvois } from './envoi-queries.ts';
import { createEstimations } from './estimation-queries.ts';
import { readExchange, readFil, saveExchange } from './exchange-queries.ts';
import { forgetPerson } from './forget-person.ts';
import { createMarques } from './marque-queries.ts';
import { createPlaces } from './place-queries.ts';
import { createProfils } from './profil-queries.ts';
import { ANSWERS_DAYS, purgeOld } from './purge-old.ts';
import type { RunQuery } from './run-query.ts';
import type { Conversations, Store } from './store.ts';
import type { Tables } from './tables.ts';
import { addTokens, readTokens } from './token-queries.ts';
import { createTraces } from './trace-queries.ts';
import { createWorks } from './work-queries.ts';

/** What depends on the database, or on settings. */
export type StoreOptions = {
  /** What an error of this database means to the person who runs the bot. */
  readonly toError: (error: unknown) => BotError;
  /** Days that answers are kept; 0 when they are not. */
  readonly answersDays?: number | undefined;
  /** Makes what was deleted unreadable where the database lies. */
  readonly eraseDeleted?: ((db: Kysely<Tables>) => Promise<void>) | undefined;
};

/** The store over any SQL database whose tables are up to date. */
export function createStore(db: Kysely<Tables>, options: StoreOptions): Store {
  const { toError, answersDays = ANSWERS_DAYS, eraseDeleted } = options;
  const { run, close } = createRun(db, toError);
  return {
    ...createConversations(db, run),
    ...createWorks(db, run),
    ...createProfils(db, run),
    ...createPlaces(db, run),
    ...createTraces(db, run),
    ...createSavedAnswers(db, run, answersDays > 0),
    ...createEstimations(db, run),
    ...createAbonnements(db, run),
    ...createEnvois(db, run),
    ...createMarques(db, run),
    forgetPerson: (team, user) =>
      run(async () => {
        const count = await forgetPerson(db, team, user);
        await eraseDeleted?.(db);
        return count;
      }),
    purge: (now) => run(() => purgeOld(db, now, answersDays)),
    close,
  };
}

function createConversations(db: Kysely<Tables>, run: RunQuery): Conversations {
  return {
    claimEvent: (team, names, now) => run(() => claimNames(db, team, names, now)),
    readFil: (key) => run(() => readFil(db, key)),
    readExchange: (key) => run(() => readExchange(db, key)),
    saveExchange: (key, threadTs, exchange, fil, now) =>
      run(() => saveExchange(db, { key, threadTs, exchange, fil, now })),
    addTokens: (team, day, tokens) => run(() => addTokens(db, team, day, tokens)),
    readTokens: (team, day) => run(() => readTokens(db, team, day)),
  };
}

/** Runs queries until the store is closed, which waits for those under way. */
function createRun(db: Kysely<Tables>, toError: StoreOptions['toError']) {
  const underWay = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  async function run<T>(start: () => Promise<T>): Promise<T> {
    if (closing) throw createClosedError();
    const work = start();
    underWay.add(work);
    try {
      return await work;
    } catch (error) {
      throw toError(error);
    } finally {
      underWay.delete(work);
    }
  }

  async function release(): Promise<void> {
    await Promise.allSettled(underWay);
    try {
      await db.destroy();
    } catch (error) {
      throw toError(error);
    }
  }

  function close(): Promise<void> {
    closing ??= release();
    return closing;
  }
  return { run, close };
}

function createClosedError(): BotError {
  return new BotError(
    'ERR_STORE_FERME',
    'la mémoire des conversations est fermée',
    "Redémarrez le bot ; si l'incident revient, signalez-le avec son code.",
  );
}
