import type { Corpus, CorpusPassage } from '../load-corpus.ts';

/** What must be true of every passage, and a change that makes it false of any. */
export type PassageRule = readonly [
  says: string,
  holds: (passage: CorpusPassage) => boolean,
  wrong: Partial<CorpusPassage>,
];

/** Articles that were read themselves, by the source where they were. */
const READ_ARTICLES: Readonly<Record<string, string>> = { 'JO19-ART9': '9' };

/** Local figures that are not copied from the contracts but computed by us from what is. */
const LOCAL_SUMS = ['local-totaux'];

/** Words by which a reader is told that something never became law. */
const NOT_LAW = /propos|projet|négoci|piste|demandait|n’a pas été (?:signé|adopté|repris)/i;

/** The rules of all passages of a corpus, each with a change that breaks it. */
export function listPassageRules(corpus: Corpus): readonly PassageRule[] {
  const newest = findNewest(corpus);
  return [
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
      (passage) => isStillValid(passage, newest),
      { statut: 'en-vigueur', valideJusquau: corpus.passages[0]?.texte.verifieLe },
    ],
    [
      'what is in force has begun',
      (passage) => isBegun(passage, newest),
      { statut: 'en-vigueur', valideDu: '2099-01-01' as CorpusPassage['valideDu'] },
    ],
    ['an article is named only where it was read', isArticleRead, { article: '8' }],
    ['an article is named only with its source', isArticleRead, { article: '9', refs: ['S2'] }],
    ['the body is plain text, in our own words', isPlain, { corps: 'Le **fonctionnement** est financé.' }],
    ['the body quotes nobody', isPlain, { corps: 'Le fonctionnement est « financé ».' }],
    ['the body ends as a sentence does', isPlain, { corps: 'Le fonctionnement est financé' }],
  ];
}

/** Last day on which somebody looked for something newer. */
function findNewest({ textes }: Corpus): string {
  const days = [...textes.values()].map(({ verifieLe }) => verifieLe).sort();
  return days.at(-1) ?? '';
}

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

function isStillValid({ statut, valideJusquau }: CorpusPassage, newest: string): boolean {
  return statut !== 'en-vigueur' || valideJusquau === undefined || valideJusquau > newest;
}

function isBegun({ statut, valideDu }: CorpusPassage, newest: string): boolean {
  return statut !== 'en-vigueur' || valideDu === undefined || valideDu <= newest;
}

function isArticleRead({ article, refs }: CorpusPassage): boolean {
  return article === undefined || refs.some((ref) => READ_ARTICLES[ref] === article);
}

function isPlain({ corps }: CorpusPassage): boolean {
  return !/[*_`#<>|«»"“”]|https?:/.test(corps) && /[.!?]$/.test(corps);
}
