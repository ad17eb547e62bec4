import { describe, expect, it } from 'vitest';
import type { Exchange } from '../testing/scripted-endpoint/exchange.ts';
import { openScriptedEndpoint } from '../testing/scripted-endpoint/open-scripted-endpoint.ts';
import type { Reply } from '../testing/scripted-endpoint/reply.ts';
import {
  type ScriptedEndpoint,
  type ScriptedEndpointOptions,
  startScriptedEndpoint,
} from '../testing/scripted-endpoint/start-scripted-endpoint.ts';
import { createTestCli } from './testing/create-test-cli.ts';

const DRAFT = { segments: [{ mots: 'Bienvenue.' }] };

/** A willing model. */
function answer(exchange: Exchange): Reply {
  if (exchange.kind === 'embeddings') return { kind: 'vectors', vectors: exchange.texts.map(() => [3, 4]) };
  if (exchange.tools.length > 0) return { kind: 'calls', calls: [{ name: 'saluer', args: { moment: 'matin' } }] };
  const wantsDraft = exchange.format !== 'text' || JSON.stringify(exchange.messages).includes('schéma');
  return wantsDraft ? { kind: 'draft', draft: DRAFT } : { kind: 'text', text: 'Bienvenue à toutes et à tous.' };
}

async function verify(
  { url, key, model }: Pick<ScriptedEndpoint, 'url' | 'key' | 'model'>,
  args: readonly string[] = [],
  embeddingModel?: string,
) {
  const modelSettings = { baseUrl: url, apiKey: key, model, embeddingModel };
  const result = await createTestCli({}, { modelSettings })('modele', 'verifier', ...args);
  expect(`${result.out}${result.err}`).not.toContain(key);
  return result;
}

function listResults(out: string): readonly string[] {
  return JSON.parse(out).essais.map(({ nom, resultat, code }: Record<string, string>) =>
    [nom, resultat, code].filter(Boolean).join(' '),
  );
}

