import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDocumentStore } from './document-store.ts';
import { buildDocument } from './testing/build-document.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'cpts-documents-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const FIRST = buildDocument('Premier', ['Le comité se réunit deux fois par an.']);
const SECOND = buildDocument('Second', ['La réunion dure une heure.']);

function add(espace: string, ...documents: readonly (typeof FIRST)[]): void {
  const writer = openDocumentStore(dataDir, espace).open();
  writer?.add(documents);
  writer?.close();
}

function listNames(): readonly string[] {
  return readdirSync(join(dataDir, 'espaces/local/documents')).filter((name) => name.endsWith('.json'));
}

describe('the documents of a workspace', () => {
  it('are nothing, and write nothing, before the first import', () => {
    const store = openDocumentStore(dataDir, 'local');
    expect([store.list(), store.load(), store.findStamp()]).toEqual([[], [], undefined]);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('come back as they were put in, in their order', () => {
    add('local', FIRST);
    add('local', SECOND);
    const store = openDocumentStore(dataDir, 'local');
    expect(store.load()).toEqual([FIRST, SECOND]);
    expect(store.list()).toEqual([FIRST.fiche, SECOND.fiche]);
  });

  it('are seen by their own workspace only', () => {
    add('local', FIRST);
    add('T123', SECOND);
    expect(openDocumentStore(dataDir, 'T123').load()).toEqual([SECOND]);
    expect(openDocumentStore(dataDir, 'T124').load()).toEqual([]);
  });

  it('are removed with their file, and the stamp changes each time', () => {
    add('local', FIRST, SECOND);
    const store = openDocumentStore(dataDir, 'local');
    const before = store.findStamp();
    const writer = store.open();
    writer?.remove(new Set([FIRST.fiche.id]));
    writer?.close();
    expect(store.load()).toEqual([SECOND]);
    expect(listNames()).toEqual(expect.not.arrayContaining([`${FIRST.fiche.id}.json`]));
    expect(store.findStamp()).not.toBe(before);
  });

  it('are lent to one writer at a time', () => {
    const store = openDocumentStore(dataDir, 'local');
    const writer = store.open();
    expect(store.open()).toBeUndefined();
    expect(openDocumentStore(dataDir, 'T1').open()).toBeDefined();
    writer?.close();
    const next = store.open();
    expect(next).toBeDefined();
    next?.close();
  });

  it.each(['..', '../ailleurs', 'a/b', '', '.', 'é', 'x'.repeat(65)])('refuse the name %j', (espace) => {
    expect(() => openDocumentStore(dataDir, espace)).toThrow(expect.objectContaining({ code: 'ERR_ESPACE' }));
  });

  it('are not written through a link put in the place of their folder', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'cpts-ailleurs-'));
    mkdirSync(join(dataDir, 'espaces/local'), { recursive: true });
    symlinkSync(elsewhere, join(dataDir, 'espaces/local/documents'));
    expect(() => openDocumentStore(dataDir, 'local').open()).toThrow(
      expect.objectContaining({ code: 'ERR_DOCUMENTS' }),
    );
    expect(readdirSync(elsewhere)).toEqual([]);
    rmSync(elsewhere, { recursive: true });
  });
});

describe('a folder that cannot be written', () => {
  it('is told as such, with what to do', () => {
    writeFileSync(join(dataDir, 'espaces'), 'a file in the way');
    expect(() => openDocumentStore(dataDir, 'local').open()).toThrow(
      expect.objectContaining({ code: 'ERR_DOCUMENTS', remedy: expect.stringContaining('DATA_DIR') }),
    );
  });
});

describe('a kept file that was changed', () => {
  function change(id: string, text: string): void {
    writeFileSync(join(dataDir, 'espaces/local/documents', `${id}.json`), text);
  }

  it('is refused with what to do, and can still be removed', () => {
    add('local', FIRST, SECOND);
    change(FIRST.fiche.id, JSON.stringify(SECOND));
    const store = openDocumentStore(dataDir, 'local');
    expect(() => store.load()).toThrow(expect.objectContaining({ remedy: expect.stringContaining('corpus rm') }));
    const writer = store.open();
    writer?.remove(new Set([FIRST.fiche.id]));
    writer?.close();
    expect(store.load()).toEqual([SECOND]);
  });

  it.each(['{', '{"version":2,"documents":[]}', '[]'])('names the catalogue %s', (text) => {
    add('local', FIRST);
    change('catalogue', text);
    expect(() => openDocumentStore(dataDir, 'local').list()).toThrow(
      expect.objectContaining({ code: 'ERR_DOCUMENTS' }),
    );
  });
});

describe('an import that is killed', () => {
  it('leaves what stood before, gives the lock back, and is swept by the next one', async () => {
    add('local', FIRST);
    const folder = join(dataDir, 'espaces/local/documents');
    const catalogue = readFileSync(join(folder, 'catalogue.json'), 'utf8');
    const child = spawn(process.execPath, [
      fileURLToPath(new URL('./testing/add-many.ts', import.meta.url)),
      dataDir,
      '100000',
    ]);
    await once(child.stdout, 'data');
    expect(openDocumentStore(dataDir, 'local').open()).toBeUndefined();
    while (listNames().length < 5) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(listNames().length).toBeGreaterThan(2);
    expect(readFileSync(join(folder, 'catalogue.json'), 'utf8')).toBe(catalogue);
    expect(openDocumentStore(dataDir, 'local').load()).toEqual([FIRST]);
    add('local', SECOND);
    expect(openDocumentStore(dataDir, 'local').load()).toEqual([FIRST, SECOND]);
    expect(listNames().length).toBe(3);
    expect(existsSync(join(folder, 'catalogue.json.partiel'))).toBe(false);
  });
});
