import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { Comparaison, ComparaisonInput, Difference, Mesure } from '#tools/comparaison/comparaison.ts';
import { findJourDeDroit } from '#tools/comparaison/list-tailles-cote.ts';
import type { Outcome } from '#tools/outcome.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import { tellEcart, tellValeur } from '../answer/tell-valeur.ts';
import { joinPoints } from './join-points.ts';
import { keepOwn, keepShared } from './keep-shared.ts';
import type { Referentiel } from './referentiel.ts';
import type { Scribe } from './scribe.ts';
import { tellCote } from './tell-cote.ts';
import { type OutcomeTold, tellOutcome, tellTextes } from './tell-outcome.ts';

/** A comparison in words, the same for the terminal and Slack. */
export type ComparaisonDecrite = OutcomeTold & {
  /** Both sides, named. */
  readonly cotes: readonly LicensedText[];
  /** One when the law leaves no choice; else each with its name, then what all of them share. */
  readonly lectures: readonly LectureComparee[];
};

/** One way of reading the law on both sides. */
export type LectureComparee = {
  readonly nom: LicensedText | undefined;
  readonly changements: readonly Changement[];
  readonly dates: readonly DateComparee[];
  readonly identiques: readonly LicensedText[];
  readonly absents: readonly LicensedText[];
};

/** What changes: each side, the gap, the text that made it; those that there are. */
export type Changement = { readonly label: LicensedText; readonly lignes: readonly LicensedText[] };
/** A date on each side, and what it is, with the days between. */
export type DateComparee = { readonly a: LicensedText; readonly b: LicensedText; readonly label: LicensedText };

/** Tells a comparison: both sides, what changes and why, what does not, what nobody knows. */
export function describeComparaison(
  outcome: Outcome<Comparaison>,
  { a, b }: ComparaisonInput,
  { parametres }: Pick<Referentiel, 'parametres'>,
  scribe: Scribe,
): ComparaisonDecrite {
  const { asOf } = outcome;
  const jours = { a: findJourDeDroit(a, parametres), b: findJourDeDroit(b, parametres) };
  const recit = { scribe, alors: { a: jours.a < asOf, b: jours.b < asOf } };
  const cotes = [
    scribe.phrase('comparaison-titre-a', { cote: tellCote(a, jours.a, scribe) }),
    scribe.phrase('comparaison-titre-b', { cote: tellCote(b, jours.b, scribe) }),
  ];
  return { ...tellOutcome(outcome, scribe), cotes, lectures: describeLectures(outcome, recit) };
}

function describeLectures(outcome: Outcome<Comparaison>, recit: Recit): readonly LectureComparee[] {
  if (outcome.kind === 'computed') return [describeLecture(outcome.value, undefined, recit)];
  if (outcome.kind !== 'ambiguous') return [];
  const values = outcome.readings.map(({ value }) => value);
  const lectures = outcome.readings.map(({ hypothese, value }) => {
    const names = hypothese.map(({ code, args }) => recit.scribe.phrase(code, args));
    return describeLecture(keepOwn(value, values), joinLicensed(names, ', '), recit);
  });
  const toutes = recit.scribe.phrase('comparaison-toutes-lectures');
  return [...lectures, describeLecture(keepShared(values), toutes, recit)];
}

/** What both sides are told with: the scribe, and whether the rules of each were those of a day that is past. */
type Recit = { readonly scribe: Scribe; readonly alors: { readonly a: boolean; readonly b: boolean } };

function describeLecture(
  { differences, identiques, absents }: Comparaison,
  nom: LicensedText | undefined,
  recit: Recit,
): LectureComparee {
  const { scribe } = recit;
  const missions = identiques.filter(({ code }) => code.startsWith('mission:'));
  const others = identiques.filter((mesure) => !missions.includes(mesure));
  const dates = differences.filter(({ code }) => code.startsWith('echeance:'));
  return {
    nom,
    changements: differences.filter((difference) => !dates.includes(difference)).map((one) => describe(one, recit)),
    dates: dates.map((difference) => describeDate(difference, scribe)),
    identiques: [
      ...others.map((mesure) => tellIdentique(mesure, scribe)),
      ...(missions.length > 0 ? [scribe.phrase('comparaison-memes-missions')] : []),
    ],
    absents: absents.map((mesure) => tellLabel(mesure, scribe)),
  };
}

