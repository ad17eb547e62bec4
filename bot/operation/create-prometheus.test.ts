import { describe, expect, it } from 'vitest';
import { createBound } from './create-bound.ts';
import { createPrometheus } from './create-prometheus.ts';
import { parsePrometheus } from './testing/parse-prometheus.ts';

describe('createPrometheus', () => {
  it('tells what was counted, in the form that a Prometheus server reads', async () => {
    const meters = createPrometheus(async () => true);
    meters.question({ surface: 'canal', kind: 'answered', ms: 40, rejections: ['oui', 'oui', 'forme'] });
    meters.question({ surface: 'canal', kind: 'answered', ms: 300, rejections: [] });
    meters.question({ surface: 'commande', kind: 'incident', ms: 7, rejections: [] });
    meters.slackCall({ method: 'chat.postMessage', outcome: 'attente', ms: 12, waitMs: 3000 });
    meters.slackCall({ method: 'chat.postMessage', outcome: 'ok', ms: 90 });
    meters.exchange({ outcome: 'ok', ms: 1200, input: 900, output: 80 });
    meters.exchange({ outcome: 'DELAI', ms: 9000, input: 0, output: 0 });
    meters.incident('ERR_SLACK_CANAL');
    meters.takenUp();
    meters.watchWorks(() => 4);
    meters.tellBuild({ version: '0.1.0', node: 'v24.0.0', corpus: 'ab12', parametres: 'cd34' });
    const families = parsePrometheus(await meters.render());
    const samples = new Map([...families.values()].flatMap(({ samples: own }) => [...own]));
    expect(Object.fromEntries([...samples].filter(([name]) => EXPECTED.has(name)))).toEqual(
      Object.fromEntries(EXPECTED),
    );
    expect([...families.values()].every(({ help }) => help.length > 8)).toBe(true);
    expect([...families.keys()].filter((name) => !/^(?:cpts|process|nodejs)_/.test(name))).toEqual([]);
    // Names that grow end in « total », as its conventions want.
    for (const [name, { type }] of families)
      expect([name, name.endsWith('_total')]).toEqual([name, type === 'counter']);
  });

  it('tells the process itself', async () => {
    const families = parsePrometheus(await createPrometheus(async () => true).render());
    const read = (name: string) => families.get(name)?.samples.get(name) ?? Number.NaN;
    expect(read('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
    expect(Math.abs(read('process_start_time_seconds') * 1000 - performance.timeOrigin)).toBeLessThan(1000);
    expect(read('process_cpu_seconds_total')).toBeGreaterThan(0);
    expect(read('nodejs_eventloop_lag_max_seconds')).toBeGreaterThanOrEqual(0);
  });

  it('keeps its labels few and without words, whatever it is given', async () => {
    const meters = createPrometheus(async () => true);
    for (let at = 0; at < 500; at += 1) meters.incident(`ERR_${at}`);
    meters.incident('Madame Dupont');
    meters.slackCall({ method: 'jeanne@exemple.fr', outcome: 'ok', ms: 1 });
    const text = await meters.render();
    expect(text).not.toMatch(/Dupont|jeanne/);
    const incidents = parsePrometheus(text).get('cpts_incidents_total')?.samples;
    expect(incidents?.size).toBe(101);
    // 500 codes and one that is none, of which 100 are told apart.
    expect(incidents?.get('cpts_incidents_total{code="autre"}')).toBe(401);
  });
});

const EXPECTED = new Map([
  ['cpts_questions_total{surface="canal",kind="answered"}', 2],
  ['cpts_questions_total{surface="commande",kind="incident"}', 1],
  ['cpts_rejections_total{motif="oui"}', 2],
  ['cpts_rejections_total{motif="forme"}', 1],
  // 40 ms, then 300 ms.
  ['cpts_question_seconds_bucket{le="0.05",surface="canal"}', 1],
  ['cpts_question_seconds_bucket{le="0.5",surface="canal"}', 2],
  ['cpts_question_seconds_count{surface="canal"}', 2],
  ['cpts_slack_calls_total{method="chat.postMessage",outcome="ok"}', 1],
  ['cpts_slack_calls_total{method="chat.postMessage",outcome="attente"}', 1],
  ['cpts_slack_wait_seconds_total{method="chat.postMessage"}', 3],
  ['cpts_model_calls_total{outcome="DELAI"}', 1],
  ['cpts_model_tokens_total{direction="input"}', 900],
  ['cpts_model_tokens_total{direction="output"}', 80],
  ['cpts_incidents_total{code="ERR_SLACK_CANAL"}', 1],
  ['cpts_works_taken_up_total', 1],
  ['cpts_works', 4],
  ['cpts_ready', 1],
  ['cpts_build_info{version="0.1.0",node="v24.0.0",corpus="ab12",parametres="cd34"}', 1],
]);

describe('createBound', () => {
  it('keeps the first values, and tells those beyond as one', () => {
    const bound = createBound(2);
    expect(['a', 'b', 'c', 'a', 'd', 'b'].map(bound)).toEqual(['a', 'b', 'autre', 'a', 'autre', 'b']);
  });
});

describe('the reader of the tests', () => {
  it.each([
    ['a family without help', '# TYPE a counter\na 1\n'],
    ['a family without a type', '# HELP a b\na 1\n'],
    ['a sample of another family', '# HELP a b\n# TYPE a counter\nb 1\n'],
    ['a sample twice', '# HELP a b\n# TYPE a gauge\na{x="1"} 1\na{x="1"} 2\n'],
    ['a family twice', '# HELP a b\n# TYPE a gauge\na 1\n# HELP a b\n# TYPE a gauge\n'],
    ['a label without quotes', '# HELP a b\n# TYPE a gauge\na{x=1} 1\n'],
    ['a value that is none', '# HELP a b\n# TYPE a gauge\na un\n'],
    ['an end that lacks', '# HELP a b\n# TYPE a gauge\na 1'],
    ['a class that shrinks', '# HELP a b\n# TYPE a histogram\na_bucket{le="1"} 2\na_bucket{le="+Inf"} 1\na_count 1\n'],
    ['a count that differs', '# HELP a b\n# TYPE a histogram\na_bucket{le="+Inf"} 1\na_count 2\n'],
  ])('refuses %s', (_, text) => {
    expect(() => parsePrometheus(text)).toThrow();
  });
});
