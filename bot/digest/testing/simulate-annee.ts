import type { Abonnement, EnvoiEnMain } from '#bot/store/ports/digests.ts';
import type { Store } from '#bot/store/store.ts';
import type { Incident } from '#bot/tell-error.ts';
import { addDays, CalendarDate } from '#corpus/law/calendar-date.ts';
import type { CommunauteDatee, Jours } from '../calendrier/plan-jour.ts';
import { toJourLocal } from '../calendrier/to-instant.ts';
import { createFacteur } from '../envois/create-facteur.ts';
import { findPremierJour } from '../envois/plan-abonnement.ts';
import type { Simule } from './expect-annee.ts';

const TEAM = 'T1';
const HOUR_MS = 3_600_000;

/** Something that left, with the moment when it did. */
export type Parti = { readonly key: string; readonly at: number };

/** Subscribers of many zones, rhythms and hours, always the same for a count of communities. */
export function createSimules(count: number): readonly Simule[] {
  const simules: Simule[] = [];
  let made = 0;
  for (let index = 0; made < count; index += 1) {
    const [fuseau, region] = ZONES[index % ZONES.length] ?? ['Europe/Paris', 'metropole'];
    const mensuel = index % 5 === 4;
    const own = Math.min(1 + (index % 3), count - made);
    const communautes = Array.from({ length: own }, (_, rang) => createCommunaute(made + rang));
    made += own;
    simules.push({
      channel: `C${index}`,
      jour: mensuel ? 1 + ((index * 7) % 31) : 1 + (index % 7),
      mensuel,
      // 02:00 comes twice in October in Paris, and does not exist in March.
      heure: `${String([9, 2, 14, 0, 23, 7][index % 6]).padStart(2, '0')}:00`,
      fuseau,
      region,
      rappels: index % 4 === 0 ? [30, 1] : [90, 30, 7, 1],
      communautes,
    });
  }
  return simules;
}

const ZONES = [
  ['Europe/Paris', 'metropole'],
  ['Indian/Reunion', 'reunion'],
  ['Europe/Paris', 'alsace-moselle'],
  ['America/Miquelon', 'metropole'],
  ['Pacific/Tahiti', 'metropole'],
] as const;

/** Dates spread over the year; one in four is done before its last reminder. */
function createCommunaute(rang: number): Simule['communautes'][number] {
  const dates = [0, 1, 2].map((number) => {
    const date = addDays(CalendarDate.parse('2026-01-20'), (rang * 37 + number * 113) % 420);
    return { code: `m${number}:demarrage`, date };
  });
  const first = dates[0];
  const faits = rang % 4 === 0 && first ? { [first.code]: addDays(first.date, -5) } : {};
  return { id: `p${rang}`, dates, faits };
}

/** Runs the sending of a year with a clock of its own, which goes from one hour to the next that has something due. */
export async function simulateAnnee(
  simules: readonly Simule[],
  { du, au }: { readonly du: number; readonly au: number },
  { store, jours }: { readonly store: Store; readonly jours: Jours },
): Promise<{ readonly partis: readonly Parti[]; readonly incidents: readonly Incident[] }> {
  const partis: Parti[] = [];
  const incidents: Incident[] = [];
  const byChannel = new Map(simules.map((simule) => [simule.channel, simule]));
  let now = du;
  for (const simule of simules) await store.saveAbonnement(TEAM, toAbonnement(simule, now), now);
  const facteur = createFacteur<string>({
    store,
    team: TEAM,
    owner: 'un',
    now: () => now,
    jours,
    listDates: async (channel) => listDates(byChannel.get(channel), now),
    write: async ({ envoi }) => ({ kind: 'message', message: toKey(envoi) }),
    async post(key) {
      partis.push({ key, at: now });
      return '1.0';
    },
    canFind: async () => true,
    findSent: async () => undefined,
    tellClosed: () => Promise.reject(new Error('no channel is closed')),
    journal: (incident) => void incidents.push(incident),
  });
  while (now <= au) {
    await facteur.tick();
    const [next] = await store.listAbonnementsDus(TEAM, Number.MAX_SAFE_INTEGER, 1);
    now = Math.max(now + 1, Math.ceil((next?.prochainAt ?? au + 1) / HOUR_MS) * HOUR_MS);
  }
  return { partis, incidents };
}

function toAbonnement(simule: Simule, now: number): Omit<Abonnement, 'savedAt'> {
  const { channel, jour, mensuel, heure, fuseau, region, rappels } = simule;
  const rythme = mensuel ? ({ kind: 'mois', quantieme: jour } as const) : ({ kind: 'semaine', jour } as const);
  const choices = { horizonJours: 60, langue: 'fr', silencieux: false, destinataires: [] } as const;
  const reglages = { ...choices, destinataires: [], rythme, heure, fuseau, region, rappels: [...rappels] };
  return { channel, reglages, savedBy: 'U1', ...findPremierJour({ heure, fuseau }, now) };
}

/** What is done is marked on its day. */
function listDates(simule: Simule | undefined, now: number): readonly CommunauteDatee[] {
  if (!simule) return [];
  const today = toJourLocal(now, simule.fuseau);
  return simule.communautes.map(({ id, dates, faits }) => {
    const done = Object.entries(faits).filter(([, day]) => day <= today);
    const marques = done.map(([code, day]) => [code, { kind: 'fait', le: CalendarDate.parse(day) }] as const);
    const known = dates.map(({ code, date }) => ({ code, date: CalendarDate.parse(date) }));
    return { id, dates: known, marques: Object.fromEntries(marques) };
  });
}

function toKey({ kind, communaute, destination, periode, jour }: EnvoiEnMain): string {
  return [kind, communaute, destination, periode, jour].join('|');
}
