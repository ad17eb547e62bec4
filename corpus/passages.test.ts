import { describe, expect, it } from 'vitest';
import { STATUTS_COURANTS } from './law/statut.ts';
import type { CorpusPassage } from './load-corpus.ts';
import { loadTestCorpus } from './testing/load-test-corpus.ts';

/** What must be true of every passage, and a change that makes it false of any. */
type Rule = readonly [says: string, holds: (passage: CorpusPassage) => boolean, wrong: Partial<CorpusPassage>];

/** Articles that were read themselves, by the source where they were. */
const READ_ARTICLES: Readonly<Record<string, string>> = { 'JO19-ART9': '9' };

/** Local figures that are not copied from the contracts but computed by us from what is. */
const LOCAL_SUMS = ['local-totaux'];

/** Words by which a reader is told that something never became law. */
const NOT_LAW = /propos|projet|négoci|piste|demandait|n’a pas été (?:signé|adopté|repris)/i;

const corpus = loadTestCorpus();
/** Last day on which somebody looked for something newer. */
const NEWEST =
  [...corpus.textes.values()]
    .map(({ verifieLe }) => verifieLe)
    .sort()
    .at(-1) ?? '';

const RULES: readonly Rule[] = [
  ['what is absent is known to be missing, and nothing else is', isMissing, { statut: 'absent', confiance: 'P' }],
  ['what is missing is said absent', isMissing, { statut: 'en-vigueur', confiance: 'M' }],
  ['a local figure comes from contracts', isLocal, { statut: 'releve-local', confiance: 'P' }],
  [
    'a local figure says so in words',
    isLocal,
    { statut: 'releve-local', confiance: 'C', corps: 'La mission vaut tant.' },
  ],
  ['a figure of contracts is local', isLocal, { statut: 'en-vigueur', confiance: 'C' }],
  [
    'what we deduce is inferred',
    ({ statut, confiance }) => statut !== 'deduit' || confiance === 'I',
    { statut: 'deduit', confiance: 'S' },
  ],
  [
    'a proposal is said in words not to be law',
    isProposalSaid,
    { statut: 'proposition', titre: 'Montants', corps: 'La dotation est de tant.' },
  ],
  [
    'what has expired says until when, or what replaces it',
    isExpiryKnown,
    { statut: 'expire', valideJusquau: undefined, remplacePar: undefined },
  ],
  [
    'what is in force has not ended',
    isStillValid,
    { statut: 'en-vigueur', valideJusquau: corpus.passages[0]?.texte.verifieLe },
  ],
  [
    'what is in force has begun',
    isBegun,
    { statut: 'en-vigueur', valideDu: '2099-01-01' as CorpusPassage['valideDu'] },
  ],
  ['an article is named only where it was read', isArticleRead, { article: '8' }],
  ['an article is named only with its source', isArticleRead, { article: '9', refs: ['S2'] }],
  ['the body is plain text, in our own words', isPlain, { corps: 'Le **fonctionnement** est financé.' }],
  ['the body quotes nobody', isPlain, { corps: 'Le fonctionnement est « financé ».' }],
  ['the body ends as a sentence does', isPlain, { corps: 'Le fonctionnement est financé' }],
];

describe('a passage', () => {
  const [sane] = corpus.passages.filter((passage) => RULES.every(([, holds]) => holds(passage)));

  it.each(RULES)('%s', (_, holds, wrong) => {
    expect(corpus.passages.filter((passage) => !holds(passage)).map(({ id }) => id)).toEqual([]);
    expect(sane && holds({ ...sane, ...wrong })).toBe(false);
  });

  it.each(corpus.passages.filter(({ remplacePar }) => remplacePar))(
    '$id leads, by what replaces it, to what may be told today',
    (passage) => {
      expect(STATUTS_COURANTS).toContain(findHolding(passage).statut);
    },
  );

  it('stands once: no two have the same body', () => {
    const bodies = corpus.passages.map(({ corps }) => corps);
    expect(bodies.filter((body, at) => bodies.indexOf(body) !== at)).toEqual([]);
  });
});

function isMissing({ statut, confiance }: CorpusPassage): boolean {
  return (statut === 'absent') === (confiance === 'M');
}

function isLocal({ id, statut, confiance, titre, corps }: CorpusPassage): boolean {
  if (statut !== 'releve-local') return confiance !== 'C';
  return (confiance === 'C' || LOCAL_SUMS.includes(id)) && /contrats? loca(?:l|ux)/.test(`${titre} ${corps}`);
}

function isProposalSaid({ statut, titre, corps }: CorpusPassage): boolean {
  return statut !== 'proposition' || NOT_LAW.test(`${titre} ${corps}`);
}

function isExpiryKnown({ statut, valideJusquau, remplacePar }: CorpusPassage): boolean {
  return statut !== 'expire' || valideJusquau !== undefined || remplacePar !== undefined;
}

function isStillValid({ statut, valideJusquau }: CorpusPassage): boolean {
  return statut !== 'en-vigueur' || valideJusquau === undefined || valideJusquau > NEWEST;
}

function isBegun({ statut, valideDu }: CorpusPassage): boolean {
  return statut !== 'en-vigueur' || valideDu === undefined || valideDu <= NEWEST;
}

function isArticleRead({ article, refs }: CorpusPassage): boolean {
  return article === undefined || refs.some((ref) => READ_ARTICLES[ref] === article);
}

function isPlain({ corps }: CorpusPassage): boolean {
  return !/[*_`#<>|«»"“”]|https?:/.test(corps) && /[.!?]$/.test(corps);
}

/** Follows `remplacePar` to its end. */
function findHolding(passage: CorpusPassage): CorpusPassage {
  const seen = new Set([passage.id]);
  let holding = passage;
  while (holding.remplacePar !== undefined) {
    const next = corpus.passagesById.get(holding.remplacePar);
    if (!next || seen.has(next.id)) throw new Error(`${passage.id}: remplacePar leads nowhere from ${holding.id}`);
    seen.add(next.id);
    holding = next;
  }
  return holding;
}
