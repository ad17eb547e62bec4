import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { Comparaison, ComparaisonInput, Difference, Mesure } from '#tools/comparaison/comparaison.ts';
import { findJourDeDroit } from '#tools/comparaison/list-tailles-cote.ts';
import type { Outcome } from '#tools/outcome.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import { tellEcart, tellValeur } from '../answer/tell-valeur.ts';
import type { Referentiel } from '../render/referentiel.ts';
import { createScribe, type Scribe } from '../render/scribe.ts';
import { keepOwn, keepShared } from './keep-shared.ts';
import { type Line, sealLines, toBullets, toColumns, toSection } from './layout.ts';
import { renderCoteText } from './render-cote-text.ts';
import { renderOutcomeText, renderTextes } from './render-outcome-text.ts';

/** A comparison for a reader: both sides, what changes and why, what does not, what nobody knows. */
export function renderComparaisonText(
  outcome: Outcome<Comparaison>,
  { a, b }: ComparaisonInput,
  { parametres, vocabulary }: Referentiel,
): string {
  const scribe = createScribe('comparaison', outcome.asOf, vocabulary);
  const { asOf } = outcome;
  const jours = { a: findJourDeDroit(a, parametres), b: findJourDeDroit(b, parametres) };
  const recit = { scribe, alors: { a: jours.a < asOf, b: jours.b < asOf } };
  const rest = renderOutcomeText(outcome, scribe);
  const head = [
    scribe.phrase('comparaison-titre-a', { cote: renderCoteText(a, jours.a, scribe) }),
    scribe.phrase('comparaison-titre-b', { cote: renderCoteText(b, jours.b, scribe) }),
  ];
  if (outcome.kind === 'computed') {
    const rien = outcome.value.differences.length === 0 ? [[], scribe.phrase('comparaison-rien-ne-change')] : [];
    return `${sealLines([...head, ...rien, ...renderLecture(outcome.value, recit), ...rest])}\n`;
  }
  if (outcome.kind !== 'ambiguous') return `${sealLines([...head, [], ...rest])}\n`;
  const values = outcome.readings.map(({ value }) => value);
  const lectures = outcome.readings.flatMap(({ hypothese, value }) => {
    const name = joinLicensed(
      hypothese.map(({ code, args }) => scribe.phrase(code, args)),
      ', ',
    );
    return [[], ['— ', ...name], ...renderLecture(keepOwn(value, values), recit)];
  });
  const toutes = [[], ['— ', ...scribe.phrase('comparaison-toutes-lectures')]];
  const shared = [...toutes, ...renderLecture(keepShared(values), recit)];
  return `${sealLines([...head, [], scribe.phrase('cli-lectures'), ...lectures, ...shared, ...rest])}\n`;
}

/** What both sides are told with: the scribe, and whether the rules of each were those of a day that is past. */
type Recit = { readonly scribe: Scribe; readonly alors: { readonly a: boolean; readonly b: boolean } };

function renderLecture({ differences, identiques, absents }: Comparaison, recit: Recit): readonly LicensedText[] {
  const { scribe } = recit;
  const missions = identiques.filter(({ code }) => code.startsWith('mission:'));
  const others = identiques.filter((mesure) => !missions.includes(mesure));
  const same = [
    ...others.map((mesure) => renderIdentique(mesure, scribe)),
    ...(missions.length > 0 ? [scribe.phrase('comparaison-memes-missions')] : []),
  ];
  const dates = differences.filter(({ code }) => code.startsWith('echeance:'));
  const changes = differences.filter((difference) => !dates.includes(difference));
  const nobody = absents.map((mesure) => renderLabel(mesure, scribe));
  return [
    ...toSection(
      scribe.phrase('comparaison-change'),
      changes.flatMap((difference) => renderDifference(difference, recit)),
    ),
    ...toSection(scribe.phrase('comparaison-dates'), renderDates(dates, scribe)),
    ...toSection(scribe.phrase('comparaison-identique'), toBullets(same)),
    ...toSection(scribe.phrase('comparaison-absent-partout'), toBullets(nobody)),
  ];
}

