import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { deliver } from '../deliver.ts';
import { createPipelineCli } from '../testing/create-pipeline-cli.ts';
import { loadTestAssembly, TODAY } from '../testing/load-test-assembly.ts';
import { openReceiptStore } from './receipt-store.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'cpts-recus-'));
const assembly = loadTestAssembly();
const run = createPipelineCli({ dataDir });
const QUESTION = 'Quel plafond pour une taille 1 ?';

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

function listReceipts(): readonly string[] {
  return readdirSync(join(dataDir, 'recus'));
}

describe('receipts', () => {
  it('are the same for the same question: same bytes, same receipt', async () => {
    const [one, two] = [await run('ask', '--json', QUESTION), await run('ask', '--json', QUESTION)];
    const [first, second] = [JSON.parse(one.out), JSON.parse(two.out)];
    expect(first.receipt).toEqual(second.receipt);
    // Only the time it took may differ.
    expect(JSON.stringify({ ...first, ms: null })).toBe(JSON.stringify({ ...second, ms: null }));
    expect(first.receipt).toMatchObject(assembly.hashes);
    expect(listReceipts()).toContain(`${first.receipt.answer}.json`);
  });

  it('differ with the question, the day and the language', async () => {
    const questions = [
      { text: QUESTION, today: TODAY },
      { text: QUESTION, today: TODAY, asOf: '2021-05-01' as typeof TODAY },
      { text: QUESTION, today: TODAY, lang: 'en' as const },
      { text: 'Quel plafond pour une taille 4 ?', today: TODAY },
    ];
    const receipts = new Set<string>();
    for (const question of questions) receipts.add((await deliver(question, assembly)).receipt.answer);
    expect(receipts.size).toBe(questions.length);
  });

  it('are not kept for a refused question, and no file holds its words', async () => {
    await run('ask', 'Mme Lefort-Test, 78 ans, diabétique, cherche un médecin traitant');
    await run('ask', 'ma patiente née le 03/04/2020 a un cancer, quel parcours ?');
    await run('ask', QUESTION);
    const kept = listReceipts().map((name) => readFileSync(join(dataDir, 'recus', name), 'utf8'));
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.join('\n')).not.toMatch(/Lefort|diabétique|cancer|2020-04-03|03\/04/);
  });

  it('are not kept for a turn of a thread, whose memory is not kept either', async () => {
    const before = listReceipts().length;
    const { answer } = await deliver({ text: QUESTION, today: TODAY }, assembly, openReceiptStore(dataDir));
    await deliver(
      { text: 'et pour une taille 4 ?', today: TODAY, fil: answer.fil },
      assembly,
      openReceiptStore(dataDir),
    );
    expect(listReceipts().length).toBe(before);
  });

  it('do not stop an answer when their folder cannot be written', async () => {
    const file = join(dataDir, 'fichier');
    writeFileSync(file, '');
    const { code, out, err } = await createPipelineCli({ dataDir: join(file, 'dedans') })('ask', QUESTION);
    expect(code).toBe(0);
    expect(err).toContain("n'a pas été gardé");
    expect(out).toContain('287 500 €');
    expect(openReceiptStore(join(file, 'dedans')).save({} as never)).toBe(false);
  });
});

describe('openReceiptStore', () => {
  const store = openReceiptStore(dataDir);

  it('finds a receipt by the beginning of its name, six characters at least', async () => {
    const { receipt } = await deliver({ text: QUESTION, today: TODAY }, assembly, store);
    expect(store.find(receipt.answer.slice(0, 6))?.question.text).toBe(QUESTION);
    expect(store.find(receipt.answer)?.receipt).toEqual(receipt);
    expect(store.find(receipt.answer.slice(0, 5))).toBeUndefined();
  });

  it('finds nothing when several begin so', () => {
    for (const end of ['0', '1']) {
      const answer = 'abcdef'.padEnd(63, '0') + end;
      store.save({ receipt: { corpus: 'c', parametres: 'p', answer }, question: { text: QUESTION, today: TODAY } });
    }
    expect(store.find('abcdef')).toBeUndefined();
    expect(store.find(`${'abcdef'.padEnd(63, '0')}1`)?.receipt.corpus).toBe('c');
  });

  it.each(['', 'absent.json', '/etc/hostname', '../../package.json', 'zzzzzz', '000000'])(
    'finds nothing for « %s »',
    (name) => {
      expect(store.find(name)).toBeUndefined();
    },
  );

  it('reads nothing from a folder that does not exist, and creates none', () => {
    const absent = join(dataDir, 'absent');
    expect(openReceiptStore(absent).find('abcdef')).toBeUndefined();
    expect(readdirSync(dataDir)).not.toContain('absent');
  });
});
