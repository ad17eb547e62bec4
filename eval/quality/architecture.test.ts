import { describe, expect, it } from 'vitest';
import { lintPlanted } from './testing/lint-planted.ts';

/** A file that must be caught: what is wrong, where it stands, its text, and what the finding must say. */
type Wrong = readonly [what: string, path: string, text: string, finding: string];

const IMPORTS = 'error lint/style/noRestrictedImports';
const GLOBALS = 'error lint/style/noRestrictedGlobals';
const LITERAL = 'error plugin';

const CROSSINGS: readonly Wrong[] = [
  ['a static import', 'tools/w/static.ts', using('#bot/a.ts'), 'tools/ computes'],
  ['an import type', 'tools/w/type.ts', "import type { A } from '#bot/a.ts';\nexport type B = A;", IMPORTS],
  ['an inline type', 'tools/w/inline.ts', "import { type A } from '#bot/a.ts';\nexport type B = A;", IMPORTS],
  ['a re-export', 'tools/w/re-export.ts', "export { a } from '#bot/a.ts';", IMPORTS],
  ['a re-export of all', 'tools/w/all.ts', "export * from '#bot/a.ts';", IMPORTS],
  ['a dynamic import', 'tools/w/dynamic.ts', "export const a = await import('#bot/a.ts');", IMPORTS],
  ['a template import', 'tools/w/template.ts', 'export const a = await import(`#bot/a.ts`);', LITERAL],
  ['a computed import', 'tools/w/computed.ts', 'export const load = (name: string) => import(name);', LITERAL],
  ['an import inside a type', 'tools/w/in-type.ts', "export type A = import('#bot/a.ts').A;", LITERAL],
  ['a climb', 'tools/w/climb.ts', using('../../bot/a.ts'), IMPORTS],
  ['a climb from the top', 'tools/climb.ts', using('../bot/a.ts'), IMPORTS],
  ['a climb in disguise', 'tools/w/dots.ts', using('./../../bot/a.ts'), IMPORTS],
  ['a climb on the way', 'tools/w/way.ts', using('../x/../../bot/a.ts'), IMPORTS],
  ['a loader in tools', 'tools/w/load.ts', using('#corpus/load-corpus.ts'), IMPORTS],
  ['a file in tools', 'tools/w/file.ts', using('node:fs'), IMPORTS],
  ['a package in tools', 'tools/w/package.ts', using('yaml'), IMPORTS],
  ['bot in a test of tools', 'tools/w/x.test.ts', using('#bot/a.ts'), IMPORTS],
  ['tools in corpus', 'corpus/w/tools.ts', using('#tools/a.ts'), 'leftmost folder'],
  ['bot in corpus', 'corpus/bot.ts', using('#bot/a.ts'), IMPORTS],
  ['a climb out of corpus', 'corpus/climb.ts', using('../bot/a.ts'), IMPORTS],
  ['corpus in law', 'corpus/law/up.ts', using('../load-corpus.ts'), 'pure vocabulary'],
  ['corpus in law by its alias', 'corpus/law/alias.ts', using('#corpus/a.ts'), IMPORTS],
  ['a file in law', 'corpus/law/file.ts', using('node:fs'), IMPORTS],
  ['Slack in the pipeline', 'bot/answer/slack.ts', using('@slack/bolt'), 'no Slack'],
  ['LangChain in the pipeline', 'bot/answer/w/chain.ts', using('@langchain/core'), IMPORTS],
  ['a file in the pipeline', 'bot/answer/file.ts', using('node:fs'), IMPORTS],
  ['an edge in the pipeline', 'bot/answer/env.ts', using('#bot/env.ts'), IMPORTS],
  ['a climb out of the pipeline', 'bot/answer/climb.ts', using('../env.ts'), IMPORTS],
  ['a loader in the pipeline', 'bot/answer/load.ts', using('#corpus/load-corpus.ts', 'loadCorpus'), 'reads no file'],
  ['a command in the renderers', 'bot/render/command.ts', using('../commands/scribe.ts'), 'knows no command'],
  ['a chat in the renderers', 'bot/render/chat.ts', using('#bot/terminal/chat.ts'), 'knows no command'],
  ['eval in bot', 'bot/slack/eval.ts', using('../../eval/a.ts'), IMPORTS],
  ['eval in bot from the top', 'bot/eval.ts', using('../eval/a.ts'), IMPORTS],
];

const IMPURITIES: readonly Wrong[] = [
  ['a clock in law', 'corpus/law/clock.ts', 'export const a = new Date();', GLOBALS],
  ['a clock in tools', 'tools/w/clock.ts', 'export const a = Date.now();', GLOBALS],
  ['a clock in the pipeline', 'bot/answer/w/clock.ts', 'export const a = performance.now();', GLOBALS],
  ['a network in tools', 'tools/w/network.ts', "export const a = await fetch('https://example.org');", GLOBALS],
  ['a process in law', 'corpus/law/process.ts', 'export const a = process.cwd();', GLOBALS],
  ['a global in disguise', 'tools/w/global.ts', 'export const a = globalThis.Date;', GLOBALS],
  ['chance in the pipeline', 'bot/answer/chance.ts', 'export const a = Math.random();', 'noJsRestrictedProperties'],
  ['a setting', 'bot/slack/setting.ts', 'export const a = process.env.TOKEN;', 'error lint/style/noProcessEnv'],
  ['a console', 'bot/slack/console.ts', "console.log('a');", 'error lint/suspicious/noConsole'],
];

