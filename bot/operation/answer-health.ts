import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Prometheus } from './create-prometheus.ts';
import type { Readiness } from './readiness.ts';

/** What the health pages tell of. */
export type Watched = {
  readonly readiness: Readiness;
  readonly prometheus: Pick<Prometheus, 'render' | 'contentType'>;
};

/** Answers with a health page; false when the address is none of them, and nothing is written then. */
export type AnswerHealth = (incoming: IncomingMessage, response: ServerResponse) => boolean;

type Reply = { readonly status: number; readonly type: string; readonly body: string };

const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * Builds the health pages: `/healthz` (the process answers), `/readyz` (503 and the parts that do not hold, while
 * it cannot answer people), `/metrics` (text of Prometheus). They hold no word of anybody.
 */
export function createHealthPages({ readiness, prometheus }: Watched): AnswerHealth {
  const pages = new Map<string, () => Promise<Reply>>([
    ['/healthz', async () => toJson(200, { alive: true })],
    [
      '/readyz',
      async () => {
        const state = await readiness.read();
        return toJson(state.ready ? 200 : 503, state);
      },
    ],
    ['/metrics', async () => ({ status: 200, type: prometheus.contentType, body: await prometheus.render() })],
  ]);
  return function answerHealth({ url = '', method }, response) {
    const page = pages.get(url.split('?')[0] ?? '');
    if (!page) return false;
    if (method === 'GET' || method === 'HEAD') void send(page, method, response);
    else response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return true;
  };
}

function toJson(status: number, value: unknown): Reply {
  return { status, type: JSON_TYPE, body: `${JSON.stringify(value)}\n` };
}

async function send(page: () => Promise<Reply>, method: string, response: ServerResponse): Promise<void> {
  const { status, type, body } = await page().catch(() => toJson(500, { alive: true }));
  const headers = { 'content-type': type, 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store' };
  response.writeHead(status, headers).end(method === 'HEAD' ? undefined : body);
}
