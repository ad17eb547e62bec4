import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assemble } from '#bot/assemble.ts';
import { openDocumentStore } from '#corpus/import/document-store.ts';
import { buildDocument } from '#corpus/import/testing/build-document.ts';
import { readAnswer } from '../testing/read-thread.ts';
import { startTestBot, type TestBot } from '../testing/start-test-bot.ts';

describe('the documents of a Slack workspace', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'cpts-slack-documents-'));
  let slack: TestBot;
  function add(espace: string, text: string): void {
    const writer = openDocumentStore(dataDir, espace).open();
    writer?.add([buildDocument('La vie de la communauté', [text])]);
    writer?.close();
  }
  beforeAll(async () => {
    slack = await startTestBot({ assembly: assemble(undefined, { dataDir }) });
  });
  afterAll(async () => {
    await slack.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('are quoted there, and those of the terminal are not', async () => {
    const { fake } = slack;
    const text = 'Qui préside la CPTS des Trois Vallons ?';
    add('local', 'La CPTS des Trois Vallons est présidée par Aline Ferrand, qui préside aussi <!channel> la chorale.');
    expect(await readAnswer(fake, await fake.mention({ text }))).not.toContain('Ferrand');
    add(fake.teamId, 'La CPTS des Trois Vallons est présidée par Hugo Malet, qui préside aussi <!channel> la chorale.');
    const shown = await readAnswer(fake, await fake.mention({ text }));
    expect(shown).toContain('Hugo Malet');
    expect(shown).not.toContain('Ferrand');
  });
});
