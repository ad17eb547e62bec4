import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const HERE = import.meta.dirname;
const files = globSync('**/*.ts', { cwd: HERE }).filter((name) => !/\.test\.ts$|^testing\//.test(name));

/** Every road to Slack, and the files that may take it. */
const ROADS: readonly (readonly [road: string, pattern: RegExp, allowed: readonly string[]])[] = [
  [
    'the Web API',
    /\.apiCall\(/,
    ['outgoing/create-calls.ts', 'outgoing/create-reader.ts', 'connection/find-identity.ts'],
  ],
  ['the methods of the Web API client', /\b(?:chat|views|files|conversations|assistant|reactions)\.\w+[.(]/, []],
  ['what Bolt lends to a listener', /[{,]\s*(?:say|respond|client|sayStream|setStatus)\b[^}]*\}\)\s*=>/, []],
  ['an answer address', /\bsend\(url|\bfetch\(/, ['outgoing/post-json.ts', 'outgoing/post-bytes.ts']],
  ['the client of Bolt', /new webApi\.WebClient/, ['create-slack-context.ts', 'start-slack.ts']],
  [
    'an acknowledgement',
    /\back\((?!\))/,
    [
      'listeners/commandes-forms.ts',
      'listeners/cpts-command.ts',
      'listeners/digest.ts',
      'listeners/profil.ts',
      'listeners/answer-buttons.ts',
    ],
  ],
];

describe('the way out to Slack', () => {
  it('is looked at in every file', () => {
    expect(files.length).toBeGreaterThan(25);
  });

  it.each(ROADS)('goes through the sender: %s', (_, pattern, allowed) => {
    const found = files.filter((name) => pattern.test(readCode(name)));
    expect(found.toSorted()).toEqual(allowed.toSorted());
  });

  it('hands an acknowledgement only what the gate has sealed', () => {
    const asks = readCode('questions/answer-command.ts').match(/acknowledge\([^)]*\)?/g);
    expect(asks).toEqual(['acknowledge(shown && context.sender.seal(shown)']);
  });
});

/** A file without its comments and its strings. */
function readCode(name: string): string {
  return readFileSync(join(HERE, name), 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    .replaceAll(/'[^'\n]*'/g, "''");
}
