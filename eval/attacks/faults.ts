import type { Answer } from '#bot/answer/answer.ts';
import { answerQuestion } from '#bot/answer/answer-question.ts';
import type { Assembly } from '#bot/assemble.ts';
import { createLangchainModel } from '#bot/model/langchain/create-langchain-model.ts';
import { TODAY } from '#bot/testing/load-test-assembly.ts';
import type { Reply } from '#bot/testing/scripted-endpoint/reply.ts';
import { startScriptedEndpoint } from '#bot/testing/scripted-endpoint/start-scripted-endpoint.ts';
import type { Judge } from './judge-answer.ts';
import type { Tally } from './play-attacks.ts';
import { openGuides } from './roads.ts';

const QUESTION = "Quel est le financement du fonctionnement d'une CPTS de taille 2 signée en mars 2023 ?";

/** Longest answer with a sick endpoint: the time of the model, and what the bot needs besides. */
const LATEST_MS = 5_000;

/** What a sick endpoint does, by name; each says a figure where it can. */
const FAULTS: Readonly<Record<string, Reply>> = {
  'page HTML': { kind: 'body', body: '<html><body>Soit 12 345 €</body></html>', contentType: 'text/html' },
  'JSON coupé': { kind: 'body', body: '{"choices":[{"message":{"content":"Soit 12 345' },
  'corps vide': { kind: 'body', body: '' },
  'autre forme': { kind: 'body', body: '{"reponse":"Soit 12 345 €"}' },
  'corps immense': { kind: 'huge', bytes: 50 * 1024 * 1024 },
  'corps immense et comprimé': { kind: 'huge', bytes: 50 * 1024 * 1024, compressed: true },
  'sans fin': { kind: 'endless' },
  'goutte à goutte': { kind: 'drip', text: 'Soit 12 345 €', everyMs: 100 },
  'silence tardif': { kind: 'hang', headers: true },
  'silence complet': { kind: 'hang' },
  'coupure immédiate': { kind: 'reset' },
  'coupure tardive': { kind: 'reset', late: true },
  'refus poli': { kind: 'refusal', text: 'Je refuse, mais soit 12 345 €.' },
  'réponse tronquée': { kind: 'truncated', text: '{"segments":[{"type":"liaison","words":"Soit 12 345' },
  'réponse filtrée': { kind: 'filtered', text: 'Soit 12 345 €' },
  'erreur du serveur': { kind: 'status', status: 500, message: 'Soit 12 345 €' },
  'trop de demandes': { kind: 'status', status: 429, message: 'Soit 12 345 €' },
  'clé refusée': { kind: 'status', status: 401, message: 'Soit 12 345 €' },
  'réponse lente': { kind: 'text', text: 'Soit 12 345 €', afterMs: 4_000 },
};

/** Plays every fault, all at once: the answer without a model comes in time, and nothing of the fault is in it. */
export async function playFaults(assembly: Assembly, judge: Judge, names = Object.keys(FAULTS)): Promise<Tally> {
  const tally: Tally = { genre: 'service malade', played: 0, rejected: 0, shown: [] };
  await Promise.all(
    names.map(async (name) => {
      const started = performance.now();
      const answer = await askSick(assembly, FAULTS[name] as Reply);
      const isLate = performance.now() - started > LATEST_MS;
      tally.played += 1;
      if (isLate || (await judge(QUESTION, answer, ['12 345', '12 345']))) tally.shown.push(name);
      else tally.rejected += 1;
    }),
  );
  return tally;
}

async function askSick(assembly: Assembly, reply: Reply): Promise<Answer> {
  const endpoint = await startScriptedEndpoint({ script: () => reply });
  const { url: baseUrl, key: apiKey, model } = endpoint;
  const openGuide = openGuides(assembly, createLangchainModel({ baseUrl, apiKey, model }));
  try {
    return await answerQuestion({ text: QUESTION, today: TODAY }, { ...assembly.pipeline, openGuide });
  } finally {
    await endpoint.stop();
  }
}
