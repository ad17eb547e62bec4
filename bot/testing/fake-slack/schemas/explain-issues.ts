import type { z } from 'zod';
import { parseJson } from '../methods/read-arguments.ts';

type Issue = z.core.$ZodIssue;

/**
 * Tells what is wrong in an input, one readable sentence for each issue: where, what was found, what is allowed.
 * @param name how the sentences call the input as a whole, and begin a path in it
 */
export function explainIssues(issues: readonly Issue[], input: unknown, name: string): readonly string[] {
  return issues.map((issue) => `${name}${renderPath(issue.path)} ${explain(issue, findAt(input, issue.path))}`);
}

/** A number with its thousands apart. */
export function renderCount(count: number): string {
  return count.toLocaleString('en').replaceAll(',', ' ');
}

function explain(issue: Issue, found: unknown): string {
  switch (issue.code) {
    case 'too_big':
      return `${renderSize(found, issue.origin)}, the limit is ${renderCount(Number(issue.maximum))}`;
    case 'too_small':
      return found === '' || (Array.isArray(found) && found.length === 0)
        ? 'is empty'
        : `${renderSize(found, issue.origin)}, the least is ${renderCount(Number(issue.minimum))}`;
    case 'unrecognized_keys':
      return `has what is not expected: ${issue.keys.join(', ')}`;
    case 'invalid_type':
      return found === undefined ? 'is missing' : `must be ${issue.expected}, not ${renderFound(found)}`;
    case 'invalid_value':
      return found === undefined
        ? 'is missing'
        : `must be ${issue.values.map(String).join(' or ')}, not ${renderFound(found)}`;
    case 'invalid_union':
      return found === undefined ? 'is missing' : `may not be ${renderFound(found)} here`;
    case 'invalid_format':
      return `is not written as expected: ${renderFound(found)}`;
    default:
      return issue.message;
  }
}

function renderSize(found: unknown, origin: string): string {
  if (origin === 'number' || origin === 'int') return `is ${found}`;
  if (typeof found === 'string') return `is ${renderCount(found.length)} characters long`;
  if (Array.isArray(found)) return `has ${renderCount(found.length)} items`;
  return `is ${renderFound(found)}`;
}

function renderFound(found: unknown): string {
  const text = JSON.stringify(found) ?? String(found);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function renderPath(path: readonly PropertyKey[]): string {
  return path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
}

/** Lists and objects are written as JSON in a form. */
function decode(value: unknown): unknown {
  const parsed = typeof value === 'string' ? parseJson(value) : undefined;
  return typeof parsed === 'object' && parsed !== null ? parsed : value;
}

function findAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let found = input;
  for (const step of path)
    found = typeof found === 'object' && found !== null ? decode(Reflect.get(found, step)) : undefined;
  return found;
}
