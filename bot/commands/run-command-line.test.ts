import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures } from '#corpus/law/find-figures.ts';
import { COMMANDS } from '../cli.ts';
import { loadMessages } from '../load-messages.ts';
import { createTestCli } from './testing/create-test-cli.ts';

const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url));
const run = createTestCli();

describe('the command line', () => {
  it('lists its commands', async () => {
    const { code, out } = await run();
    expect(code).toBe(0);
    for (const name of ['taille', 'financement', 'echeances', 'montant', 'verifier', 'corpus'])
      expect(out).toContain(`  ${name} `);
  });

  it.each(Object.keys(COMMANDS))('%s --help shows its usage', async (name) => {
    const { code, out } = await run(name, '--help');
    expect(code).toBe(0);
    expect(out).toContain(COMMANDS[name]?.usage);
  });

  it('proposes the nearest command', async () => {
    const { code, out, err } = await run('finacement', '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Vouliez-vous dire « financement »');
  });

  it('does not take an inherited name for a command or an option', async () => {
    expect((await run('constructor')).code).toBe(2);
    expect((await run('taille', '--constructor', '--population', '5')).code).toBe(2);
  });

  it('tells a defect without its trace', async () => {
    const broken = {
      summary: '',
      usage: '',
      run: () => {
        throw new TypeError('secret');
      },
    };
    const { runCommandLine } = await import('./run-command-line.ts');
    const told: string[] = [];
    const logged: string[] = [];
    const io = {
      out: () => {},
      err: (text: string) => void told.push(text),
      log: ({ exception }: { exception: string }) => void logged.push(exception),
      today: '2026-11-21',
      readFile: String,
      referentiel: () => ({}),
    };
    expect(await runCommandLine(['x'], { x: broken }, io as never)).toBe(1);
    expect(told.join('')).toContain('ERR_INTERNE');
    expect(told.join('')).not.toContain('secret');
    expect(logged).toHaveLength(1);
    expect(logged.join('')).not.toContain('secret');
  });

  it('prints one JSON object on standard output when run for real', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [CLI, 'taille', '--population', '85 000', '--as-of', '2026-11-21', '--json'],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'computed', taille: 3, population: 85_000, asOf: '2026-11-21' });
  });

  it('refuses a setting that it does not know, and shows it', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'taille', '--population', '85000'], {
      encoding: 'utf8',
      env: { CPTS_INDEX: 'graphe' },
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('CPTS_INDEX : « graphe » trouvé. Valeurs acceptées : exact, hnsw.');
    expect(stderr).toContain('[ERR_REGLAGE]');
  });

  it('never fails on what people type: an answer or a refusal, and nothing on standard output when it refuses', async () => {
    const word = fc.oneof(
      fc.constantFrom(
        '--population',
        '--taille',
        '--signature',
        '--mission',
        '--as-of',
        '--json',
        '--annee',
        '--prorata',
        '--',
        '-x',
        '',
      ),
      fc.constantFrom(
        '12',
        '85 000',
        '1/2',
        'IV',
        'deux',
        '2024-02-29',
        '31/04/2024',
        'un mois',
        'prevention:fixe=1',
        ':::',
        '-0',
        '½',
        '१२',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    );
    const command = fc.constantFrom('taille', 'financement', 'echeances', 'montant', 'verifier', 'corpus');
    await fc.assert(
      fc.asyncProperty(command, fc.array(word, { maxLength: 5 }), async (name, words) => {
        const { code, out, err } = await run(name, ...words);
        expect([0, 2], err).toContain(code);
        if (code === 2) expect(out).toBe('');
      }),
      { numRuns: 300 },
    );
  });
});

describe('the sentences of the command line', () => {
  it('hold no figure in their words: a figure only comes in by a named place', () => {
    const { fr } = loadMessages(fileURLToPath(new URL('../messages', import.meta.url)));
    const own = [...fr].filter(([code]) => code.startsWith('cli-'));
    expect(own.length).toBeGreaterThan(30);
    const wrong = own.filter(([, text]) => findFigures(text.replace(/\{[a-zA-Z]+\}/g, '…')).length > 0);
    expect(wrong.map(([code]) => code)).toEqual([]);
  });
});
