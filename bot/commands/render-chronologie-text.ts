import { type CalendarDate, isCalendarDate } from '#corpus/law/calendar-date.ts';
import { formatMonth } from '#corpus/law/format-date.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { TexteMetadata } from '#corpus/law/texte.ts';
import type { Bornage, Chronologie, EtatDuDroit, Evenement } from '#tools/chronologie/evenement.ts';
import type { Difference, Mesure } from '#tools/comparaison/comparaison.ts';
import type { Settled } from '#tools/outcome.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import { licenseText } from '../answer/license-text.ts';
import { tellEcart, tellValeur } from '../answer/tell-valeur.ts';
import type { Referentiel } from '../render/referentiel.ts';
import { createScribe, type Scribe } from '../render/scribe.ts';
import { type Line, sealLines, toBullets, toColumns, toSection } from './layout.ts';
import { renderOutcomeText } from './render-outcome-text.ts';

/** The story of the texts for a reader: a line an event, with what it changed; and what holds on a single day. */
export function renderChronologieText(
  outcome: Settled<Chronologie>,
  bornage: Bornage,
  { vocabulary }: Referentiel,
): string {
  const scribe = createScribe('chronologie', outcome.asOf, vocabulary);
  const rest = renderOutcomeText(outcome, scribe);
  if (outcome.kind !== 'computed') return `${sealLines(rest)}\n`;
  const { evenements, etat } = outcome.value;
  const events = toColumns(
    evenements.flatMap((evenement) => renderEvenement(evenement, outcome.asOf, scribe)),
    0,
  );
  const nothing = evenements.length === 0 ? [scribe.phrase('chronologie-rien')] : [];
  const lines = [
    renderTitre(bornage, outcome.asOf, scribe),
    [],
    ...nothing,
    ...events,
    ...(etat ? renderEtat(etat, scribe) : []),
    ...rest,
  ];
  return `${sealLines(lines)}\n`;
}

function renderTitre({ du, au }: Bornage, asOf: CalendarDate, scribe: Scribe): LicensedText {
  const args = { asOf: { kind: 'date', date: asOf } } as const;
  const from = du && ({ kind: 'date', date: du } as const);
  const to = au && ({ kind: 'date', date: au } as const);
  if (from && to) return scribe.phrase('chronologie-titre-entre', { ...args, du: from, au: to });
  if (from) return scribe.phrase('chronologie-titre-depuis', { ...args, du: from });
  return to ? scribe.phrase('chronologie-titre-jusque', { ...args, au: to }) : scribe.phrase('chronologie-titre', args);
}

function renderEvenement(evenement: Evenement, asOf: CalendarDate, scribe: Scribe): readonly Line[] {
  const { date, label, statut, references, changements } = evenement;
  const appui = { statut, confiance: null, references };
  const jour = isCalendarDate(date)
    ? scribe.phrase('cli-jour', { jour: { kind: 'date', date } }, appui)
    : licenseText(toMois(date), evenement.texte, asOf, appui);
  const changes = changements.map((difference): Line => [[], ['  ', ...renderChangement(difference, statut, scribe)]]);
  return [[jour, scribe.phrase(label.code, label.args, appui)], ...changes];
}

/** « octobre 2018 », or the year alone. */
function toMois(date: string): string {
  const [year = '', month] = date.split('-');
  return month === undefined ? year : `${formatMonth(Number(month), 'fr')} ${year}`;
}

/** « Plafond annuel annoncé, taille 1 : 220 000 €, puis 287 500 € ». */
function renderChangement(difference: Difference, statut: Evenement['statut'], scribe: Scribe): LicensedText {
  const { a, b, ecart } = difference;
  const label = renderLabel(difference, scribe);
  const apres = renderMesure(b, scribe);
  const isNew = a.valeur === null && a.statut !== 'absent';
  if (isNew) return scribe.phrase('chronologie-nouveau', { label, apres });
  const avant = renderMesure(a, scribe);
  const isAlone = b.valeur === null && b.statut !== 'absent';
  if (statut === 'proposition' && isAlone) return scribe.phrase('chronologie-proposee-seule', { label, avant });
  if (statut === 'proposition') return scribe.phrase('chronologie-proposee', { label, avant, apres });
  if (isAlone) return scribe.phrase('chronologie-fin', { label, avant });
  const change = scribe.phrase('chronologie-changement', { label, avant, apres });
  return ecart ? joinLicensed([change, tellEcart(ecart, scribe.phrase)], ', ') : change;
}

function renderMesure(mesure: Mesure, scribe: Scribe): LicensedText {
  const { valeur, note } = mesure;
  if (valeur) return tellValeur(valeur, scribe.phrase, mesure);
  return note ? scribe.phrase(note.code, note.args, mesure) : scribe.phrase('comparaison-absent');
}

function renderLabel({ label, taille }: Pick<Mesure, 'label' | 'taille'>, scribe: Scribe): LicensedText {
  const text = scribe.phrase(label.code, label.args);
  if (taille === null) return text;
  const numero = { kind: 'taille', numero: toNumeroTaille(taille) } as const;
  return joinLicensed([text, scribe.phrase('comparaison-cote-taille', { taille: numero })], ', ');
}

function renderEtat(etat: EtatDuDroit, scribe: Scribe): readonly LicensedText[] {
  const { enVigueur, aVenir, sansEntreeEnVigueur, regles } = etat;
  const values = regles.map((mesure) =>
    scribe.phrase('chronologie-valeur', { label: renderLabel(mesure, scribe), valeur: renderMesure(mesure, scribe) }),
  );
  const none = regles.length === 0 ? [[], scribe.phrase('chronologie-hors-accord')] : [];
  return [
    ...toSection(scribe.phrase('chronologie-en-vigueur'), tellTextes(enVigueur, scribe)),
    ...toSection(scribe.phrase('chronologie-a-venir'), tellTextes(aVenir, scribe)),
    ...toSection(scribe.phrase('chronologie-sans-entree'), tellTextes(sansEntreeEnVigueur, scribe)),
    ...none,
    ...toSection(scribe.phrase('chronologie-regles'), toBullets(values)),
  ];
}

function tellTextes(textes: readonly TexteMetadata[], scribe: Scribe): readonly LicensedText[] {
  const lines = textes.map(({ id, enVigueurDu }) => {
    const texte = { kind: 'texte', id } as const;
    if (!enVigueurDu) return scribe.phrase('cli-texte', { texte });
    return scribe.phrase('chronologie-depuis', { texte, jour: { kind: 'date', date: enVigueurDu } });
  });
  return toBullets(lines);
}
