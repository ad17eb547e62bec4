import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { addProcessMeters } from './add-process-meters.ts';
import { createBound } from './create-bound.ts';
import type { Meters } from './meters.ts';

/** What is told once of the program that runs. */
export type BuildInfo = {
  readonly version: string;
  readonly node: string;
  /** sha256 of the data. */
  readonly corpus: string;
  readonly parametres: string;
};

/** The meters, and what a Prometheus server reads of them. */
export type Prometheus = Meters & {
  readonly tellBuild: (build: BuildInfo) => void;
  readonly contentType: string;
  readonly render: () => Promise<string>;
};

/** Upper bounds of the classes, in seconds: from an answer by code alone to the longest work of a model. */
const QUESTION_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const CALL_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Builds the meters in a registry of their own. No label tells a team, a channel or a person.
 * @param isReady whether the bot can answer people, asked at each reading
 */
export function createPrometheus(isReady: () => Promise<boolean>): Prometheus {
  const registry = new Registry();
  new Gauge({
    name: 'cpts_ready',
    help: 'Whether the bot can answer people: 1 or 0.',
    registers: [registry],
    async collect() {
      this.set(Number(await isReady()));
    },
  });
  const meters = createMeters(registry);
  const isBuild = new Gauge({
    name: 'cpts_build_info',
    help: 'Program and data that run; always 1.',
    labelNames: ['version', 'node', 'corpus', 'parametres'],
    registers: [registry],
  });
  addProcessMeters(registry);
  return {
    ...meters,
    tellBuild: (build) => isBuild.set(build, 1),
    contentType: registry.contentType,
    render: () => registry.metrics(),
  };
}

function createMeters(registry: Registry): Meters {
  const { count, histogram } = createMakers(registry);
  const questions = count('cpts_questions_total', 'Questions, by surface and kind of answer.', ['surface', 'kind']);
  const rejections = count('cpts_rejections_total', 'Rejected drafts of a model, by reason.', ['motif']);
  const latency = histogram('cpts_question_seconds', 'Time to make an answer.', ['surface'], QUESTION_SECONDS);
  const calls = count('cpts_slack_calls_total', 'Attempts of calls to Slack.', ['method', 'outcome']);
  const callTime = histogram('cpts_slack_call_seconds', 'Time of an attempt.', ['method'], CALL_SECONDS);
  const waits = count('cpts_slack_wait_seconds_total', 'Time that Slack asked to wait (429).', ['method']);
  const exchanges = count('cpts_model_calls_total', 'Exchanges with the model, by outcome.', ['outcome']);
  const exchangeTime = histogram('cpts_model_call_seconds', 'Time of an exchange.', [], QUESTION_SECONDS);
  const tokens = count('cpts_model_tokens_total', 'Tokens of the model.', ['direction']);
  const incidents = count('cpts_incidents_total', 'Incidents, by code.', ['code']);
  const takenUp = count('cpts_works_taken_up_total', 'Works of a process that died, taken up again.', []);
  let countWorks = () => 0;
  new Gauge({
    name: 'cpts_works',
    help: 'Works in hand.',
    registers: [registry],
    collect() {
      this.set(countWorks());
    },
  });
  return {
    question({ surface, kind, ms, rejections: reasons }) {
      questions([surface, kind], 1);
      latency([surface], ms / 1000);
      for (const reason of reasons) rejections([reason], 1);
    },
    slackCall({ method, outcome, ms, waitMs = 0 }) {
      calls([method, outcome], 1);
      callTime([method], ms / 1000);
      if (waitMs > 0) waits([method], waitMs / 1000);
    },
    exchange({ outcome, ms, input, output }) {
      exchanges([outcome], 1);
      exchangeTime([], ms / 1000);
      tokens(['input'], input);
      tokens(['output'], output);
    },
    incident: (code) => incidents([code], 1),
    takenUp: () => takenUp([], 1),
    watchWorks(own) {
      countWorks = own;
    },
  };
}

/** Makers of meters whose labels stay few, whatever is given to them; values are those of the labels, in order. */
function createMakers(registry: Registry) {
  type Add = (values: readonly string[], amount: number) => void;
  function bind(names: readonly string[]): (values: readonly string[]) => Record<string, string> {
    const bounds = names.map(() => createBound());
    return (values) => Object.fromEntries(names.map((name, at) => [name, bounds[at]?.(values[at] ?? '') ?? '']));
  }
  return {
    count(name: string, help: string, labelNames: readonly string[]): Add {
      const counter = new Counter({ name, help, labelNames, registers: [registry] });
      const toLabels = bind(labelNames);
      return (values, amount) => counter.inc(toLabels(values), amount);
    },
    histogram(name: string, help: string, labelNames: readonly string[], buckets: number[]): Add {
      const classes = new Histogram({ name, help, labelNames, buckets, registers: [registry] });
      const toLabels = bind(labelNames);
      return (values, amount) => classes.observe(toLabels(values), amount);
    },
  };
}
