import { z } from 'zod';

/** Longest chain of causes that is told. */
const MOST_CAUSES = 5;
/** Calls told of each error. */
const MOST_FRAMES = 20;

/**
 * An error as the log may keep it: its kind, the codes it carries, the calls it came through, and the same of its causes.
 * Its message is left out, since libraries quote there what they were given: words of a person, of a model, a token.
 */
export function describeError(error: unknown): string {
  const told: string[] = [];
  for (let current = error; current !== undefined && told.length < MOST_CAUSES; current = findCause(current)) {
    told.push(describeOne(current));
  }
  return told.join('\ncause: ');
}

function findCause(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  return error instanceof AggregateError ? (error.cause ?? error.errors[0]) : error.cause;
}

function describeOne(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${error === null ? 'null' : typeof error}`;
  const name = NAME.test(error.name) ? error.name : 'Error';
  return [[name, ...listFacts(error)].join(' '), ...listFrames(error)].join('\n');
}

const NAME = /^[A-Z][A-Za-z]{1,60}$/;

/** Properties of an error whose form leaves no room for words; those of another form are taken as absent. */
const Facts = z.object({
  /** Ours, those of Node, those of Slack's client. */
  code: z
    .string()
    .regex(/^(?:E[A-Z0-9_]{2,50}|UND_ERR_[A-Z_]{2,40}|slack_[a-z_]{2,50})$/)
    .optional()
    .catch(undefined),
  syscall: z
    .enum(['accept', 'bind', 'connect', 'fsync', 'getaddrinfo', 'listen', 'mkdir', 'open', 'read', 'rename', 'write'])
    .optional()
    .catch(undefined),
  /** Of SQLite. */
  errcode: z.int().nonnegative().optional().catch(undefined),
  /** Of HTTP. */
  statusCode: z.int().min(100).max(599).optional().catch(undefined),
  /** The name that Slack gives to a refusal: words joined by lines. */
  data: z
    .object({ error: z.string().regex(/^[a-z]{2,20}(?:_[a-z]{1,20}){1,8}$/) })
    .optional()
    .catch(undefined),
  /** Of a model: a status of HTTP, or a code of the system; the rest of it may come from the endpoint. */
  detail: z
    .string()
    .transform((detail) => /^[A-Z][A-Z0-9_]{2,40}$|statut \d{3}/.exec(detail)?.[0].replace('statut ', 'http:'))
    .optional()
    .catch(undefined),
  /** What a schema found, without what it found it in. */
  issues: z
    .array(z.object({ code: z.string().regex(/^[a-z]+(?:_[a-z]+)*$/) }))
    .optional()
    .catch(undefined),
});

function listFacts(error: Error): readonly string[] {
  const {
    code,
    syscall,
    errcode,
    statusCode,
    data,
    detail,
    issues = [],
  } = Facts.parse(
    // Some are hidden from copies.
    Object.fromEntries(Object.keys(Facts.shape).map((name) => [name, Reflect.get(error, name)])),
  );
  const found = new Set(issues.slice(0, MOST_FRAMES).map((issue) => `zod:${issue.code}`));
  const facts = [
    code,
    syscall,
    errcode && `sqlite:${errcode}`,
    statusCode && `http:${statusCode}`,
    data?.error,
    detail,
  ];
  return [...facts.filter((fact) => fact !== undefined).map(String), ...found];
}

/** A call, with the place it stands in: `at async name (file:///…/bot/x.ts:1:2)`, with or without a name. */
const FRAME =
  /^ {4}at (?:(?:async )?(?:new )?(?<name>[\w$.#<>]+)(?: \[as [\w$.]+\])? \()?(?:(?:file:\/\/)?(?<path>(?:node:|\/)[^\s():]+):(?<line>\d+):\d+|<anonymous>|native|index \d+)\)?$/;

/** The lines of the trace that are calls; the message, which stands above them, may hold lines that look like it. */
function listFrames({ stack = '', message }: Error): readonly string[] {
  const start = message === '' ? stack.search(/(?<=^\w+)\n/) : stack.indexOf(message);
  // Changed since it was thrown: the trace still has the first message, which nothing tells from calls.
  if (start === -1) return [];
  const frames: string[] = [];
  // From the end: below the last line of any message, there are calls only.
  for (const line of stack
    .slice(start + message.length)
    .split('\n')
    .reverse()) {
    const call = FRAME.exec(line);
    if (call === null) break;
    const { name = '', path, line: number } = call.groups ?? {};
    frames.unshift(`    at ${[name, path && `${toShortPath(path)}:${number}`].filter(Boolean).join(' ')}`);
  }
  return frames.slice(0, MOST_FRAMES);
}

/** A path from the top of the project or of a package; others are those of the machine, which nobody needs. */
function toShortPath(path: string): string {
  if (path.startsWith('node:')) return path;
  return /(?:node_modules|corpus|tools|bot|eval)\/.*$/.exec(path)?.[0] ?? 'elsewhere';
}
