import type { Kysely } from 'kysely';
import { BotError } from '#corpus/law/bot-error.ts';
import { claimNames } from './claim-names.ts';
import { readExchange, readFil, saveExchange } from './exchange-queries.ts';
import { purgeOld } from './purge-old.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';
import { addTokens, readTokens } from './token-queries.ts';

/**
 * The store over any SQL database whose tables are up to date.
 * @param toError what an error of this database means to the person who runs the bot
 */
export function createStore(db: Kysely<Tables>, toError: (error: unknown) => BotError): Store {
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

  return {
    claimEvent: (team, names, now) => run(() => claimNames(db, team, names, now)),
    readFil: (key) => run(() => readFil(db, key)),
    readExchange: (key) => run(() => readExchange(db, key)),
    saveExchange: (key, threadTs, exchange, fil, now) =>
      run(() => saveExchange(db, { key, threadTs, exchange, fil, now })),
    addTokens: (team, day, tokens) => run(() => addTokens(db, team, day, tokens)),
    readTokens: (team, day) => run(() => readTokens(db, team, day)),
    purge: (now) => run(() => purgeOld(db, now)),
    close() {
      closing ??= release();
      return closing;
    },
  };
}

function createClosedError(): BotError {
  return new BotError(
    'ERR_STORE_FERME',
    'la mémoire des conversations est fermée',
    "Redémarrez le bot ; si l'incident revient, signalez-le avec son code.",
  );
}
