import type { Parametres } from '#corpus/law/parametres.ts';
import type { Corpus } from '#corpus/load-corpus.ts';
import type { Vocabulary } from '../answer/render-message.ts';

/** All that is needed to tell an outcome: the law as parameters, the texts, and the sentences to tell them. */
export type Referentiel = {
  readonly parametres: Parametres;
  readonly corpus: Corpus;
  readonly vocabulary: Vocabulary;
};
