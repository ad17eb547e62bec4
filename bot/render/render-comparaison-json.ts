import { toEuros } from '#corpus/law/euros.ts';
import type { Corpus } from '#corpus/load-corpus.ts';
import type {
  Comparaison,
  ComparaisonInput,
  Cote,
  Difference,
  Ecart,
  Mesure,
  Valeur,
} from '#tools/comparaison/comparaison.ts';
import { toNomTexte } from '#tools/comparaison/list-saisies.ts';
import { findJourDeDroit } from '#tools/comparaison/list-tailles-cote.ts';
import type { Outcome } from '#tools/outcome.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import type { Referentiel } from './referentiel.ts';
import { renderOutcomeJson } from './render-outcome-json.ts';
import { renderReferencesJson } from './render-references-json.ts';
import { createScribe, type Scribe } from './scribe.ts';

/**
 * A comparison as one JSON object: euros as numbers, days as ISO strings, delays in months; `null` where a side has no
 * value, and `note` says why. What depends on a reading is given inside the readings only.
 */
export function renderComparaisonJson(
  outcome: Outcome<Comparaison>,
  { a, b }: ComparaisonInput,
  referentiel: Referentiel,
): object {
  const scribe = createScribe('comparaison', outcome.asOf, referentiel.vocabulary);
  const { kind, asOf, ...common } = renderOutcomeJson(outcome, scribe, referentiel);
  const head = { kind, asOf, a: renderCote(a, referentiel), b: renderCote(b, referentiel) };
  if (outcome.kind === 'computed') {
    return { ...head, ...renderLecture(outcome.value, scribe, referentiel), ...common };
  }
  const empty = { saisies: [], differences: [], identiques: [], absents: [] };
  if (outcome.kind !== 'ambiguous') return { ...head, ...empty, ...common };
  const lectures = outcome.readings.map(({ hypothese, value }) => ({
    hypothese: scribe.writeJoined(hypothese, ', '),
    ...renderLecture(value, scribe, referentiel),
  }));
  return { ...head, ...empty, ...common, lectures };
}

/** A side as it was given; its `asOf` is the day whose law it follows, that of its contract year when it has one. */
function renderCote(cote: Cote, { parametres }: Referentiel): object {
  const { texte, entree } = cote;
  const { taille, missions, ...rest } = entree;
  const named = toNomTexte(texte);
  return {
    asOf: findJourDeDroit(cote, parametres),
    ...(named === undefined ? {} : { texte: named, statut: STATUTS[texte?.kind ?? 'texte'] }),
    ...rest,
    ...(taille === undefined ? {} : { taille: toNumeroTaille(taille) }),
    ...(missions.length === 0 ? {} : { missions: missions.map(({ code }) => code) }),
  };
}

const STATUTS = { texte: 'en-vigueur', proposition: 'proposition', absent: 'absent' } as const;

function renderLecture(value: Comparaison, scribe: Scribe, { corpus }: Referentiel): object {
  const { saisies, differences, identiques, absents } = value;
  return {
    saisies,
    differences: differences.map((difference) => renderDifferenceJson(difference, scribe, corpus)),
    identiques: identiques.map((mesure) => renderMesureJson(mesure, scribe, corpus)),
    absents: absents.map((mesure) => renderHead(mesure, scribe)),
  };
}

/** One line of one side: its value, and why there is none. */
export function renderMesureJson(mesure: Mesure, scribe: Scribe, corpus: Corpus): object {
  const { statut, references, valeur, note } = mesure;
  return {
    ...renderHead(mesure, scribe),
    valeur: renderValeur(valeur),
    unite: toUnite(valeur),
    statut,
    references: renderReferencesJson(references, corpus),
    ...(note === null ? {} : { note: scribe.write(note, mesure) }),
  };
}

/** A line on which two sides differ, the value of each with its standing and its references. */
export function renderDifferenceJson(difference: Difference, scribe: Scribe, corpus: Corpus): object {
  const { a, b, ecart, cause } = difference;
  const texte = cause && corpus.textes.get(cause.texte);
  const note = { ...renderNote('a', a, scribe), ...renderNote('b', b, scribe) };
  return {
    ...renderHead(difference, scribe),
    unite: toUnite(b.valeur ?? a.valeur),
    a: renderValeur(a.valeur),
    b: renderValeur(b.valeur),
    ecart: renderEcart(ecart),
    ecartPourcent: ecart?.kind === 'montant' && ecart.pourcent ? (100 * ecart.pourcent.num) / ecart.pourcent.den : null,
    statut: { a: a.statut, b: b.statut },
    references: { a: renderReferencesJson(a.references, corpus), b: renderReferencesJson(b.references, corpus) },
    ...(Object.keys(note).length === 0 ? {} : { note }),
    cause: cause && { texte: cause.texte, nom: texte?.nom ?? cause.texte, jour: cause.jour },
  };
}

function renderHead({ code, label, taille }: Pick<Mesure, 'code' | 'label' | 'taille'>, scribe: Scribe) {
  return { code, label: scribe.write(label), ...(taille === null ? {} : { taille: toNumeroTaille(taille) }) };
}

function renderNote(side: 'a' | 'b', mesure: Mesure, scribe: Scribe): object {
  return mesure.note === null ? {} : { [side]: scribe.write(mesure.note, mesure) };
}

function renderValeur(valeur: Valeur | null): unknown {
  switch (valeur?.kind) {
    case undefined:
      return null;
    case 'montant':
      return toEuros(valeur.centimes);
    case 'duree':
      return valeur.valeur;
    case 'part':
      return valeur.fraction.num / valeur.fraction.den;
    case 'date':
      return valeur.date;
    case 'taille':
      return valeur.numero;
    case 'bornes':
      return { de: valeur.de, a: valeur.a };
    case 'genre':
      return valeur.genre;
  }
}

function toUnite(valeur: Valeur | null): string | null {
  switch (valeur?.kind) {
    case 'montant':
      return 'EUR';
    case 'duree':
      return valeur.unite;
    case 'bornes':
      return 'habitants';
    case 'date':
      return 'date';
    default:
      return valeur === null ? null : valeur.kind;
  }
}

function renderEcart(ecart: Ecart | null): number | null {
  if (ecart === null) return null;
  return ecart.kind === 'montant' ? toEuros(ecart.centimes) : ecart.valeur;
}
