import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assemble } from '#bot/assemble.ts';
import { TODAY } from '#bot/testing/load-test-assembly.ts';
import { openDocumentStore } from '#corpus/import/document-store.ts';
import { buildDocument } from '#corpus/import/testing/build-document.ts';
import { readFigures } from '#corpus/law/read-figures.ts';
import type { Documents } from './documents.ts';
import { findCitations } from './find-citations.ts';

const BULLETIN = buildDocument('La halle de Montbrun', [
  'Les ateliers de diététique se tiennent dans la halle de Montbrun, sous la conduite de Lise Ferrand.',
  'La navette des malades part de la place du marché et revient avant la nuit.',
  'Le standard a pris 640 appels au printemps.',
  'La bibliothèque prête des tensiomètres aux aidants.',
  'Un jardin partagé accueille la rééducation des épaules.',
]);

let dataDir = '';
let documents: Documents | undefined;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'cpts-find-citations-'));
  const writer = openDocumentStore(dataDir, 'local').open();
  writer?.add([BULLETIN]);
  writer?.close();
  documents = assemble(undefined, { dataDir }).pipeline.findDocuments?.(undefined);
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** How sure the best quotation is. */
function findConfidence(text: string): number {
  if (!documents) throw new RangeError('no documents');
  const situation = { figures: readFigures(text, TODAY), suite: false, sujets: '', duDomaine: true };
  return Math.max(0, ...findCitations(text, situation, documents).map(({ confidence }) => confidence));
}

describe('the confidence in a quotation', () => {
  it('falls when a quantity is asked for and none is given', () => {
    const asked = findConfidence('Combien de navettes des malades partent de la place du marché ?');
    expect(asked).toBeLessThan(0.7 * findConfidence('Quelles navettes des malades partent de la place du marché ?'));
    expect(asked).toBeGreaterThan(0);
    expect(findConfidence('Combien d’appels le standard a-t-il pris ?')).toBeGreaterThan(0.6);
  });

  it('rises with a full name that stands in it', () => {
    const named = findConfidence('Que disait Lise Ferrand du cinéma ?');
    expect(named).toBeGreaterThan(1.1 * findConfidence('Que disait lise ferrand du cinéma ?'));
    expect(findConfidence('Que disait Lise Berthier du cinéma ?')).toBeLessThan(0.7 * named);
  });

  it('is halved when another year is asked about', () => {
    const text = (year: string) => `Où se tenaient les ateliers de diététique en ${year} ?`;
    const own = BULLETIN.fiche.date.slice(0, 4);
    expect(findConfidence(text('2024'))).toBeLessThan(0.6 * findConfidence(text(own)));
  });
});
