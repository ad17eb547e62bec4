import { expect, it } from 'vitest';
import type { DocumentImporte } from '#corpus/import/document-importe.ts';
import { buildDocument } from '#corpus/import/testing/build-document.ts';
import { loadTestAssembly } from '../testing/load-test-assembly.ts';
import { createDocuments } from './create-documents.ts';
import type { Mots } from './create-mots.ts';

/** More workspaces than are kept in memory at once. */
const ESPACES = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];

it('never takes the documents of a workspace for those of another, in and out of its memory', () => {
  const loads: string[] = [];
  const find = createDocuments({
    // The same stamp everywhere: nothing but the name of the workspace tells them apart.
    openStore: (espace) => ({
      findStamp: () => 'the same',
      load() {
        loads.push(espace);
        return loadFor(espace);
      },
    }),
    createRetriever: (documents) => loadTestAssembly().openRetriever(documents),
    mots: { listStems: (text: string) => text.split(' ') } as unknown as Mots,
    local: 'local',
  });
  const orders = [ESPACES, ESPACES.toReversed(), ['A', 'B', 'A', 'G', 'A', 'B']];
  for (const espace of orders.flat()) {
    const documents = find(espace);
    const words = [...(documents?.passages.values() ?? [])].map(({ passage }) => passage.corps).join(' ');
    expect(words).toContain(`espace ${espace}.`);
    for (const other of ESPACES.filter((name) => name !== espace)) expect(words).not.toContain(`espace ${other}.`);
    const found = documents?.retriever.search('réunion de cet espace', { k: 10 }) ?? [];
    expect(found.every(({ id }) => documents?.passages.has(id))).toBe(true);
  }
  expect(find('vide')).toBeUndefined();
  // Some came out of the memory, some did not: both ways were looked at.
  expect(loads.length).toBeGreaterThan(ESPACES.length);
  expect(loads.length).toBeLessThan(orders.flat().length);
});

/** Documents of one and the same name everywhere, whose words alone differ. */
function loadFor(espace: string): readonly DocumentImporte[] {
  return espace === 'vide' ? [] : [buildDocument('Note', [`La réunion se tient dans l'espace ${espace}.`])];
}
