import { createTestCli } from './create-test-cli.ts';

const REFERENCE = 'reference: { texte: 2021-12-20-avenant-2, article: "8", lu: Journal officiel, luLe: 2026-11-01 }';

/** A file of one block of avenant 2. */
export function toFile(...lines: readonly string[]): string {
  return ['blocs:', '  - depuis: 2022-03-31', `    ${REFERENCE}`, ...lines.map((line) => `    ${line}`), ''].join('\n');
}

/** Checks a file of that text. */
export async function verify(text: string, ...args: readonly string[]) {
  const run = createTestCli({ 'b.yaml': text });
  return run('bareme', 'verifier', 'b.yaml', ...args);
}

/** The same, as the object that `--json` prints. */
export async function verifyJson(text: string) {
  return JSON.parse((await verify(text, '--json')).out);
}
