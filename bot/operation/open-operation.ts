import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Env } from '../env.ts';
import type { Incident } from '../tell-error.ts';
import { createHealthPages } from './answer-health.ts';
import { createLog } from './create-log.ts';
import { createPrometheus, type Prometheus } from './create-prometheus.ts';
import { openJournal } from './open-journal.ts';
import type { Operation } from './operation.ts';
import { createReadiness } from './readiness.ts';
import { startHealthServer } from './start-health-server.ts';

/** The operation of a connected bot. */
export type OpenedOperation = Operation & {
  /** Notes an incident and counts it. */
  readonly journal: (incident: Incident) => void;
  /** Says of what data the answers are made, once they are loaded. */
  readonly tellBuild: (hashes: { readonly corpus: string; readonly parametres: string }) => void;
  /** Closes the health pages: the last thing done. */
  readonly close: () => Promise<void>;
};

/** Where the log goes, and where the health pages are. */
export type OperationSettings = Pick<Env, 'DATA_DIR' | 'LOG_LEVEL' | 'LOG_TO' | 'HEALTH_PORT' | 'HEALTH_HOST'>;

/**
 * Opens the log, the meters and the health pages; these answer from now on when they have a port of their own.
 * @throws {BotError} ERR_SONDE_PORT when that port cannot be listened to
 */
export async function openOperation(settings: OperationSettings): Promise<OpenedOperation> {
  const { DATA_DIR, LOG_LEVEL, LOG_TO, HEALTH_PORT: port, HEALTH_HOST: host } = settings;
  const log = createLog(LOG_LEVEL, LOG_TO === 'stderr' ? writeError : openJournal(DATA_DIR));
  const readiness = createReadiness();
  const prometheus = createPrometheus(async () => (await readiness.read()).ready);
  const answerHealth = createHealthPages({ readiness, prometheus });
  const server = port === undefined ? undefined : await startHealthServer({ port, host }, answerHealth);
  const { version } = readPackage();
  log.note('DEMARRAGE', { version });
  return {
    log,
    meters: prometheus,
    readiness,
    journal(incident) {
      prometheus.incident(incident.code);
      log.incident(incident);
    },
    healthAddress: server && `http://${host}:${server.port}/readyz`,
    answerHealth: server ? undefined : answerHealth,
    tellBuild: createBuildTeller(version, prometheus, log),
    close: async () => server?.close(),
  };
}

function writeError(line: string): void {
  process.stderr.write(line);
}

/** What is read of `package.json`. */
const Package = z.object({ version: z.string() });

function readPackage(): z.infer<typeof Package> {
  return Package.parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')));
}

function createBuildTeller(
  version: string,
  prometheus: Pick<Prometheus, 'tellBuild'>,
  log: Operation['log'],
): OpenedOperation['tellBuild'] {
  return function tellBuild({ corpus, parametres }) {
    prometheus.tellBuild({ version, node: process.version, corpus, parametres });
    log.note('DONNEES', { corpus, parametres });
  };
}
