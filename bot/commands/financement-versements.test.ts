import { describe, expect, it } from 'vitest';
import { createTestCli } from './testing/create-test-cli.ts';

const run = createTestCli();
const CONTRAT = ['--taille', '3', '--signature', '2025-01-15'];

/** Lines of « Versements », with one space between words. */
async function listVersements(...args: readonly string[]): Promise<readonly string[]> {
  const { out } = await run('financement', ...CONTRAT, ...args);
  const [, section = ''] = out.split(/^Versements$/m);
  const [lines = ''] = section.trim().split('\n\n');
  return lines.split('\n').map((line) => line.trim().replace(/\s+/g, ' '));
}

describe('the payments of a whole contract', () => {
  it('each say their contract year, and once that they have no date', async () => {
    const lines = await listVersements('--contrat-entier', '--mission', 'parcours:fixe=40000:variable=20000:taux=0,5');
    expect(new Set(lines).size).toBe(lines.length);
    for (const line of lines) {
      expect(line).toMatch(/, année de contrat [1-5]$/);
      expect(line.match(/date absente/g)?.length ?? 0).toBeLessThanOrEqual(1);
    }
    // 75 000 − 75 % of it = 18 750
    expect(lines).toContain(
      'date absente 18 750 € Fonctionnement, solde versé avec le règlement de la rémunération annuelle, année de contrat 2',
    );
    // paid at the first anniversary, for the first year
    expect(lines).toContain(
      '15 janvier 2026 10 000 € Mission parcours pluriprofessionnels, solde du volet fixe à l’anniversaire, année de contrat 1',
    );
  });

  it.each([
    ['the whole contract', ['--contrat-entier'], [1, 2, 2, 3, 3, 4, 4, 5, 5]],
    ['one year', ['--annee', '2'], [2, 2]],
  ])('give their year in JSON: %s', async (_, args, annees) => {
    const { out } = await run('financement', ...CONTRAT, ...args, '--json');
    expect(JSON.parse(out).versements.map(({ annee }: { annee: number }) => annee)).toEqual(annees);
  });

  it('do not repeat the year that the title says', async () => {
    for (const line of await listVersements('--annee', '2')) expect(line).not.toContain('année de contrat 2');
  });
});
