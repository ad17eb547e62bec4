import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openScriptedEndpoint } from '../testing/scripted-endpoint/open-scripted-endpoint.ts';

const CLI = join(import.meta.dirname, '../cli.ts');

/** Prints at the end the packages that were loaded. */
const WATCH = `
import { registerHooks } from 'node:module';
const loaded = new Set();
registerHooks({
  load(url, context, next) {
    const name = /node_modules\\/((?:@[^/]+\\/)?[^/]+)\\/(?!.*node_modules)/.exec(url)?.[1];
    if (name) loaded.add(name);
    return next(url, context);
  },
});
process.on('exit', () => process.stderr.write('LOADED ' + JSON.stringify([...loaded]) + '\\n'));
`;

/** A use of LangChain as anyone would write it, to see that the trap would catch it. */
const NAIVE = `
import { awaitAllCallbacks } from '${import.meta.resolve('@langchain/core/callbacks/promises')}';
import { ChatOpenAI } from '${import.meta.resolve('@langchain/openai')}';
const model = new ChatOpenAI({ model: process.argv[1], maxRetries: 0 });
await model.invoke('Bonjour').catch(() => {});
await awaitAllCallbacks();
`;

/** Runs Node with nothing of the environment of the tests, in an empty folder. */
async function runNode(args: readonly string[], env: Readonly<Record<string, string>>) {
  const cwd = mkdtempSync(join(tmpdir(), 'cpts-tiers-'));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  const child = spawn(process.execPath, [...args], { cwd, env: { DATA_DIR: join(cwd, 'data'), ...env } });
  const streams = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    streams.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    streams.err += chunk;
  });
  const code = await new Promise<number | null>((done) => void child.on('close', done));
  return { code, ...streams };
}

function runWatched(args: readonly string[], env: Readonly<Record<string, string>>) {
  return runNode(['--import', `data:text/javascript,${encodeURIComponent(WATCH)}`, CLI, ...args], env);
}

function listLoaded(err: string): readonly string[] {
  return JSON.parse(/LOADED (.*)/.exec(err)?.[1] ?? 'null');
}

/** A server where nothing should ever come. */
async function openTrap() {
  let connections = 0;
  const server = createServer((_, response) => response.end('{}'));
  server.on('connection', () => {
    connections++;
  });
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, count: () => connections };
}

/** Everything that makes LangChain send exchanges elsewhere, or print them. */
function toTemptations(url: string) {
  return {
    ...{ LANGSMITH_TRACING: 'true', LANGSMITH_TRACING_V2: 'true', LANGCHAIN_TRACING_V2: 'true' },
    ...{ LANGSMITH_API_KEY: 'lsv2', LANGSMITH_ENDPOINT: url, LANGCHAIN_ENDPOINT: url, LANGCHAIN_API_KEY: 'lsv2' },
    ...{ LANGSMITH_GATEWAY: url, LANGSMITH_GATEWAY_API_KEY: 'lsv2' },
    ...{ LANGCHAIN_VERBOSE: 'true', OPENAI_LOG: 'debug', OPENAI_CUSTOM_HEADERS: 'x-third-party: 1' },
  };
}

it('answers without a model and without loading LangChain', async () => {
  const alone = await runWatched(['ask', 'Quel est le fonctionnement d’une CPTS de taille 1 ?'], {});
  expect(alone).toMatchObject({ code: 0, out: expect.stringContaining('taille') });
  const loaded = listLoaded(alone.err);
  expect(loaded).toContain('zod');
  expect(loaded.filter((name) => /lang(?:chain|smith|graph)|openai/.test(name))).toEqual([]);
});

it('loads LangChain to try a model, and lets it send nothing elsewhere and print nothing, whatever the environment', async () => {
  const trap = await openTrap();
  const endpoint = await openScriptedEndpoint({
    script: () => ({ kind: 'text', text: '{"segments":[]}' }),
    models: ['m'],
  });
  const { code, out, err } = await runWatched(['modele', 'verifier', '--json'], {
    ...toTemptations(trap.url),
    OPENAI_API_KEY: endpoint.key,
    OPENAI_MODEL: 'm',
    OPENAI_BASE_URL: endpoint.url,
  });
  expect(trap.count()).toBe(0);
  expect({ code, err: err.replace(/LOADED .*\n/, '') }).toEqual({ code: 0, err: '' });
  expect(listLoaded(err)).toEqual(expect.arrayContaining(['@langchain/openai', '@langchain/core', 'langchain']));
  expect(JSON.parse(out)).toMatchObject({ usage: 'sans-outils' });
  expect(endpoint.exchanges.length).toBeGreaterThan(2);
  expect(endpoint.exchanges.filter(({ headers }) => 'x-third-party' in headers)).toEqual([]);
});

it('would be caught otherwise', async () => {
  const trap = await openTrap();
  await runNode(['--input-type=module', '-e', NAIVE, 'm'], {
    ...toTemptations(trap.url),
    OPENAI_API_KEY: 'k',
    OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
  });
  expect(trap.count()).toBeGreaterThan(0);
});
