import { openDocumentStore } from '../document-store.ts';
import { buildDocument } from './build-document.ts';

/** Imports many documents at once, for a test that ends this process before it is done. */
const [dataDir = '', count = '0'] = process.argv.slice(2);
const writer = openDocumentStore(dataDir, 'local').open();
process.stdout.write(writer ? 'open\n' : 'busy\n');
writer?.add(Array.from({ length: Number(count) }, (_, place) => buildDocument(`Document ${place}`, ['Un texte.'])));
writer?.close();
process.stdout.write('done\n');