describe('cpts modele verifier', () => {
  it('says line by line what works, and what the bot will do', async () => {
    const endpoint = await openScriptedEndpoint({ script: answer, models: ['m', 'v'] });
    const { code, out } = await verify(endpoint, [], 'v');
    expect(code).toBe(0);
    expect(
      out
        .replaceAll(/\d+ ms/g, '# ms')
        .replace(endpoint.url, 'URL')
        .split('\n'),
    ).toEqual([
      'Modèle m, à l’adresse URL :',
      '  • oui : le service répond à cette adresse, en # ms',
      '  • oui : la clé est acceptée, en # ms',
      '  • oui : le modèle est connu, en # ms',
      '  • oui : le modèle répond à une phrase, en # ms',
      '  • oui : le modèle appelle des outils, en # ms',
      '  • oui : le modèle écrit dans la forme demandée, en # ms (schéma JSON strict)',
      '  • oui : le modèle écrit au fil de l’eau, en # ms (morceaux : 3)',
      '  • oui : le modèle de vecteurs répond, en # ms (dimensions : 2)',
      'Le bot se servira de ce modèle pour choisir les calculs et composer les réponses ; les chiffres restent placés par le code.',
      '',
    ]);
  });

  it('gives the same as JSON', async () => {
    const endpoint = await openScriptedEndpoint({ script: answer });
    const { code, out } = await verify(endpoint, ['--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      adresse: endpoint.url,
      modele: endpoint.model,
      modeleDeVecteurs: null,
      usage: 'complet',
      essais: [{ nom: 'adresse', resultat: 'oui', ms: expect.any(Number) }, ...Array.from({ length: 6 }, () => ({}))],
    });
  });

  it.each<[string, ScriptedEndpointOptions, string, string]>([
    ['no tools', { noTools: true }, 'outils non', 'sans-outils'],
    ['no list of models', { noModels: true }, 'adresse oui', 'complet'],
    ['no schema', { noJsonSchema: true }, 'brouillon oui', 'complet'],
    ['no form at all', { noJsonSchema: true, noJsonObject: true }, 'brouillon oui', 'complet'],
    ['no streaming', { noStreaming: true }, 'flux non ERR_MODELE_REPONSE', 'complet'],
    ['oddities', { oddities: ['content-parts', 'thinking-tags', 'no-call-ids'] }, 'brouillon oui', 'complet'],
  ])('can use an endpoint with %s', async (_, lacks, line, usage) => {
    const endpoint = await openScriptedEndpoint({ script: answer, ...lacks });
    const { code, out } = await verify(endpoint, ['--json']);
    expect(code).toBe(0);
    expect(listResults(out)).toContain(line);
    expect(JSON.parse(out)).toMatchObject({ usage });
  });

  it('does not take silence for an answer', async () => {
    const mute = await openScriptedEndpoint({ script: () => ({ kind: 'text', text: '' }) });
    expect(listResults((await verify(mute, ['--json'])).out)).toContain('texte non');
    const endpoint = await openScriptedEndpoint({
      script: (exchange) => {
        const isStream = exchange.kind === 'chat' && exchange.body.stream === true;
        return isStream ? { kind: 'text', text: '' } : answer(exchange);
      },
    });
    const { out } = await verify(endpoint);
    expect(out).toContain('non : le modèle écrit au fil de l’eau. Il n’a rien écrit.');
  });

  it('names the models that exist when the one asked for does not', async () => {
    const endpoint = await openScriptedEndpoint({ models: ['petit', 'moyen-2'] });
    const { code, out } = await verify({ ...endpoint, model: 'grand' });
    expect(code).toBe(1);
    expect(out).toContain('non : le modèle est connu. Le service ne connaît pas ce nom ; il connaît : petit, moyen-2.');
    expect(out).toContain('pas essayé : le modèle écrit dans la forme demandée');
    expect(out).toContain('Le bot répondra sans ce modèle');
  });

  it('says what is wrong with the key, and what to do', async () => {
    const endpoint = await openScriptedEndpoint();
    const { code, out } = await verify({ ...endpoint, key: 'sk-not-this-one' });
    expect(code).toBe(1);
    expect(out).toContain(
      'non : la clé est acceptée. Le service du modèle refuse la clé (statut 401, invalid_api_key). ' +
        'Vérifiez OPENAI_API_KEY, et les droits de cette clé chez le service. [ERR_MODELE_CLE]',
    );
  });

  it.each<[string, ScriptedEndpointOptions, string]>([
    ['a bad certificate', { selfSigned: true }, 'adresse non ERR_MODELE_CERTIFICAT'],
    [
      'HTML',
      { fault: () => ({ kind: 'body', body: '<html>', contentType: 'text/html' }) },
      'adresse non ERR_MODELE_REPONSE',
    ],
    ['a huge body', { fault: () => ({ kind: 'huge', bytes: 52_428_800 }) }, 'adresse non ERR_MODELE_TROP_GROS'],
    ['nothing at this address', { fault: () => ({ kind: 'status', status: 404 }) }, 'adresse non ERR_MODELE_INCONNU'],
    ['a model that refuses', { script: () => ({ kind: 'refusal', text: 'Non.' }) }, 'texte non ERR_MODELE_REFUS'],
    ['a crowd', { script: () => ({ kind: 'status', status: 429 }) }, 'texte non ERR_MODELE_ENCOMBRE'],
  ])('cannot use an endpoint with %s', async (_, options, line) => {
    const endpoint = await openScriptedEndpoint(options);
    const { code, out } = await verify(endpoint, ['--json']);
    expect(code).toBe(1);
    expect(listResults(out)).toContain(line);
    expect(listResults(out)).toContain('brouillon non-essaye');
  });

  it('says that nobody is there', async () => {
    const gone = await startScriptedEndpoint();
    await gone.stop();
    const { code, out } = await verify(gone, ['--json']);
    expect(code).toBe(1);
    expect(listResults(out)[0]).toBe('adresse non ERR_MODELE_INJOIGNABLE');
  });

  it.each<[string, readonly string[], string]>([
    ['no model', ['verifier'], 'OPENAI_API_KEY=… et OPENAI_MODEL=…'],
    ['no action', [], 'modele verifier'],
    ['another action', ['essayer'], '« essayer »'],
    ['a word too many', ['verifier', 'vite'], '« vite » est en trop'],
  ])('is badly called with %s', async (_, args, told) => {
    const { code, out, err } = await createTestCli()('modele', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(told);
  });
});
