import { findNearest } from '#bot/commands/options/find-nearest.ts';
import { type Parsed, toEcho, toExemple, toProblem, toValue } from '#bot/commands/options/parsed.ts';
import type { CalendrierDonnees } from './calendrier-donnees.ts';
import type { Rythme } from './reglages.ts';

/** Longest month. */
const QUANTIEME_MAX = 31;

/** Reads « lundi », « Monday », « le 5 », « 5 »: a day of the week, or of the month. */
export function parseRythme(typed: string, { jours }: CalendrierDonnees): Parsed<Rythme> {
  const text = typed.trim().toLowerCase();
  const jour = jours.findIndex((noms) => noms.includes(text)) + 1;
  if (jour > 0) return toValue({ kind: 'semaine', jour });
  const quantieme = Number(/^(?:le )?(\d{1,2})(?:er)?$/.exec(text)?.[1]);
  if (quantieme >= 1 && quantieme <= QUANTIEME_MAX) return toValue({ kind: 'mois', quantieme });
  return toProblem('digest-jour-refuse', { ecrit: toEcho(typed), exemple: toExemple('lundi, ou 5 pour le 5 du mois') });
}

/** Reads « 9h », « 9 h 30 », « 09:30 ». */
export function parseHeure(typed: string): Parsed<string> {
  const [, heures, minutes = '00'] = /^(\d{1,2}) ?(?:[h:] ?(\d{2})?)?$/i.exec(typed.trim()) ?? [];
  const isRead = heures !== undefined && Number(heures) < HEURES && Number(minutes) < MINUTES;
  if (isRead) return toValue(`${heures.padStart(2, '0')}:${minutes}`);
  return toProblem('digest-heure-refusee', { ecrit: toEcho(typed), exemple: toExemple('9h, 9h30 ou 14:00') });
}

const HEURES = 24;
const MINUTES = 60;

/** Reads the name of a time zone; the nearest one is offered for a slip. */
export function parseFuseau(typed: string): Parsed<string> {
  const text = typed.trim();
  const all = Intl.supportedValuesOf('timeZone');
  const found = all.find((name) => name.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return toValue(found);
  const town = all.find((name) => name.split('/').at(-1)?.toLowerCase() === toTown(text));
  const proche = town ?? findNearest(text, all);
  const args = { ecrit: toEcho(typed), exemple: toExemple('Europe/Paris ou Indian/Reunion') };
  if (proche === undefined) return toProblem('digest-fuseau-inconnu', args);
  return toProblem('digest-fuseau-inconnu-proche', { ...args, proche: toExemple(proche) });
}

function toTown(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/^la /, '').replace(/[ -]+/g, '_');
}

/** Region of public holidays that a time zone tells; the first of the data when it tells none. */
export function findRegion(fuseau: string, { regions }: CalendrierDonnees): string {
  const names = Object.keys(regions);
  return names.find((name) => regions[name]?.fuseaux.includes(fuseau)) ?? names[0] ?? '';
}

/** Reads a number of days ahead, one at least. */
export function parseHorizon(typed: string, { bornes }: CalendrierDonnees): Parsed<number> {
  const jours = /^(\d{1,4})(?: ?(?:j|jours?|days?))?$/i.exec(typed.trim())?.[1];
  if (jours !== undefined && Number(jours) >= 1 && Number(jours) <= bornes.horizonJours) return toValue(Number(jours));
  const max = { kind: 'nombre', valeur: bornes.horizonJours } as const;
  return toProblem('digest-horizon-refuse', { ecrit: toEcho(typed), min: { kind: 'nombre', valeur: 1 }, max });
}

/** Reads « 90,30,7,1 », « 30 7 » or « aucun »; the longest first. */
export function parseRappels(typed: string, { bornes }: CalendrierDonnees): Parsed<readonly number[]> {
  const text = typed.trim();
  if (/^(?:aucun|none)?$/i.test(text)) return toValue([]);
  const jours = text.split(/[\s,;]+/);
  const isRead = jours.every((jour) => /^\d{1,3}$/.test(jour) && Number(jour) <= bornes.rappelJours);
  if (isRead && jours.length <= bornes.rappels) {
    return toValue([...new Set(jours.map(Number))].toSorted((a, b) => b - a));
  }
  return toProblem('digest-rappels-refuses', {
    ecrit: toEcho(typed),
    exemple: toExemple('90, 30, 7, 1'),
    nombre: { kind: 'nombre', valeur: bornes.rappels },
    max: { kind: 'nombre', valeur: bornes.rappelJours },
  });
}
