import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Assembly, assemble, findAdapters } from '#bot/assemble.ts';
import { Env, loadEnv } from '#bot/env.ts';
import { findModelSettings, type ModelSettings } from '#bot/model/find-model-settings.ts';
import { replyHonestly } from '#bot/model/testing/endpoint-script.ts';
import { startScriptedEndpoint } from '#bot/testing/scripted-endpoint/start-scripted-endpoint.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import type { Mode } from './rapport/rapport.ts';

/** The bot as it is asked in a mode; what the model is reached by when there is a real one. */
export type OpenMode = {
  readonly assembly: Assembly;
  readonly settings: ModelSettings | undefined;
  readonly close: () => Promise<void>;
};

/**
 * Builds the bot of a mode (I/O edge).
 * @throws {BotError} ERR_EVAL_SANS_MODELE for a live run without a model
 */
export async function openMode(mode: Mode): Promise<OpenMode> {
  if (mode === 'deterministe') return { assembly: assemble(), settings: undefined, close: () => Promise.resolve() };
  return mode === 'live' ? openLive() : openScripted();
}

async function openLive(): Promise<OpenMode> {
  const env = loadEnv();
  const settings = findModelSettings(env);
  if (!settings) {
    const message = "aucun modèle n'est réglé : l'évaluation « live » ne peut pas se faire";
    throw new BotError('ERR_EVAL_SANS_MODELE', message, 'Donnez OPENAI_API_KEY et OPENAI_MODEL.');
  }
  const { assembly, close } = await openGuided(env);
  return { assembly, settings, close };
}

async function openScripted(): Promise<OpenMode> {
  const endpoint = await startScriptedEndpoint({ script: replyHonestly });
  const model = { OPENAI_API_KEY: endpoint.key, OPENAI_BASE_URL: endpoint.url, OPENAI_MODEL: endpoint.model };
  const { assembly, close } = await openGuided(Env.parse({ MODEL_TOKENS_PER_DAY: '1000000000', ...model }));
  const stop = async () => {
    await close();
    await endpoint.stop();
  };
  return { assembly, settings: undefined, close: stop };
}

/** The count of tokens is kept in a folder of its own, thrown away at the end. */
async function openGuided(env: Env): Promise<Pick<OpenMode, 'assembly' | 'close'>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cpts-eval-'));
  const journal = ({ code }: { readonly code: string }) => process.stderr.write(`${code}\n`);
  const { model } = await findAdapters({ ...env, DATA_DIR: dataDir }, journal);
  const close = () => Promise.resolve(rmSync(dataDir, { recursive: true, force: true }));
  return { assembly: assemble(undefined, { model }), close };
}