/** A date of both contracts; one that a side does not have is told in words. */
function describeDate({ a, b, ecart, label }: Difference, scribe: Scribe): DateComparee {
  const gap = ecart ? tellEcart(ecart, scribe.phrase) : [];
  const text = scribe.phrase(label.code, label.args);
  return {
    a: tellMesure({ ...a, statut: null }, false, scribe),
    b: tellMesure({ ...b, statut: null }, false, scribe),
    label: joinLicensed(gap.length === 0 ? [text] : [text, gap], ', '),
  };
}

function describe(difference: Difference, { scribe, alors }: Recit): Changement {
  const { a, b, ecart, cause } = difference;
  const args = cause && {
    texte: { kind: 'texte', id: cause.texte } as const,
    jour: { kind: 'date', date: cause.jour } as const,
  };
  const lignes = [
    scribe.phrase('comparaison-titre-a', { cote: tellMesure(a, alors.a, scribe) }),
    scribe.phrase('comparaison-titre-b', { cote: tellMesure(b, alors.b, scribe) }),
    ecart && tellEcart(ecart, scribe.phrase),
    args && scribe.phrase('comparaison-cause', args),
  ];
  return { label: tellLabel(difference, scribe), lignes: lignes.filter((ligne) => ligne !== null) };
}

/** The value with its standing and its texts, or why there is none. */
function tellMesure(mesure: Mesure, alors: boolean, scribe: Scribe): LicensedText {
  const { valeur, note, statut, references } = mesure;
  const told = note && scribe.phrase(note.code, note.args, mesure);
  if (valeur === null) return told ?? scribe.phrase('comparaison-absent');
  const value = tellValeur(valeur, scribe.phrase, mesure);
  const appui = statut && tellStatut(mesure, alors, scribe);
  const textes = statut && references.length > 0 ? tellTextes(references, scribe) : null;
  const source = joinLicensed(
    [appui, textes].filter((part) => part !== null),
    ', ',
  );
  const after = [told, source].filter((part) => part !== null && part.length > 0) as readonly LicensedText[];
  return after.length === 0 ? value : [...value, ' (', ...joinPoints(after, scribe.phrase), ')'];
}

/** A rule in force known by a contract is the asker's own amount. */
function tellStatut({ statut, confiance }: Mesure, alors: boolean, scribe: Scribe): LicensedText {
  if (statut === 'en-vigueur' && confiance === 'C') return scribe.phrase('cli-votre-contrat');
  if (alors && statut === 'en-vigueur') return scribe.phrase('statut-alors');
  // It held by the law of its day, and no longer does.
  if (statut === 'expire') return scribe.phrase('cli-expire-depuis');
  return scribe.phrase(`statut-${statut}`);
}

function tellIdentique(mesure: Mesure, scribe: Scribe): LicensedText {
  const { valeur, note } = mesure;
  const value = valeur && tellValeur(valeur, scribe.phrase, mesure);
  const told = note && scribe.phrase(note.code, note.args, mesure);
  const parts = [tellLabel(mesure, scribe), value, told].filter((part) => part !== null);
  return joinLicensed(parts, ', ');
}

function tellLabel({ label, taille }: Pick<Mesure, 'label' | 'taille'>, scribe: Scribe): LicensedText {
  const text = scribe.phrase(label.code, label.args);
  if (taille === null) return text;
  const numero = { kind: 'taille', numero: toNumeroTaille(taille) } as const;
  return joinLicensed([text, scribe.phrase('comparaison-cote-taille', { taille: numero })], ', ');
}
