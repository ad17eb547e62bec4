import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import type { Assembly } from '../assemble.ts';
import { loadTestAssembly, TODAY } from '../testing/load-test-assembly.ts';
import { chat } from './chat.ts';

const MAIN = join(import.meta.dirname, '../main.ts');
const dataDir = mkdtempSync(join(tmpdir(), 'cpts-chat-'));

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

type Talk = { readonly code: number | null; readonly out: string; readonly err: string };

/** Starts the bot for real and types into it; the input ends after the last line. */
async function talkToProcess(input: string, args: readonly string[] = []): Promise<Talk> {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { DATA_DIR: dataDir }, stdio: 'pipe' });
  child.stdin.end(input);
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, err] = await Promise.all([readAll(child.stdout), readAll(child.stderr)]);
  return { code: await closed, out: toPlain(out), err };
}

/** The same conversation in this process, with a fixed day. */
async function talk(lines: readonly string[], assembly: Assembly = loadTestAssembly()): Promise<Omit<Talk, 'code'>> {
  const [output, journal] = [new PassThrough(), new PassThrough()];
  const read = Promise.all([readAll(output), readAll(journal)]);
  await chat(
    assembly,
    { input: Readable.from([lines.map((line) => `${line}\n`).join('')]), output, journal },
    () => TODAY,
  );
  output.end();
  journal.end();
  const [out, err] = await read;
  return { out: toPlain(out), err };
}

describe('npm start', () => {
  it('greets, says in three lines how to connect Slack, answers, remembers the thread, and leaves on « quitter »', async () => {
    const { code, out, err } = await talkToProcess(
      'Quel plafond pour une taille 1 ?\net pour une taille 4 ?\nquitter\nfoo\n',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [greeting, ...slack] = out.split('\n');
    expect(greeting).toContain('quitter');
    // Three lines: create an application, put its tokens, start again.
    expect(slack.slice(0, 3).join('\n')).toMatch(/Slack.*\n.*\.env.*\n.*npm start/u);
    expect(out).toContain('287 500 €');
    expect(out.indexOf('580 000 €')).toBeGreaterThan(out.indexOf('287 500 €'));
    expect(out.trimEnd().endsWith('Au revoir.')).toBe(true);
    expect(out).not.toContain('foo');
  });

  it('leaves at the end of the input, without a last line break, and writes nothing of what was said', async () => {
    const { code, out, err } = await talkToProcess('Quelles sont les missions socles ?');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('missions socles');
    expect(out.trimEnd().endsWith('Au revoir.')).toBe(true);
    expect(readdirSync(dataDir)).toEqual([]);
  });
});

describe('the bot as a process', () => {
  it.each([[['--help']], [['ask', 'Quel plafond ?']]])(
    'refuses the arguments %j and names the command line',
    async (args) => {
      const { code, out, err } = await talkToProcess('', args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('npm run -s cpts --');
    },
  );

  it('ends quietly when nobody reads any more', async () => {
    const child = spawn(process.execPath, [MAIN], { env: { DATA_DIR: dataDir }, stdio: 'pipe' });
    const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
    child.stdout.destroy();
    child.stdin.on('error', () => {});
    child.stdin.end('bonjour\n');
    expect({ err: await readAll(child.stderr), code: await closed }).toEqual({ err: '', code: 0 });
  });
});

describe('the chat', () => {
  it.each(['quitter', 'QUITTER', ' exit ', 'quit', ':q'])('leaves on « %s »', async (word) => {
    const { out } = await talk([word, 'Quel plafond pour une taille 1 ?']);
    expect(out).not.toContain('287 500');
    expect(out).toContain('Au revoir.');
  });

  it('asks again after an empty line', async () => {
    const { out } = await talk(['', '   ', 'bonjour', 'quitter']);
    expect(out.split('vous ›')).toHaveLength(5);
  });

  it('goes on after a refusal, with the thread of before', async () => {
    const { out } = await talk([
      'Quel plafond pour une taille 1 ?',
      'et pour mon patient de 62 ans diabétique ?',
      'et pour une taille 4 ?',
    ]);
    expect(out).toContain('données de patient');
    expect(out).toContain('580 000 €');
    expect(out).not.toContain('62');
  });

  it('goes on after an incident: a sentence and a code for the person, the rest for the journal', async () => {
    const assembly = loadTestAssembly();
    const composer = {
      name: 'model' as const,
      compose: () => Promise.reject(new TypeError('défaut prévu par ce test')),
    };
    const broken = { ...assembly, pipeline: { ...assembly.pipeline, composer } };
    const { out, err } = await talk(['Quel plafond pour une taille 1 ?', 'bonjour'], broken);
    expect(out).toContain('Incident');
    expect(out).toContain('ERR_INTERNE');
    expect(out).not.toContain('défaut prévu');
    expect(out).toContain('Bonjour');
    expect(err).toContain('défaut prévu par ce test');
    expect(err).not.toContain('plafond pour une taille');
  });

  it('never sends a figure without origin: an incident instead', async () => {
    const assembly = loadTestAssembly();
    const { vocabulary } = assembly.pipeline;
    const fr = new Map(vocabulary.templates.fr).set(
      'enonce-plafond',
      'Le maximum est de {montant}, soit douze mille de plus.',
    );
    const templates = { ...vocabulary.templates, fr };
    const broken = { ...assembly, pipeline: { ...assembly.pipeline, vocabulary: { ...vocabulary, templates } } };
    const { out, err } = await talk(['Quel plafond pour une taille 1 ?'], broken);
    expect(out).toContain('ERR_CHIFFRE_SANS_ORIGINE');
    expect(out).not.toMatch(/douze mille|287 500/);
    expect(err).not.toMatch(/douze mille|287 500/);
  });
});

function toPlain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
