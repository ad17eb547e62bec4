import { parseArgs } from 'node:util';
import type { InputProblem } from '#tools/outcome.ts';
import { UsageError } from '../usage-error.ts';
import { findNearest } from './find-nearest.ts';
import { type Parsed, toEcho, toExemple, toProblem } from './parsed.ts';

/** Options a command accepts, by name: `text` takes a value once, `list` a value any number of times, `flag` none. */
export type OptionSpec = Readonly<Record<string, 'text' | 'list' | 'flag'>>;

/** What was typed after the name of a command; problems add up and are told together. */
export type Options = {
  readonly positionals: readonly string[];
  has(flag: string): boolean;
  /** Value of a `text` option, undefined when absent or refused. */
  take<T>(name: string, parse: (text: string) => Parsed<T>): T | undefined;
  /** Values of a `list` option; refused ones are left out. */
  takeAll<T>(name: string, parse: (text: string) => Parsed<T>): readonly T[];
  report(...problems: readonly InputProblem[]): void;
  /** Everything refused so far. */
  listProblems(): readonly InputProblem[];
  /** @throws {UsageError} when anything was refused */
  check(): void;
};

type Token = ReturnType<typeof tokenize>[number];

/** Sorts what was typed into options and words; refuses unknown, repeated, empty and valueless options. */
export function openOptions(args: readonly string[], spec: OptionSpec): Options {
  const problems: InputProblem[] = [];
  const texts = new Map<string, string[]>();
  const flags = new Set<string>();
  const positionals: string[] = [];
  for (const token of tokenize(args, spec)) {
    if (token.kind === 'positional') positionals.push(token.value.trim());
    if (token.kind !== 'option') continue;
    const problem = findProblem(token, spec, texts, flags);
    if (problem?.kind === 'problem') problems.push({ champ: token.rawName, message: problem.message });
    else if (spec[token.name] === 'flag') flags.add(token.name);
    else texts.set(token.name, [...(texts.get(token.name) ?? []), token.value ?? '']);
  }
  function read<T>(name: string, text: string, parse: (text: string) => Parsed<T>): readonly T[] {
    const parsed = parse(text);
    if (parsed.kind === 'value') return [parsed.value];
    const messages = [parsed.message, ...(parsed.also ?? [])];
    problems.push(...messages.map((message) => ({ champ: `--${name}`, message })));
    return [];
  }
  return {
    positionals,
    has: (flag) => flags.has(flag),
    take: (name, parse) => (texts.get(name) ?? []).flatMap((text) => read(name, text, parse))[0],
    takeAll: (name, parse) => (texts.get(name) ?? []).flatMap((text) => read(name, text, parse)),
    report: (...found) => void problems.push(...found),
    listProblems: () => problems,
    check() {
      if (problems.length > 0) throw new UsageError(problems);
    },
  };
}

function tokenize(args: readonly string[], spec: OptionSpec) {
  const options = Object.fromEntries(
    Object.entries(spec).map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' } as const]),
  );
  return parseArgs({
    args: joinNegatives(args, spec),
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens;
}

/** « --population -5 » is a value, not an option; « montant -5 » is a word. */
function joinNegatives(args: readonly string[], spec: OptionSpec): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const previous = joined.at(-1);
    const takesValue = previous?.startsWith('--') && ['text', 'list'].includes(spec[previous.slice(2)] ?? '');
    if (!/^-[\d.,]/.test(arg)) joined.push(arg);
    else if (previous !== undefined && takesValue) joined[joined.length - 1] = `${previous}=${arg}`;
    else joined.push(` ${arg}`);
  }
  return joined;
}

function findProblem(
  token: Extract<Token, { kind: 'option' }>,
  spec: OptionSpec,
  texts: ReadonlyMap<string, readonly string[]>,
  flags: ReadonlySet<string>,
): Parsed<never> | undefined {
  const { name, rawName, value, inlineValue } = token;
  const kind = Object.hasOwn(spec, name) && rawName.startsWith('--') ? spec[name] : undefined;
  if (kind === undefined) return toUnknown(rawName, spec);
  if (kind === 'flag') {
    if (value !== undefined) return toProblem('cli-option-sans-valeur', { valeur: toEcho(value) });
    return flags.has(name) ? toProblem('cli-option-repetee') : undefined;
  }
  const missing = value === undefined || value.trim() === '' || (!inlineValue && value.startsWith('--'));
  if (missing) return toProblem('cli-valeur-manquante', { option: toExemple(rawName) });
  return kind === 'text' && texts.has(name) ? toProblem('cli-option-repetee') : undefined;
}

function toUnknown(rawName: string, spec: OptionSpec): Parsed<never> {
  const names = Object.keys(spec).map((name) => `--${name}`);
  const nearest = findNearest(rawName, names);
  const args = { option: toEcho(rawName), options: toExemple(names.join(', ')) };
  if (nearest === undefined) return toProblem('cli-option-inconnue', args);
  return toProblem('cli-option-inconnue-proche', { ...args, proche: toExemple(nearest) });
}
