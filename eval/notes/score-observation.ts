import type { QuestionPosee } from '../load-questions.ts';
import type { Observation } from './observation.ts';
import { scoreChiffres, scoreInterdits, scorePropositions, scoreStatut } from './score-chiffres.ts';
import { scoreJour, scoreJoursLaisses, scoreKind, scoreLangue, scoreLatence, scoreLicence } from './score-forme.ts';
import { scoreReferences, scoreSoutien, scoreStatutMontre } from './score-sources.ts';
import { scoreFaits, scoreTus } from './score-words.ts';

/** What a scorer looks at, and how a reader names it. */
export const NOTES = {
  genre: 'genre de réponse',
  langue: 'langue',
  faits: 'faits dits',
  tus: 'ce qui doit se taire',
  chiffres: 'chiffres exacts',
  interdits: 'chiffres interdits absents',
  propositions: 'propositions jamais données pour le droit',
  statut: 'statut montré',
  references: 'sources citées',
  soutien: 'citations qui soutiennent',
  jour: 'jour du droit',
  joursLaisses: 'sommes du jour demandé',
  licence: 'chiffres autorisés',
  latence: 'délai',
} as const;
export type Note = keyof typeof NOTES;

/** What is wrong in an answer, and which scorer says so. */
export type Faute = { readonly note: Note; readonly message: string };

/** Every fault of an answer; none when it is fully right. */
export function scoreObservation(expected: QuestionPosee, observed: Observation): readonly Faute[] {
  const found: Readonly<Record<Note, readonly string[]>> = {
    genre: scoreKind(expected, observed),
    langue: scoreLangue(expected, observed),
    faits: scoreFaits(expected, observed),
    tus: scoreTus(expected, observed),
    chiffres: scoreChiffres(expected, observed),
    interdits: scoreInterdits(expected, observed),
    propositions: scorePropositions(expected, observed),
    statut: [...scoreStatut(expected, observed), ...scoreStatutMontre(observed)],
    references: scoreReferences(expected, observed),
    soutien: scoreSoutien(observed),
    jour: scoreJour(expected, observed),
    joursLaisses: scoreJoursLaisses(observed),
    licence: scoreLicence(observed),
    latence: scoreLatence(observed),
  };
  return (Object.keys(NOTES) as Note[]).flatMap((note) => found[note].map((message) => ({ note, message })));
}
