import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { createProfil, NOW } from '#bot/store/testing/call-store.ts';
import { createFolder, openTemporary, toFile } from '#bot/store/testing/open-temporary.ts';
import { openDocumentStore } from '#corpus/import/document-store.ts';
import { buildDocument } from '#corpus/import/testing/build-document.ts';

/** A document that somebody imported. */
const NOTE = buildDocument('Note', ['Le comité se réunit deux fois par an.']);

/** Path of that document in a data folder. */
export const NOTE_PATH = `espaces/T1/documents/${NOTE.fiche.id}.json`;

/** A data folder with a database, a document and a receipt, and a place for its backup. */
export async function prepareData(): Promise<{ readonly data: string; readonly folder: string }> {
  const parent = createFolder();
  const data = join(parent, 'donnees');
  await saveProfil(data, 'profil');
  const writer = openDocumentStore(data, 'T1').open();
  writer?.add([NOTE]);
  writer?.close();
  mkdirSync(join(data, 'recus'));
  writeFileSync(join(data, 'recus', 'abc.json'), '{}\n');
  return { data, folder: join(parent, 'sauvegarde') };
}

/** Changes a data folder as a bot does that runs and stops. */
export async function saveProfil(data: string, id: string): Promise<void> {
  const store = await openTemporary(data);
  await store.saveProfil('T1', createProfil({ id }), NOW);
  await store.close();
}

/** Identifiers of the profiles of a database. */
export function listProfilIds(file: string): readonly unknown[] {
  return query(file, 'select id from profil order by id').map(({ id }) => id);
}

/** Traces that a writer has left, in order. */
export function listWritten(file: string): readonly unknown[] {
  return query(file, "select rang, detail from trace where team = 'ECRIVAIN' order by rang");
}

function query(file: string, sql: string): readonly Record<string, unknown>[] {
  const database = new DatabaseSync(file);
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

/** Writes nonsense over a page in the middle of a database, or over what a row holds. */
export function damageDatabase(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 3 * PAGE, 3 * PAGE + 200);
  writeFileSync(file, bytes);
}

const PAGE = 4096;

/** Another process, which writes two hundred rows a second in pairs of one transaction, and holds the store open. */
export async function startWriter(data: string): Promise<{ stop(): Promise<void> }> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', WRITER, toFile(data)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return {
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const WRITER = `
  import { DatabaseSync } from 'node:sqlite';
  const database = new DatabaseSync(process.argv[1], { timeout: 2000 });
  database.exec('pragma journal_mode = wal');
  const insert = database.prepare("insert into trace values ('ECRIVAIN', ?, 0, 'U', 'a', 'o', ?)");
  let rang = 0;
  let running = true;
  process.on('SIGTERM', () => { running = false; });
  function write() {
    if (!running) return database.close();
    database.exec('begin immediate');
    for (let one = 0; one < 2; one += 1) insert.run((rang += 1), 'x'.repeat(500));
    database.exec('commit');
    if (rang === 20) console.log('writing');
    setTimeout(write, 10);
  }
  write();
`;
