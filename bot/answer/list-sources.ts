import type { Reference } from '#corpus/law/reference.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import type { AnswerSource, MarkedEnonce } from './answer-source.ts';
import type { Enonce } from './enonce.ts';
import type { LinkedEnonce } from './linked-enonce.ts';

/**
 * Numbers the sources of an answer in the order they are first cited.
 * A computed claim cites the passage its parameter names, with the sources where the parameter was read.
 */
export function listSources(
  enonces: readonly LinkedEnonce[],
  passages: ReadonlyMap<string, CorpusPassage>,
): { readonly marked: readonly MarkedEnonce[]; readonly sources: readonly AnswerSource[] } {
  const sources = new Map<string, AnswerSource>();
  // One number for a text and a standing: several passages of it do not make several sources for a reader.
  const numbers = new Map<string, number>();
  const marked = enonces.map((linked): MarkedEnonce => {
    const marks = listCited(linked.enonce, passages).map(({ passage, refs, ...more }) => {
      const known = sources.get(passage.id);
      const key = `${passage.texte.id} ${passage.statut}`;
      const number = numbers.get(key) ?? numbers.size + 1;
      numbers.set(key, number);
      sources.set(passage.id, { number, passage, refs: [...new Set([...(known?.refs ?? []), ...refs])], ...more });
      return number;
    });
    return { ...linked, marks: [...new Set(marks)] };
  });
  return { marked, sources: [...sources.values()] };
}

function listCited(
  enonce: Enonce,
  passages: ReadonlyMap<string, CorpusPassage>,
): readonly Omit<AnswerSource, 'number'>[] {
  if (enonce.origin.type === 'citation') {
    const { document, extrait } = enonce.origin;
    const { passage } = document;
    return [{ passage, refs: passage.refs, cite: { document, extrait } }];
  }
  if (enonce.origin.type === 'passage') {
    const passage = passages.get(enonce.origin.passage);
    return passage ? [{ passage, refs: passage.refs }] : [];
  }
  return enonce.references.flatMap((reference) => {
    const passage = findSupport(reference, passages);
    return passage ? [{ passage, refs: [...reference.refs, ...passage.refs] }] : [];
  });
}

/** The passage that a parameter names, else the one of its text that shares most of its sources. */
function findSupport({ passage, texte, refs }: Reference, passages: ReadonlyMap<string, CorpusPassage>) {
  if (passage !== undefined) return passages.get(passage);
  let best: { readonly passage: CorpusPassage; readonly shared: number } | undefined;
  for (const candidate of passages.values()) {
    if (candidate.texte.id !== texte) continue;
    const shared = candidate.refs.filter((ref) => refs.includes(ref)).length;
    if (!best || shared > best.shared) best = { passage: candidate, shared };
  }
  return best?.passage;
}
