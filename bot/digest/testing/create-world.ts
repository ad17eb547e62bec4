import type { Store } from '#bot/store/store.ts';
import { loadCalendrierDonnees, loadJours } from '../calendrier/load-calendrier.ts';
import type { CommunauteDatee } from '../calendrier/plan-jour.ts';
import { createFacteur } from '../envois/create-facteur.ts';
import type { Essai, FacteurParts } from '../envois/facteur.ts';
import { findPremierJour } from '../envois/plan-abonnement.ts';
import { createReglages } from './create-reglages.ts';

/** The workspace of these tests. */
export const TEAM = 'T1';
/** Monday 2 November 2026, eight in Paris: an hour before the digests. */
export const MONDAY = Date.parse('2026-11-02T07:00:00Z');
/** Milliseconds. */
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Every Monday at nine in Paris, and reminders seven days ahead. */
export const REGLAGES = createReglages();

/** Days off of this year, loaded by the test. */
const jours = await loadJours(loadCalendrierDonnees());

/** What is posted, and what may go wrong. */
export type World = {
  now: number;
  readonly posted: { readonly text: string; readonly to: string; readonly id: string }[];
  readonly codes: string[];
  readonly told: string[];
  onPost: (to: string) => void | Promise<void>;
  history: 'lisible' | 'fermee';
};

/** A world where all goes well, an hour before the digests of a Monday. */
export function createWorld(): World {
  return { now: MONDAY, posted: [], codes: [], told: [], onPost: () => {}, history: 'lisible' };
}

/** What sends in that world; its messages are the kind, the period and the marks. */
export function open(
  store: Store,
  world: World,
  owner = 'un',
  dates: readonly CommunauteDatee[] = [],
  changed: Partial<FacteurParts<string>> = {},
) {
  return createFacteur<string>({
    store,
    team: TEAM,
    owner,
    now: () => world.now,
    jours,
    listDates: async () => dates,
    write: async ({ envoi, isReprise, isLate }: Essai) => {
      const marks = [isReprise ? 'reprise' : '', isLate ? 'retard' : ''].filter((mark) => mark !== '');
      const dernier = { jour: envoi.jour, connu: 'connu' };
      return { kind: 'message', message: [envoi.kind, envoi.periode, ...marks].join(' '), dernier };
    },
    async post(text, { destination, id }) {
      await world.onPost(destination);
      world.posted.push({ text, to: destination, id });
      return `${world.posted.length}.0`;
    },
    canFind: async () => world.history === 'lisible',
    async findSent(_, id) {
      if (world.history === 'fermee') return 'inconnu';
      const index = world.posted.findIndex((one) => one.id === id);
      return index < 0 ? undefined : { ts: `${index + 1}.0` };
    },
    tellClosed: async ({ channel }, code) => void world.told.push(`${channel} ${code}`),
    journal: ({ code }) => void world.codes.push(code),
    ...changed,
  });
}

/** Subscribes a channel as somebody would now. */
export async function subscribe(store: Store, world: World, channel = 'C1', reglages = REGLAGES): Promise<void> {
  await store.saveAbonnement(
    TEAM,
    { channel, reglages, savedBy: 'U1', ...findPremierJour(reglages, world.now) },
    world.now,
  );
}

/** How each message of a channel stands. */
export async function listStates(store: Store, channel = 'C1') {
  const envois = await store.listEnvois(TEAM, channel);
  return envois.map(({ kind, periode, state, raison }) => [kind, periode, state, raison].filter(Boolean).join(' '));
}
