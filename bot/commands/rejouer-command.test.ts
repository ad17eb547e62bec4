import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPipelineCli } from '#bot/testing/create-pipeline-cli.ts';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'cpts-rejouer-'));
const run = createPipelineCli({ dataDir });
const assembly = loadTestAssembly();
const QUESTION = 'On a signé en mai 2022, taille 1, combien à la signature ?';
let answer = '';

beforeAll(async () => {
  const { out } = await run('ask', '--json', QUESTION);
  answer = JSON.parse(out).receipt.answer;
  writeFileSync(join(dataDir, 'reponse.json'), out);
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Changes a field of the receipt kept for the question. */
function tamper(change: object): void {
  const path = join(dataDir, 'recus', `${answer}.json`);
  const stored = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...stored, receipt: { ...stored.receipt, ...change } }));
}

describe('rejouer', () => {
  it.each([
    ['the beginning of the receipt', () => answer.slice(0, 8)],
    ['the whole receipt', () => answer],
    ['the file of the answer', () => join(dataDir, 'reponse.json')],
    ['the file of the receipt', () => join(dataDir, 'recus', `${answer}.json`)],
  ])('makes the same answer again from %s', async (_, find) => {
    const { code, out, err } = await run('rejouer', find());
    expect(code).toBe(0);
    expect(err.trim()).toBe("Rejeu identique à l'octet près.");
    expect(out).toContain('87 500 €');
  });

  it('gives the answer as JSON, with the verdict', async () => {
    const { out } = await run('rejouer', answer, '--json');
    const json = JSON.parse(out);
    expect(json.identique).toBe(true);
    expect(json.receipt.answer).toBe(answer);
  });

  it('keeps no new receipt', async () => {
    const before = readdirSync(join(dataDir, 'recus')).length;
    await run('rejouer', answer);
    expect(readdirSync(join(dataDir, 'recus')).length).toBe(before);
  });

  it.each([
    ['the corpus', { corpus: 'autre', answer: '0'.repeat(64) }, 'le corpus a changé'],
    ['the parameters', { parametres: 'autre', answer: '0'.repeat(64) }, 'les paramètres ou les phrases ont changé'],
    ['the program', { answer: '0'.repeat(64) }, 'le programme a changé'],
  ])('tells that %s changed', async (_, change, said) => {
    tamper({ ...assembly.hashes, ...change });
    const { code, err, out } = await run('rejouer', join(dataDir, 'recus', `${answer}.json`), '--json');
    expect(code).toBe(0);
    expect(err).toContain(said);
    expect(JSON.parse(out).identique).toBe(false);
    tamper({ ...assembly.hashes, answer });
  });

  it.each([[[]], [['abcdef0123']], [['absent.json']], [['a', 'b']]])('refuses %j with exit code 2', async (args) => {
    const { code, out, err } = await run('rejouer', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain("n'est pas un reçu connu");
  });
});
