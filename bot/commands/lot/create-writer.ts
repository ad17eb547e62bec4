import type { Scribe } from '#bot/render/scribe.ts';
import { createCsvWriter } from './create-csv-writer.ts';
import { createJsonWriter } from './create-json-writer.ts';
import { createTextWriter } from './create-text-writer.ts';
import type { Forme, LotHead, LotWriter } from './lot-writer.ts';

/** The writer of a form. */
export function createWriter(forme: Forme, head: LotHead, scribe: Scribe): LotWriter {
  if (forme === 'json') return createJsonWriter(head);
  return forme === 'csv' ? createCsvWriter(scribe) : createTextWriter(scribe);
}
