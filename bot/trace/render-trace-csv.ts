import { stringify } from 'csv-stringify/sync';
import type { Figure } from '#corpus/law/figure.ts';
import type { Lang } from '#corpus/law/lang.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { seal } from '../gate.ts';
import type { LigneTrace, SectionTrace, TraceCalcul } from './trace.ts';

/**
 * A trace as a table that opens in a spreadsheet of its language: in French, semicolons, decimal commas and days
 * first; mark of UTF-8 in both, and an apostrophe before a cell that would be a formula. Every cell passes the gate.
 * @param titres names of the columns: part, element, value, what must be known
 */
export function renderTraceCsv(trace: TraceCalcul, titres: readonly LicensedText[]): string {
  const { lang, titre, entete, sections } = trace;
  const [head = []] = titres;
  const rows = [
    titres,
    [head.length > 0 ? titre : [], [], [], []],
    ...entete.map((line) => [line, [], [], []]),
    ...sections.flatMap((section) => section.lignes.flatMap((ligne) => toRows(section, ligne))),
  ];
  const cells = rows.map((row) => row.map((cell) => seal(toCell(cell, lang))));
  const delimiter = lang === 'fr' ? ';' : ',';
  return `\uFEFF${stringify(cells, { delimiter, record_delimiter: '\r\n', escape_formulas: true })}`;
}

function toRows({ titre }: SectionTrace, { element, valeur = [], precision = [] }: LigneTrace): LicensedText[][] {
  const [first = [], ...others] = precision;
  return [[titre, element, valeur, first], ...others.map((note) => [titre, element, [], note])];
}

/** A cell that is one figure and nothing else is written so that a spreadsheet can count with it. */
function toCell(cell: LicensedText, lang: Lang): LicensedText {
  const [only, ...others] = cell;
  if (only === undefined || typeof only === 'string' || others.length > 0) return cell;
  return [{ ...only, text: toSpreadsheet(only, lang) }];
}

function toSpreadsheet({ unit, value, text }: Figure, lang: Lang): string {
  if (unit === 'date' && typeof value === 'string') {
    return lang === 'fr' ? value.split('-').toReversed().join('/') : value;
  }
  if (typeof value !== 'number' || (unit !== 'EUR' && unit !== 'habitants')) return text;
  const plain = Number.isInteger(value) ? String(value) : value.toFixed(2);
  return lang === 'fr' ? plain.replace('.', ',') : plain;
}
