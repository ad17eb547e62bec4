import type { Scribe } from '#bot/render/scribe.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import { type MessageArg, toDonnee } from '#corpus/law/message.ts';
import type { EffetTaille } from '#tools/bareme/compare-effets.ts';
import type { SommeTaille } from '#tools/bareme/compute-sommes.ts';
import type { Cellule } from '#tools/bareme/list-cellules.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import { sealLines, toBullets, toSection } from '../layout.ts';
import type { VerdictBareme } from './verdict-bareme.ts';

/** An overlay that can be used, for a reader: what it gives, what it lacks, its sums, what it changes. */
export function renderBaremeText(verdict: VerdictBareme, scribe: Scribe): string {
  const { fichier, remplies, vides, sommes, effets, avertissements } = verdict;
  const counts = {
    fichier: toDonnee(fichier),
    remplies: { kind: 'nombre', valeur: remplies.length },
    vides: { kind: 'nombre', valeur: vides.length },
  } as const;
  const given = remplies.map(({ cellule, trouve: { montant, bloc } }) => {
    return renderGiven(cellule, bloc.depuis, montant, scribe);
  });
  const notes = avertissements.map(({ place, message }) => {
    const ligne = { kind: 'nombre', valeur: place?.ligne ?? 1 } as const;
    return scribe.phrase('bareme-a-la-ligne', { ligne, note: scribe.phrase(message.code, message.args) });
  });
  const lines = [
    scribe.phrase('bareme-valide', counts),
    ...toSection(scribe.phrase('bareme-titre-avertissements'), toBullets(notes)),
    ...toSection(scribe.phrase('bareme-titre-remplies'), toBullets(given)),
    ...toSection(scribe.phrase('bareme-titre-sommes'), toBullets(sommes.map((somme) => renderSomme(somme, scribe)))),
    ...toSection(scribe.phrase('bareme-titre-effets'), toBullets(effets.map((effet) => renderEffet(effet, scribe)))),
    ...toSection(scribe.phrase('bareme-titre-vides'), toBullets(renderVides(vides, scribe))),
  ];
  return `${sealLines(lines)}\n`;
}

/** End of the code of a sentence about a part. */
const CODES = {
  fixe: 'fixe',
  variable: 'variable',
  fixePremiereAnnee: 'fixe-annee-de-demarrage',
  siCriseReconnue: 'si-crise-reconnue',
  plafond: 'plafond',
} as const;

function renderGiven(cellule: Cellule, depuis: CalendarDate, montant: Centimes | null, scribe: Scribe): LicensedText {
  const cell = renderCellule(cellule, scribe);
  if (montant === null) return cell;
  return scribe.phrase('bareme-remplie', { cellule: cell, montant: toEuros(montant), depuis: toDate(depuis) });
}

function renderCellule({ taille, mission, volet }: Cellule, scribe: Scribe): LicensedText {
  const args = { taille: toTaille(taille) };
  if (mission === null) return scribe.phrase('bareme-cellule-plafond', args);
  return scribe.phrase(`bareme-cellule-${CODES[volet]}`, { ...args, mission: { kind: 'mission', code: mission } });
}

function renderSomme(somme: SommeTaille, scribe: Scribe): LicensedText {
  const { jour, taille, fonctionnement, missions, plafond, manquants } = somme;
  const args = {
    jour: toDate(jour),
    taille: toTaille(taille),
    fonctionnement: toEuros(fonctionnement ?? (0 as Centimes)),
    missions: toEuros(missions),
    somme: toEuros(somme.somme),
    manquants: { kind: 'nombre', valeur: manquants },
  } as const;
  const sum = scribe.phrase(manquants === 0 ? 'bareme-somme' : 'bareme-somme-incomplete', args);
  if (plafond === null) return [...sum, ...scribe.phrase('bareme-somme-sans-plafond')];
  const reste = toEuros((plafond - somme.somme) as Centimes);
  return [...sum, ...scribe.phrase('bareme-somme-plafond', { plafond: toEuros(plafond), reste })];
}

function renderEffet({ jour, taille, avant, apres }: EffetTaille, scribe: Scribe): LicensedText {
  const changes = (['total', 'estimation', 'maximum', 'plafond'] as const).filter((key) => avant[key] !== apres[key]);
  const parts = changes.map((key) =>
    scribe.phrase(`bareme-effet-${key}`, {
      avant: renderOrUnknown(avant[key], scribe),
      apres: renderOrUnknown(apres[key], scribe),
    }),
  );
  const head = scribe.phrase('bareme-effet', { jour: toDate(jour), taille: toTaille(taille) });
  return [...head, ...joinLicensed(parts, ', ')];
}

function renderOrUnknown(montant: Centimes | null, scribe: Scribe): LicensedText {
  return montant === null
    ? scribe.phrase('bareme-non-connu')
    : scribe.phrase('cli-montant', { montant: toEuros(montant) });
}

/** Empty cells of one text, size and mission on one line. */
function renderVides(vides: readonly Cellule[], scribe: Scribe): readonly LicensedText[] {
  const groups = new Map<string, Cellule[]>();
  for (const cellule of vides) {
    const key = [cellule.depuis, cellule.taille, cellule.mission].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), cellule]);
  }
  return [...groups.values()].flatMap((cells): LicensedText[] => {
    const [first] = cells;
    if (first === undefined) return [];
    const depuis = toDate(first.depuis);
    if (first.mission === null) {
      return [scribe.phrase('bareme-vide-plafond', { depuis, taille: toTaille(first.taille) })];
    }
    const volets = joinLicensed(
      cells.map(({ volet }) => scribe.phrase(`bareme-volet-${CODES[volet]}`)),
      ', ',
    );
    const mission = { kind: 'mission', code: first.mission } as const;
    return [scribe.phrase('bareme-vide-mission', { depuis, taille: toTaille(first.taille), mission, volets })];
  });
}

function toTaille(taille: Cellule['taille']): MessageArg {
  return { kind: 'taille', numero: toNumeroTaille(taille) };
}

function toDate(date: CalendarDate): MessageArg {
  return { kind: 'date', date };
}

function toEuros(centimes: Centimes): MessageArg {
  return { kind: 'euros', centimes };
}
