import { stringify } from 'csv-stringify/sync';
import type { Scribe } from '#bot/render/scribe.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { LotWriter } from './lot-writer.ts';
import { rememberSentences, type Write } from './remember-sentences.ts';
import type { LigneRendue } from './render-ligne.ts';

/**
 * A table that opens in a French Excel: mark of UTF-8, semicolons, decimal commas, days first.
 * A cell that begins as a formula gets an apostrophe before it.
 */
export function createCsvWriter(scribe: Scribe): LotWriter {
  const write = rememberSentences(scribe);
  return {
    open: () => `\uFEFF${toRow(TITRES.map((code) => write(toMessage(code))))}`,
    add: (ligne) => toRow(toCells(ligne, write)),
    close: () => '',
  };
}

const TITRES = [
  'lot-titre-ligne',
  'lot-titre-nom',
  'lot-titre-etat',
  'lot-titre-taille',
  'lot-titre-annee',
  'lot-titre-total',
  'lot-titre-estimation',
  'lot-titre-maximum',
  'lot-titre-plafond',
  'lot-titre-lectures',
  'lot-titre-echeance',
  'lot-titre-echeance-libelle',
  'lot-titre-echeances-suivantes',
  'lot-titre-non-calcule',
  'lot-titre-a-corriger',
  'lot-titre-hypotheses',
];

function toRow(cells: readonly string[]): string {
  return stringify([[...cells]], { delimiter: ';', record_delimiter: '\r\n', escape_formulas: true });
}

function toCells(ligne: LigneRendue, write: Write): readonly string[] {
  const { taille, annee, total, estimation, maximum, plafond, lectures, echeances, erreurs, missing, reason } = ligne;
  const told = reason === null ? missing : [reason, ...missing];
  const [next, ...later] = echeances;
  return [
    String(ligne.ligne),
    ligne.nom ?? '',
    write(toMessage(`lot-etat-${ligne.kind}`)),
    [taille ?? []].flat().join(' / '),
    String(annee ?? ''),
    ...[total, estimation, maximum, plafond].map(toAmount),
    lectures.map((lecture) => `${lecture.hypothese} : ${toAmount(lecture.total)}`).join(' | '),
    next === undefined ? '' : toDayFirst(next.date),
    next?.label ?? '',
    later.map(({ date, label }) => `${toDayFirst(date)} ${label}`).join(' | '),
    ligne.notComputed.join(' | '),
    [...told, ...erreurs.map(({ champ, message }) => (champ === '' ? message : `${champ} : ${message}`))].join(' | '),
    ligne.hypotheses.join(' | '),
  ];
}

/** Euros with a decimal comma and no mark of thousands: a number for a French spreadsheet. */
function toAmount(euros: number | null): string {
  if (euros === null) return '';
  return Number.isInteger(euros) ? String(euros) : euros.toFixed(2).replace('.', ',');
}

function toDayFirst(date: string): string {
  return date.split('-').toReversed().join('/');
}