const SHAPES: readonly Wrong[] = [
  ['a cycle', 'tools/w/one.ts', using('#tools/w/two.ts', 'b', 'a'), 'noImportCycles'],
  ['a cycle, from its other end', 'tools/w/two.ts', using('./one.ts', 'a', 'b'), 'noImportCycles'],
  ['a cycle of types', 'corpus/w/one.ts', "import type { B } from './two.ts';\nexport type A = B;", 'noImportCycles'],
  ['its other end', 'corpus/w/two.ts', "import type { A } from './one.ts';\nexport type B = A;", 'noImportCycles'],
  ['a barrel', 'bot/slack/barrel.ts', "export { a } from './a.ts';", 'error lint/performance/noBarrelFile'],
  ['a default export', 'tools/w/default.ts', 'export default 1;', 'error lint/style/noDefaultExport'],
  ['a promise nobody awaits', 'bot/promise.ts', 'async function f(): Promise<void> {}\nf();', 'noFloatingPromises'],
  ['a case left out', 'bot/switch.ts', switchWithout(), 'error lint/nursery/useExhaustiveSwitchCases'],
  ['an accent in a file name', 'tools/w/échéances.ts', 'export const a = 1;', 'useFilenamingConvention'],
  ['a capital in a file name', 'tools/w/maTaille.ts', 'export const a = 1;', 'useFilenamingConvention'],
  ['an accent in a name', 'tools/w/accent.ts', 'export const dateÉchéance = 1;', 'useNamingConvention'],
  ['a long file', 'tools/w/long.ts', `export type A = [\n${'  1,\n'.repeat(250)}];`, 'noExcessiveLinesPerFile'],
  ['a long function', 'tools/w/long-function.ts', functionOf(51), 'noExcessiveLinesPerFunction'],
];

const RIGHT: Readonly<Record<string, string>> = {
  'corpus/law/right.ts': `${using('zod')}\n${using('./a.ts', 'c', 'd')}`,
  'corpus/right/load.ts': `${using('node:fs')}\n${using('../law/a.ts', 'c', 'd')}`,
  'tools/right/compute.ts': `${using('#corpus/law/a.ts')}\n${using('../outcome/c.ts', 'c', 'd')}`,
  'tools/right/compute.test.ts': `${using('vitest')}\n${using('#corpus/load-parametres.ts', 'c', 'd')}`,
  'tools/right/short.ts': functionOf(50),
  'bot/answer/right/find.ts': `${using('#tools/a.ts')}\n${using('../b.ts', 'c', 'd')}`,
  'bot/answer/right/type.ts': "import type { Corpus } from '#corpus/load-corpus.ts';\nexport type A = Corpus;",
  'bot/slack/right.ts': `${using('@slack/bolt')}\nexport const c = { thread_ts: new Date(), SLACK_BOT_TOKEN: 1 };`,
  'bot/env.ts': 'export const a = process.env.DATA_DIR;',
  'bot/cli.ts': "console.log('a');",
  'eval/right.ts': `${using('#bot/answer/a.ts')}\nconsole.log(b);`,
  'vitest.config.ts': 'export default {};',
};

describe('the rules of the architecture', () => {
  const wrong = [...CROSSINGS, ...IMPURITIES, ...SHAPES];
  const findings = lintPlanted({ ...RIGHT, ...Object.fromEntries(wrong.map(([, path, text]) => [path, text])) });

  it.each(wrong)('catch %s (%s)', (_, path, __, finding) => {
    expect(findings.get(path)?.join('\n')).toContain(finding);
  });

  it.each(Object.keys(RIGHT))('leave %s alone', (path) => {
    expect(findings.get(path)).toEqual([]);
  });

  it('are tried on a file each, so that no finding hides another', () => {
    const paths = [...wrong.map(([, path]) => path), ...Object.keys(RIGHT)];
    expect(new Set(paths).size).toBe(paths.length);
  });
});

/** Text of a file that imports a name and uses it. */
function using(path: string, name = 'a', exported = 'b'): string {
  return `import { ${name} } from '${path}';\nexport const ${exported} = ${name};`;
}

function switchWithout(): string {
  return "export function f(a: 'x' | 'y'): number {\n  switch (a) {\n    case 'x':\n      return 0;\n  }\n  return 1;\n}";
}

function functionOf(lines: number): string {
  return `export function f(a: number): number {\n${'  a + 1;\n'.repeat(lines - 1)}  return a;\n}`;
}
