import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '../../..');
/** What the rules depend on: the configuration, the plugin, the aliases of imports, the types. */
const SETTINGS = ['biome.json', 'eval/quality/visible-imports.grit', 'package.json', 'tsconfig.json', '.gitignore'];

/** The part of the linter's report that is used. */
const Report = z.object({
  summary: z.object({ unchanged: z.int() }),
  diagnostics: z.array(
    z.looseObject({ category: z.string(), severity: z.string(), location: z.object({ path: z.string() }) }),
  ),
});

/** What the linter says of each file: severity, rule and message, one string a finding. */
export type Findings = ReadonlyMap<string, readonly string[]>;

/**
 * Lints files that do not exist, at the places they would have in the project and under its very settings.
 * @param files text by path from the root
 * @throws when the linter did not look at every file
 */
export function lintPlanted(files: Readonly<Record<string, string>>): Findings {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'));
  try {
    for (const path of SETTINGS) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return runLinter(folder, Object.keys(files));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runLinter(folder: string, paths: readonly string[]): Findings {
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const options = ['lint', '--reporter=json', '--max-diagnostics=none', ...paths];
  const { stdout, stderr } = spawnSync(process.execPath, [biome, ...options], { cwd: folder, encoding: 'utf8' });
  if (stdout === '') throw new Error(`the linter did not run: ${stderr}`);
  const { summary, diagnostics } = Report.parse(JSON.parse(stdout));
  if (summary.unchanged !== paths.length)
    throw new Error(`${summary.unchanged} files read of ${paths.length}: ${stderr}`);
  const findings = new Map<string, string[]>(paths.map((path) => [path, []]));
  for (const { category, severity, location, ...said } of diagnostics) {
    const finding = `${severity} ${category} ${JSON.stringify(said)}`;
    const found = findings.get(relative(folder, resolve(folder, location.path)));
    if (!found) throw new Error(`a finding elsewhere: ${location.path} ${finding}`);
    found.push(finding);
  }
  return findings;
}