/** Dates of both contracts side by side; one that a side does not have is told in words. */
function renderDates(dates: readonly Difference[], scribe: Scribe): readonly LicensedText[] {
  const lines = dates.map(({ a, b, ecart, label }): Line => {
    const [dayA, dayB] = [a, b].map((mesure) => renderMesure({ ...mesure, statut: null }, false, scribe));
    const gap = ecart ? tellEcart(ecart, scribe.phrase) : [];
    const text = scribe.phrase(label.code, label.args);
    return [dayA ?? [], dayB ?? [], joinLicensed(gap.length === 0 ? [text] : [text, gap], ', ')];
  });
  return toColumns(lines, 2);
}

function renderDifference(difference: Difference, { scribe, alors }: Recit): readonly LicensedText[] {
  const { a, b, ecart, cause } = difference;
  const gap = ecart && tellEcart(ecart, scribe.phrase);
  const args = cause && {
    texte: { kind: 'texte', id: cause.texte } as const,
    jour: { kind: 'date', date: cause.jour } as const,
  };
  const lines = [
    scribe.phrase('comparaison-titre-a', { cote: renderMesure(a, alors.a, scribe) }),
    scribe.phrase('comparaison-titre-b', { cote: renderMesure(b, alors.b, scribe) }),
    gap,
    args && scribe.phrase('comparaison-cause', args),
  ];
  const told = lines.flatMap((line): LicensedText[] => (line ? [['      ', ...line]] : []));
  return [...toBullets([renderLabel(difference, scribe)]), ...told];
}

/** The value with its standing and its texts, or why there is none. */
function renderMesure(mesure: Mesure, alors: boolean, scribe: Scribe): LicensedText {
  const { valeur, note, statut, references } = mesure;
  const told = note && scribe.phrase(note.code, note.args, mesure);
  if (valeur === null) return told ?? scribe.phrase('comparaison-absent');
  const value = tellValeur(valeur, scribe.phrase, mesure);
  const appui = statut && renderStatut(mesure, alors, scribe);
  const textes = statut && references.length > 0 ? renderTextes(references, scribe) : null;
  const source = joinLicensed(
    [appui, textes].filter((part) => part !== null),
    ', ',
  );
  const after = [told, source].filter((part) => part !== null && part.length > 0) as readonly LicensedText[];
  return after.length === 0 ? value : [...value, ' (', ...joinLicensed(after, ' ; '), ')'];
}

/** A rule in force known by a contract is the asker's own amount. */
function renderStatut({ statut, confiance }: Mesure, alors: boolean, scribe: Scribe): LicensedText {
  if (statut === 'en-vigueur' && confiance === 'C') return scribe.phrase('cli-votre-contrat');
  if (alors && statut === 'en-vigueur') return scribe.phrase('statut-alors');
  // It held by the law of its day, and no longer does.
  if (statut === 'expire') return scribe.phrase('cli-expire-depuis');
  return scribe.phrase(`statut-${statut}`);
}

function renderIdentique(mesure: Mesure, scribe: Scribe): LicensedText {
  const { valeur, note } = mesure;
  const value = valeur && tellValeur(valeur, scribe.phrase, mesure);
  const told = note && scribe.phrase(note.code, note.args, mesure);
  const parts = [renderLabel(mesure, scribe), value, told].filter((part) => part !== null);
  return joinLicensed(parts, ', ');
}

function renderLabel({ label, taille }: Pick<Mesure, 'label' | 'taille'>, scribe: Scribe): LicensedText {
  const text = scribe.phrase(label.code, label.args);
  if (taille === null) return text;
  const numero = { kind: 'taille', numero: toNumeroTaille(taille) } as const;
  return joinLicensed([text, scribe.phrase('comparaison-cote-taille', { taille: numero })], ', ');
}
