import { FIRST_DAY } from '#corpus/law/calendar-date.ts';
import { formatDate } from '#corpus/law/format-date.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Source } from '#corpus/law/texte.ts';
import type { Answer } from '../answer/answer.ts';
import type { AnswerSource, MarkedEnonce } from '../answer/answer-source.ts';
import { licenseText } from '../answer/license-text.ts';
import { type Args, renderMessage, type Speaker, type Vocabulary } from '../answer/render-message.ts';

/** What rendering an answer needs besides it. */
export type Rendering = { readonly vocabulary: Vocabulary; readonly sources: ReadonlyMap<string, Source> };

/**
 * The whole answer as a reader sees it: claims with their marks, what is missing, hypotheses, what was not computed,
 * numbered sources with their statut, and the day.
 */
export function renderAnswer(answer: Answer, { vocabulary, sources }: Rendering): LicensedText {
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
  const blocks: LicensedText[] = [
    ...(answer.enonces.length > 0 ? [joinLines(answer.enonces.map((marked) => renderEnonce(marked, say)))] : []),
    ...renderList('interface-a-preciser', answer.missing, say),
    ...renderList('interface-hypotheses', answer.hypotheses, say),
    ...renderList('interface-non-calcule', answer.notComputed, say),
    ...renderSources(answer, sources, say),
  ];
  const dated = answer.sources.length > 0 || answer.runs.length > 0;
  const day = dated ? [say('interface-jour', { asOf: { kind: 'date', date: answer.asOf } })] : [];
  return [...blocks, ...day].flatMap((block, index) => (index === 0 ? [...block] : ['\n\n', ...block]));
}

type Say = (code: string, args?: Args) => LicensedText;

function renderEnonce({ enonce, marks }: MarkedEnonce, say: Say): LicensedText {
  return [...enonce.text, ...marks.flatMap((mark) => [' ', ...say('interface-marque', { marque: toCounter(mark) })])];
}

function renderList(title: string, items: readonly LicensedText[], say: Say): readonly LicensedText[] {
  if (items.length === 0) return [];
  return [joinLines([say(title), ...items.map((item) => ['- ', ...item])])];
}

function renderSources(
  { sources: cited, asOf, lang }: Answer,
  sources: ReadonlyMap<string, Source>,
  say: Say,
): readonly LicensedText[] {
  if (cited.length === 0) return [];
  const numbers = [...new Set(cited.map(({ number }) => number))].sort((a, b) => a - b);
  const lines = numbers.flatMap((number) => {
    const own = cited.filter((source) => source.number === number);
    const [first] = own;
    if (!first) return [];
    const { texte } = first.passage;
    const refs = [...new Set(own.flatMap((source) => source.refs))];
    const places = new Set(refs.map((ref) => sources.get(ref)?.editeur ?? ref));
    const reference: Reference = { texte: texte.id, refs: [...refs] };
    const args = {
      marque: toCounter(number),
      titre: license(capitalise(texte.nom), reference),
      statut: renderStatut(first.passage, { asOf, lang }, reference, say),
      lu: license([...places].join(' ; '), reference),
    };
    return [say('interface-source', args)];
  });
  return [joinLines([say('interface-sources'), ...lines])];
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

function joinLines(lines: readonly LicensedText[]): LicensedText {
  return lines.flatMap((line, index) => (index === 0 ? [...line] : ['\n', ...line]));
}
