import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { QuestionPosee } from '../load-questions.ts';
import type { Resultat } from '../play-questions.ts';
import { QuestionAttendue } from '../questions.ts';

const JOUR = '2026-11-21' as CalendarDate;

/** What a result may be given; the rest says that all is right. */
type Given = Partial<Pick<Resultat, 'fautes' | 'instables'>> &
  Partial<Pick<QuestionPosee, 'id' | 'texte' | 'categorie' | 'kind'>> & {
    readonly text?: string;
    readonly ms?: number;
  };

/** A result for tests. */
export function createResultat(given: Given): Resultat {
  const {
    id = 'T01',
    texte = 'Quelle taille ?',
    categorie = 'taille',
    kind = ['answered'],
    text = '',
    ms = 10,
  } = given;
  const question = QuestionAttendue.parse({ id, texte, kind: kind.length === 1 ? kind[0] : kind });
  return {
    question: { ...question, categorie, jour: JOUR, fichier: 'essai.yaml' },
    observed: {
      ...{ kind: kind[0] ?? 'answered', lang: 'fr', asOf: JOUR, text, ms, composer: 'deterministic', guided: false },
      ...{ figures: [], enonces: [], sources: [], sansOrigine: undefined, joursLaisses: [], rejections: [] },
    },
    fautes: given.fautes ?? [],
    instables: given.instables,
  };
}
