import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Figure } from '../figures.ts';
import type { Children } from './children.ts';
import { type Order, Report, type Secrets } from './exchange.ts';
import type { Settings } from './settings.ts';

/** The process of the fake Slack and of the people in it. */
export type Load = {
  readonly secrets: Secrets;
  /** Carries out an order; `onProgress` is told how many questions are answered so far. */
  run(order: Order, onProgress: (answered: number) => void): Promise<readonly Figure[]>;
};

/** Starts it, and waits until its Slack is open. */
export async function startLoad(settings: Settings, children: Children): Promise<Load> {
  const child = fork(fileURLToPath(import.meta.resolve('./run-load.ts')), [JSON.stringify(settings)], { execArgv: [] });
  children.adopt(child, 'the fake Slack');
  const { secrets } = await waitForReport(child, 'open');
  return {
    secrets,
    async run(order, onProgress) {
      function hear(message: unknown): void {
        const report = Report.parse(message);
        if (report.kind === 'progress') onProgress(report.answered);
      }
      child.on('message', hear);
      child.send(order);
      const { figures } = await waitForReport(child, 'done');
      child.off('message', hear);
      return figures;
    },
  };
}

function waitForReport<Kind extends Report['kind']>(
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<Report, { readonly kind: Kind }>> {
  return new Promise((resolve) => {
    function hear(message: unknown): void {
      const report = Report.parse(message);
      if (!isOfKind(report, kind)) return;
      child.off('message', hear);
      resolve(report);
    }
    child.on('message', hear);
  });
}

function isOfKind<Kind extends Report['kind']>(
  report: Report,
  kind: Kind,
): report is Extract<Report, { readonly kind: Kind }> {
  return report.kind === kind;
}
