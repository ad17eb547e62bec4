import { ESPACE_LOCAL } from '#bot/documents/espace-local.ts';
import { seal } from '#bot/gate.ts';
import { createScribe } from '#bot/render/scribe.ts';
import { openDocumentStore } from '#corpus/import/document-store.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { Io } from '../command.ts';
import { findNearest } from '../options/find-nearest.ts';
import { openOptions } from '../options/open-options.ts';
import { toEcho, toExemple } from '../options/parsed.ts';
import { takeEspace } from '../options/take-espace.ts';
import { toJsonText } from '../to-json-text.ts';
import { UsageError } from '../usage-error.ts';
import { toFicheJson } from './to-fiche-json.ts';

/** `cpts corpus rm`: takes an imported document out of a workspace. */
export function removeDocument(args: readonly string[], io: Io): number {
  const options = openOptions(args, { espace: 'text', json: 'flag' });
  const [id = '', ...others] = options.positionals;
  const espace = takeEspace(options) ?? ESPACE_LOCAL;
  for (const word of others) {
    options.report({ champ: 'corpus rm', message: toMessage('cli-mot-en-trop', { ecrit: toEcho(word) }) });
  }
  if (id === '') options.report({ champ: 'corpus rm', message: toMessage('import-id-manquant') });
  options.check();
  const store = openDocumentStore(io.dataDir, espace);
  const fiches = store.list();
  const fiche = fiches.find((known) => known.id === id);
  if (!fiche)
    throw new UsageError([
      {
        champ: 'corpus rm',
        message: toUnknown(
          id,
          fiches.map((known) => known.id),
        ),
      },
    ]);
  const writer = store.open();
  if (!writer) throw new UsageError([{ champ: 'corpus rm', message: toMessage('import-occupe') }]);
  try {
    writer.remove(new Set([id]));
  } finally {
    writer.close();
  }
  const scribe = createScribe('interface', io.today, io.referentiel().vocabulary);
  const text = `${seal(scribe.phrase('import-retire', { id: toExemple(id) }))}\n`;
  io.out(options.has('json') ? toJsonText({ espace, retires: [toFicheJson(fiche)] }) : text);
  return 0;
}

function toUnknown(id: string, known: readonly string[]) {
  const proche = findNearest(id, known) ?? known.find((other) => other.startsWith(id));
  if (proche === undefined) return toMessage('import-id-inconnu', { ecrit: toEcho(id) });
  return toMessage('import-id-inconnu-proche', { ecrit: toEcho(id), proche: toExemple(proche) });
}
