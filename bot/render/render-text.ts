import { FIRST_DAY } from '#corpus/law/calendar-date.ts';
import { formatDate } from '#corpus/law/format-date.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Source } from '#corpus/law/texte.ts';
import type { Answer } from '../answer/answer.ts';
import type { AnswerSource, MarkedEnonce } from '../answer/answer-source.ts';
import { licenseText } from '../answer/license-text.ts';
import { type Args, renderMessage, type Speaker, type Vocabulary } from '../answer/render-message.ts';
import { joinPoints } from './join-points.ts';

/** What rendering an answer needs besides it. */
export type Rendering = { readonly vocabulary: Vocabulary; readonly sources: ReadonlyMap<string, Source> };

/** A titled list of an answer. */
export type Rubrique = { readonly titre: LicensedText; readonly lignes: readonly LicensedText[] };

/** The parts of an answer in reading order: each surface lays them out its own way. */
export type AnswerParts = {
  /** Claims, each followed by the marks of its sources. */
  readonly enonces: readonly LicensedText[];
  /** What is missing, hypotheses, what was not computed: those that there are. */
  readonly rubriques: readonly Rubrique[];
  /** Numbered sources with their statut; none when nothing is cited. */
  readonly sources: Rubrique | undefined;
  /** How the answer was made, when the reader must know. */
  readonly avis: readonly LicensedText[];
  /** The day that the answer is for; none when it says nothing of the law. */
  readonly jour: LicensedText | undefined;
};

/** The whole answer as text: claims, lists, sources and day, a blank line between two. */
export function renderAnswer(answer: Answer, rendering: Rendering): LicensedText {
  const { enonces, rubriques, sources, avis, jour } = renderParts(answer, rendering);
  const lists = sources ? [...rubriques.map(dash), sources] : rubriques.map(dash);
  const blocks: LicensedText[] = [
    ...(enonces.length > 0 ? [joinLicensed(enonces, '\n')] : []),
    ...lists.map(({ titre, lignes }) => joinLicensed([titre, ...lignes], '\n')),
    ...avis,
    ...(jour ? [jour] : []),
  ];
  return joinLicensed(blocks, '\n\n');
}

/** The parts of an answer, in its language, with their figures at their places. */
export function renderParts(answer: Answer, { vocabulary, sources }: Rendering): AnswerParts {
  const speaker: Speaker = {
    lang: answer.lang,
    tool: 'interface',
    statut: null,
    confiance: null,
    references: [],
    asOf: answer.asOf,
  };
  function say(code: string, args: Args = {}): LicensedText {
    return renderMessage({ code, args }, speaker, vocabulary);
  }
  const dated = answer.sources.length > 0 || answer.runs.length > 0;
  return {
    enonces: answer.enonces.map((marked) => renderEnonce(marked, say)),
    rubriques: [
      { titre: say('interface-a-preciser'), lignes: answer.missing },
      { titre: say('interface-hypotheses'), lignes: answer.hypotheses },
      { titre: say('interface-non-calcule'), lignes: answer.notComputed },
    ].filter(({ lignes }) => lignes.length > 0),
    sources: renderSources(answer, sources, say),
    avis: answer.avis,
    jour: dated ? say('interface-jour', { asOf: { kind: 'date', date: answer.asOf } }) : undefined,
  };
}

type Say = (code: string, args?: Args) => LicensedText;

function dash({ titre, lignes }: Rubrique): Rubrique {
  return { titre, lignes: lignes.map((ligne) => ['- ', ...ligne]) };
}

function renderEnonce({ enonce, marks, before, after }: MarkedEnonce, say: Say): LicensedText {
  return [
    ...(before === undefined ? [] : [`${before} `]),
    ...enonce.text,
    ...marks.flatMap((mark) => [' ', ...say('interface-marque', { marque: toCounter(mark) })]),
    ...(after === undefined ? [] : [`\n${after}`]),
  ];
}

function renderSources(
  { sources: cited, asOf, lang }: Answer,
  sources: ReadonlyMap<string, Source>,
  say: Say,
): Rubrique | undefined {
  if (cited.length === 0) return undefined;
  const numbers = [...new Set(cited.map(({ number }) => number))].sort((a, b) => a - b);
  const lines = numbers.flatMap((number) => {
    const own = cited.filter((source) => source.number === number);
    const [first] = own;
    if (!first) return [];
    const { texte } = first.passage;
    const refs = [...new Set(own.flatMap((source) => source.refs))];
    const places = new Set(refs.map((ref) => sources.get(ref)?.editeur ?? texte.editeur));
    const reference: Reference = { texte: texte.id, refs: [...refs] };
    const args = {
      marque: toCounter(number),
      titre: license(capitalise(texte.nom), reference),
      statut: renderStatut(first.passage, { asOf, lang }, reference, say),
      lu: joinPoints(
        [...places].map((place) => license(place, reference)),
        say,
      ),
    };
    return [say('interface-source', args)];
  });
  return { titre: say('interface-sources'), lignes: lines };
}

/** A rule that came after the day asked about is not shown as in force that day. */
function renderStatut(
  { statut, valideDu, valideJusquau }: AnswerSource['passage'],
  { asOf, lang }: Pick<Answer, 'asOf' | 'lang'>,
  reference: Reference,
  say: Say,
): LicensedText {
  const held = valideDu !== undefined && valideJusquau !== undefined && valideDu <= asOf && asOf <= valideJusquau;
  if (statut === 'expire' && held) return say('statut-alors');
  if (statut === 'en-vigueur' && valideDu !== undefined && valideDu > asOf) {
    return say('statut-depuis', { date: license(formatDate(valideDu, lang), reference) });
  }
  return say(`statut-${statut}`);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Names of texts and publishers hold figures (« avenant 2 »): they refer to the text itself. */
function license(text: string, reference: Reference): LicensedText {
  return licenseText(text, reference.texte, FIRST_DAY, { statut: null, confiance: null, references: [reference] });
}

function toCounter(valeur: number) {
  return { kind: 'nombre', valeur } as const;
}
