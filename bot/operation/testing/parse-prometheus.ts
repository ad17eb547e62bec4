/** A family of measures, as its server reads it. */
export type Family = {
  readonly type: string;
  readonly help: string;
  /** Values by sample: its name and its labels as they are written. */
  readonly samples: ReadonlyMap<string, number>;
};

const NAME = '[a-zA-Z_][a-zA-Z0-9_]*';
const LABEL = `${NAME}="(?:[^"\\\\\\n]|\\\\[\\\\"n])*"`;
const HELP = new RegExp(`^# HELP (${NAME}) (\\S.*)$`);
const TYPE = new RegExp(`^# TYPE (${NAME}) (counter|gauge|histogram)$`);
const SAMPLE = new RegExp(`^(${NAME})(\\{${LABEL}(?:,${LABEL})*\\})? (-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)$`);
const BUCKET = /^(?<name>.*)_bucket\{le="(?<bound>[^"]+)",?(?<labels>.*)\}$/;

/**
 * Reads the text form of Prometheus (0.0.4), more strictly than its server: each family is told once, explained, typed,
 * then sampled, with no sample twice; the classes of a histogram only grow, up to its count.
 * @throws {Error} at the first line that is wrong
 */
export function parsePrometheus(text: string): ReadonlyMap<string, Family> {
  if (!text.endsWith('\n')) throw new Error('the last line does not end');
  const families = new Map<string, { type: string; help: string; samples: Map<string, number> }>();
  const lines = text.split('\n').filter((line) => line !== '');
  let current = '';
  for (const [at, line] of lines.entries()) {
    const [, helped = '', help = ''] = HELP.exec(line) ?? [];
    if (helped !== '') {
      const [, typed = '', type = ''] = TYPE.exec(lines[at + 1] ?? '') ?? [];
      if (typed !== helped || families.has(helped)) throw new Error(`wrong family: ${line}`);
      families.set(helped, { type, help, samples: new Map() });
      current = helped;
    } else if (!line.startsWith(`# TYPE ${current} `)) {
      readSample(line, current, families.get(current));
    }
  }
  for (const [name, { type, samples }] of families) if (type === 'histogram') checkHistogram(name, samples);
  return families;
}

type Open = { readonly type: string; readonly samples: Map<string, number> };

function readSample(line: string, family: string, open: Open | undefined): void {
  const [, name = '', labels = '', value = ''] = SAMPLE.exec(line) ?? [];
  const suffix = name.slice(family.length);
  const isOwn = name.startsWith(family) && (open?.type === 'histogram' ? /^_(?:bucket|sum|count)$/ : /^$/).test(suffix);
  if (!open || !isOwn || open.samples.has(name + labels)) throw new Error(`wrong sample: ${line}`);
  open.samples.set(name + labels, Number(value));
}

function checkHistogram(name: string, samples: ReadonlyMap<string, number>): void {
  const last = new Map<string, { bound: number; value: number }>();
  for (const [sample, value] of samples) {
    const { bound: written = '', labels = '' } = BUCKET.exec(sample)?.groups ?? {};
    if (written === '') continue;
    const bound = written === '+Inf' ? Number.POSITIVE_INFINITY : Number(written);
    const former = last.get(labels) ?? { bound: Number.NEGATIVE_INFINITY, value: 0 };
    if (!(bound > former.bound) || value < former.value) throw new Error(`wrong class: ${sample}`);
    last.set(labels, { bound, value });
  }
  for (const [labels, { bound, value }] of last) {
    const count = samples.get(`${name}_count${labels === '' ? '' : `{${labels}}`}`);
    if (bound !== Number.POSITIVE_INFINITY || count !== value) throw new Error(`wrong count: ${name}{${labels}}`);
  }
}
