import type { Vocabulary } from '#bot/answer/render-message.ts';
import { createScribe } from '#bot/render/scribe.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Centimes, toEuros } from '#corpus/law/euros.ts';
import type { Financement } from '#tools/financement/financement.ts';
import { listValues, type Outcome } from '#tools/outcome.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import type { LigneLot } from './compute-ligne.ts';
import { rememberSentences, type Write } from './remember-sentences.ts';

/** One reading of a line, amounts in euros. */
type LectureRendue = Bornes & { readonly hypothese: string };
type Bornes = {
  readonly total: number | null;
  readonly estimation: number | null;
  readonly maximum: number | null;
  readonly plafond: number | null;
};

/** A line of the result, ready to be written in any form: amounts in euros, sentences in French. */
export type LigneRendue = Bornes & {
  readonly ligne: number;
  readonly nom: string | null;
  readonly kind: Outcome<unknown>['kind'] | 'erreur';
  readonly taille: number | readonly number[] | null;
  readonly annee: number | null;
  /** Several readings, and no total of their own; empty otherwise. */
  readonly lectures: readonly LectureRendue[];
  readonly echeances: readonly {
    readonly code: string;
    readonly date: string;
    readonly label: string;
    readonly joursRestants: number;
  }[];
  readonly notComputed: readonly string[];
  readonly hypotheses: readonly string[];
  /** Why nothing applies, when nothing does. */
  readonly reason: string | null;
  /** What is asked for. */
  readonly missing: readonly string[];
  readonly erreurs: readonly { readonly champ: string; readonly valeur: string; readonly message: string }[];
};

const NOTHING = { total: null, estimation: null, maximum: null, plafond: null };

/** Builds the renderer of lines; each distinct sentence is written and checked by the gate once. */
export function createLigneRenderer(vocabulary: Vocabulary, asOf: CalendarDate): (ligne: LigneLot) => LigneRendue {
  const write = rememberSentences(createScribe('lot', asOf, vocabulary));
  return (ligne) => {
    const { nom } = ligne;
    const empty = { nom, taille: null, annee: null, ...NOTHING, lectures: [], echeances: [] };
    const lists = { notComputed: [], hypotheses: [], reason: null, missing: [], erreurs: [] };
    if (ligne.kind === 'erreur') {
      const erreurs = ligne.problems.map(({ titre, valeur, message }) => {
        return { champ: titre, valeur: shorten(valeur), message: write(message) };
      });
      return { ligne: ligne.ligne, kind: 'erreur', ...empty, ...lists, erreurs };
    }
    const { financement, prochaines, sansDate } = ligne;
    const echeances = prochaines.map(({ code, date, label, joursRestants }) => {
      return { code, date, label: write(label), joursRestants };
    });
    const head = { ligne: ligne.ligne, kind: financement.kind, ...empty };
    const notes = { ...lists, ...renderNotes(financement, write) };
    const notComputed = [...new Set([...notes.notComputed, ...sansDate.map(write)])];
    return { ...head, ...renderFinancement(financement, write), echeances, ...notes, notComputed };
  };
}

function renderFinancement(outcome: Outcome<Financement>, write: Write) {
  const values = listValues(outcome);
  const tailles = [...new Set(values.map(({ taille }) => toNumeroTaille(taille)))];
  const head = { taille: tailles.length > 1 ? tailles : (tailles[0] ?? null), annee: values[0]?.annee ?? null };
  if (outcome.kind === 'computed') return { ...head, ...renderBornes(outcome.value) };
  if (outcome.kind !== 'ambiguous') return head;
  const lectures = outcome.readings.map(({ hypothese, value }) => {
    return { hypothese: hypothese.map(write).join(', '), ...renderBornes(value) };
  });
  const { maximum, plafond } = NOTHING;
  const [first] = lectures;
  return {
    ...head,
    // What every reading shares is known; the rest is in the readings only.
    maximum: lectures.every((lecture) => lecture.maximum === first?.maximum) ? (first?.maximum ?? null) : maximum,
    plafond: lectures.every((lecture) => lecture.plafond === first?.plafond) ? (first?.plafond ?? null) : plafond,
    lectures,
  };
}

function renderBornes({ total, estimation, maximum, plafond }: Financement): Bornes {
  return {
    total: toEuros(total),
    estimation: toEurosOrNull(estimation),
    maximum: toEurosOrNull(maximum),
    plafond: toEurosOrNull(plafond),
  };
}

function toEurosOrNull(montant: Centimes | null): number | null {
  return montant === null ? null : toEuros(montant);
}

function renderNotes(outcome: Outcome<Financement>, write: Write) {
  switch (outcome.kind) {
    case 'computed':
    case 'ambiguous':
      return { notComputed: outcome.notComputed.map(write), hypotheses: outcome.hypotheses.map(write) };
    case 'missing-input':
      return { missing: outcome.missing.map(({ question }) => write(question)) };
    case 'not-applicable':
    case 'not-covered':
      return { reason: write(outcome.reason) };
  }
}

const VALEUR_MAX = 60;

function shorten(valeur: string): string {
  const clean = valeur.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return clean.length > VALEUR_MAX ? `${clean.slice(0, VALEUR_MAX)}…` : clean;
}
