import { licenseText } from '#bot/answer/license-text.ts';
import { ESPACE_LOCAL } from '#bot/documents/espace-local.ts';
import { seal } from '#bot/gate.ts';
import { createScribe, type Scribe } from '#bot/render/scribe.ts';
import { openDocumentStore } from '#corpus/import/document-store.ts';
import { listFichiers } from '#corpus/import/open-file.ts';
import { FIRST_DAY } from '#corpus/law/calendar-date.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { Io } from '../command.ts';
import { type Options, openOptions } from '../options/open-options.ts';
import { toEcho, toExemple } from '../options/parsed.ts';
import { takeEspace } from '../options/take-espace.ts';
import { toJsonText } from '../to-json-text.ts';
import { UsageError } from '../usage-error.ts';
import { type Avancee, type Bilan, importFichiers } from './import-fichiers.ts';
import { type MentionTypee, readMention } from './read-mention.ts';
import { toFicheJson } from './to-fiche-json.ts';

const SPEC = {
  titre: 'text',
  editeur: 'text',
  date: 'text',
  nature: 'text',
  statut: 'text',
  espace: 'text',
  json: 'flag',
} as const;

/** `cpts corpus add`: imports a document, or those of a folder, into a workspace. */
export async function addDocuments(args: readonly string[], io: Io): Promise<number> {
  const options = openOptions(args, SPEC);
  const path = readPath(options);
  const espace = takeEspace(options) ?? ESPACE_LOCAL;
  const mention = readMention(options, io.today);
  options.check();
  if (mention === undefined) throw new RangeError('nothing was reported');
  const fichiers = listFichiers(path);
  if (fichiers.kind === 'refus') throw new UsageError([{ champ: path, message: fichiers.message }]);
  if (fichiers.kind === 'fichier' && mention.titre === undefined) throw new UsageError([toSansTitre()]);
  const scribe = createScribe('interface', io.today, io.referentiel().vocabulary);
  const progress = createProgress(scribe, io);
  const bilan = await importFichiers(fichiers.chemins, mention, openDocumentStore(io.dataDir, espace), {
    today: io.today,
    onAvancee: progress.tell,
  });
  progress.end();
  if (!bilan) throw new UsageError([{ champ: path, message: toMessage('import-occupe') }]);
  const problems = bilan.refuses.map(({ fichier, message }) => ({ champ: fichier, message }));
  if (bilan.importes.length === 0) throw new UsageError(problems);
  for (const { champ, message } of problems) {
    const probleme = scribe.phrase(message.code, message.args);
    io.err(`${seal(scribe.phrase('cli-probleme', { option: toEcho(champ), probleme }))}\n`);
  }
  io.out(options.has('json') ? toJsonText(toJson(bilan, espace, scribe)) : renderText(bilan, mention, scribe));
  return 0;
}

function readPath(options: Options): string {
  const [path = '', ...others] = options.positionals;
  for (const word of others) {
    options.report({ champ: 'corpus add', message: toMessage('cli-mot-en-trop', { ecrit: toEcho(word) }) });
  }
  if (path === '') {
    const exemple = toExemple('corpus add document.pdf --titre … --editeur … --date … --nature …');
    options.report({ champ: 'corpus add', message: toMessage('cli-fichier-manquant', { exemple }) });
  }
  return path;
}

function toSansTitre() {
  const exemple = toExemple('--titre "Convention de la CPTS"');
  return { champ: '--titre', message: toMessage('import-mention-manquante', { exemple }) };
}

function toJson({ importes, refuses }: Bilan, espace: string, scribe: Scribe): object {
  return {
    espace,
    importes: importes.map(toFicheJson),
    refuses: refuses.map(({ fichier, message }) => ({ fichier, raison: scribe.write(message) })),
  };
}

function renderText({ importes }: Bilan, { statut }: MentionTypee, scribe: Scribe): string {
  const lines = importes.map(({ id, titre, passages }) => {
    const text = licenseText(titre, id, FIRST_DAY, { statut: null, confiance: null, references: [] });
    return seal(
      scribe.phrase('import-fait', { titre: text, id: toExemple(id), passages: { kind: 'nombre', valeur: passages } }),
    );
  });
  return `${[...lines, seal(scribe.phrase('import-statut', { statut: scribe.phrase(`statut-${statut}`) }))].join('\n')}\n`;
}

/** On a terminal only: how far the import is, on a line that is written over and then erased. */
function createProgress(scribe: Scribe, { errIsTerminal, err }: Io) {
  if (errIsTerminal !== true) return { tell: () => {}, end: () => {} };
  function tell({ fichier, fichiers, page, pages }: Avancee): void {
    if (page !== undefined && page % PAGES_STEP !== 0) return;
    const [place, of] = page === undefined ? [fichier, fichiers] : [page, pages ?? page];
    const args = { fait: { kind: 'nombre', valeur: place }, tout: { kind: 'nombre', valeur: of } } as const;
    err(`${ERASE}${seal(scribe.phrase(page === undefined ? 'import-progres' : 'import-progres-page', args))}`);
  }
  return { tell, end: () => err(ERASE) };
}

const PAGES_STEP = 20;
/** Back to the beginning of the line, which is emptied. */
const ERASE = '\r\u001b[K';
