import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Incident } from '#bot/tell-error.ts';
import { assemble, findAdapters } from '../assemble.ts';
import { Env } from '../env.ts';
import { createPipelineCli } from '../testing/create-pipeline-cli.ts';
import { openScriptedEndpoint } from '../testing/scripted-endpoint/open-scripted-endpoint.ts';
import type { Script } from '../testing/scripted-endpoint/play-script.ts';
import { replyHonestly } from './testing/endpoint-script.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'cpts-modele-'));
const QUESTION = 'Quel plafond annuel pour une CPTS de taille 1 ?';
const journal: Incident[] = [];

/** The model of the endpoint that plays; the rest is assembled once. */
let current: Awaited<ReturnType<typeof findAdapters>>['model'];
const assembly = assemble(undefined, {
  model: {
    name: 'modele-de-test',
    limitFor: (espace, day) => current?.limitFor(espace, day) ?? expect.unreachable(),
    journal: (incident) => void journal.push(incident),
  },
});
const run = createPipelineCli({ dataDir, assembly });

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** The commands with the model of a scripted endpoint, through LangChain and real sockets. */
async function open(script: Script) {
  const endpoint = await openScriptedEndpoint({ script });
  const env = Env.parse({
    DATA_DIR: dataDir,
    OPENAI_API_KEY: endpoint.key,
    OPENAI_BASE_URL: endpoint.url,
    OPENAI_MODEL: endpoint.model,
  });
  const { model } = await findAdapters(env, (incident) => void journal.push(incident));
  current = model;
  return { endpoint, run };
}

describe('a question asked with a model', () => {
  it('is answered in its words around the figures of the code, and replayed to the byte without it', async () => {
    const { endpoint, run } = await open(replyHonestly);
    const { code, out, err } = await run('ask', '--json', QUESTION);
    const answer = JSON.parse(out);
    expect([code, err]).toEqual([0, '']);
    expect(answer).toMatchObject({ kind: 'answered', composer: 'model', rejections: [] });
    expect(answer.text).toMatch(/^Voici ce que disent les textes[\s\u202f]: au 21/u);
    expect(answer.text).toMatch(/287.500/u);
    expect(answer.receipt).toMatchObject({ model: endpoint.model, prompts: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(endpoint.exchanges.map((exchange) => exchange.kind === 'chat' && exchange.format)).toEqual([
      'text',
      'json_schema',
    ]);
    expect(endpoint.refusals).toEqual([]);

    const asked = endpoint.exchanges.length;
    const again = await run('rejouer', '--json', answer.receipt.answer);
    expect(again.err).toContain("identique à l'octet près");
    const { ms: _, ...before } = answer;
    expect(JSON.parse(again.out)).toEqual({ ...before, identique: true });
    expect(endpoint.exchanges).toHaveLength(asked);
  });

  it('is replayed too when drafts were rejected, when tools were called, and when the model was silent', async () => {
    let draft = 0;
    const scripts: readonly Script[] = [
      (exchange) => {
        const honest = replyHonestly(exchange);
        if (honest?.kind !== 'draft') return honest;
        draft += 1;
        return draft === 1
          ? { kind: 'draft', draft: { segments: [{ type: 'liaison', words: 'douze', handle: '' }] } }
          : honest;
      },
      (exchange) => {
        const [, handle = ''] = /⟦habitants (\p{L}+)⟧/u.exec(JSON.stringify(exchange)) ?? [];
        if (exchange.kind !== 'chat' || exchange.format !== 'text') return replyHonestly(exchange);
        return { kind: 'calls', calls: [{ name: 'plafond', args: { population: handle } }] };
      },
      () => ({ kind: 'status', status: 401 }),
    ];
    for (const script of scripts) {
      const { run } = await open(script);
      const { receipt, ...answer } = JSON.parse((await run('ask', '--json', 'argent pour 96 400 habitants ?')).out);
      const again = await run('rejouer', receipt.answer);
      expect(again.err, JSON.stringify(answer.rejections)).toContain("identique à l'octet près");
    }
    expect(journal.map(({ code }) => code)).toEqual(['ERR_MODELE_CLE']);
  });

  it('leaves no word of the model that was not shown, nor of a refused question, in what is kept', async () => {
    const { endpoint, run } = await open(replyHonestly);
    await run('ask', 'Mme Lefort-Test, 78 ans, diabétique, cherche un médecin traitant');
    expect(endpoint.exchanges).toEqual([]);
    const kept = readdirSync(join(dataDir, 'recus')).map((name) => readFileSync(join(dataDir, 'recus', name), 'utf8'));
    expect(kept.length).toBeGreaterThan(2);
    expect(kept.join('\n')).not.toMatch(/Lefort|douze/);
  });
});
