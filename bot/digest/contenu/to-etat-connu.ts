import { createHash } from 'node:crypto';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Corpus, CorpusPassage } from '#corpus/load-corpus.ts';
import type { EtatConnu, PassageConnu } from '#tools/nouveautes/etat-connu.ts';

/** What is known of the law on a day, from the data that is loaded. */
export function toEtatConnu(corpus: Corpus, parametres: Parametres, jour: CalendarDate): EtatConnu {
  return { jour, parametres, textes: [...corpus.textes.values()], passages: corpus.passages.map(toPassageConnu) };
}

function toPassageConnu({ texte, ...passage }: CorpusPassage): PassageConnu {
  const { id, titre, statut, valideDu } = passage;
  const empreinte = createHash('sha256').update(JSON.stringify(passage)).digest('hex');
  return { id, titre, texte: texte.id, statut, ...(valideDu === undefined ? {} : { valideDu }), empreinte };
}
