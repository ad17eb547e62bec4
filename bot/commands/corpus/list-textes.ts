import { ESPACE_LOCAL } from '#bot/documents/espace-local.ts';
import { renderCorpusJson } from '#bot/render/render-corpus-json.ts';
import { openDocumentStore } from '#corpus/import/document-store.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { Io } from '../command.ts';
import { openOptions } from '../options/open-options.ts';
import { toEcho } from '../options/parsed.ts';
import { takeEspace } from '../options/take-espace.ts';
import { renderCorpusText } from '../render-corpus-text.ts';
import { toJsonText } from '../to-json-text.ts';
import { toFicheJson } from './to-fiche-json.ts';

/** `cpts corpus list`: the texts the bot knows, and the documents of a workspace. */
export function listTextes(args: readonly string[], io: Io): number {
  const options = openOptions(args, { espace: 'text', json: 'flag' });
  for (const word of options.positionals) {
    options.report({ champ: 'corpus list', message: toMessage('cli-mot-en-trop', { ecrit: toEcho(word) }) });
  }
  const espace = takeEspace(options) ?? ESPACE_LOCAL;
  options.check();
  const { corpus, vocabulary } = io.referentiel();
  const fiches = openDocumentStore(io.dataDir, espace).list();
  if (options.has('json')) {
    const imported = fiches.length > 0 ? { documents: fiches.map(toFicheJson) } : {};
    io.out(toJsonText({ ...renderCorpusJson(corpus), ...imported }));
  } else io.out(renderCorpusText(corpus, fiches, vocabulary, io.today));
  return 0;
}
