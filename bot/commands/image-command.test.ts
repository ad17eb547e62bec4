import { describe, expect, it } from 'vitest';
import { createTestCli } from './testing/create-test-cli.ts';

const PROFIL = { nom: 'CPTS du Val', population: 85_000, signature: '2024-01-15', missions: { prevention: {} } };
const FILES = {
  'profil.json': JSON.stringify(PROFIL),
  'sans.json': JSON.stringify({ nom: 'CPTS du Val', population: 85_000 }),
  'inconnue.json': JSON.stringify({ ...PROFIL, missions: { jardinage: {} } }),
  'vide.json': JSON.stringify({ nom: 'CPTS du Val' }),
  'là.png': 'déjà',
};
const saved = new Map<string, string>();
const run = createTestCli(FILES, { saved });

describe('image', () => {
  it.each(['financement', 'calendrier', 'versements'])('%s is written as PNG, and said in words', async (genre) => {
    const { code, out, err } = await run('image', genre, '--profil', 'profil.json', '--out', `${genre}.png`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(saved.get(`${genre}.png`)?.slice(1, 4)).toBe('PNG');
    expect(out).toContain('CPTS du Val');
    expect(out.trimEnd()).toMatch(new RegExp(`Image écrite dans « ${genre}.png »\\.$`));
  });

  it('is described in one JSON object, in English if asked', async () => {
    const args = ['--profil', 'profil.json', '--out', 'en.png', '--lang', 'en', '--as-of', '2026-02-01', '--json'];
    const { out } = await run('image', 'calendrier', ...args);
    expect(JSON.parse(out)).toMatchObject({
      fichier: 'en.png',
      largeur: 1188,
      titre: expect.stringContaining('Calendar'),
    });
    expect(JSON.parse(out).alternative).toContain('1 February 2026');
  });

  it.each([
    [['calendrier', '--profil', 'sans.json', '--out', 'a.png'], 'il manque la date de signature'],
    [['financement', '--profil', 'vide.json', '--out', 'a.png'], 'rien à dessiner'],
    [['financement', '--profil', 'inconnue.json', '--out', 'a.png'], 'jardinage'],
    [['financement', '--profil', 'profil.json', '--out', 'là.png'], 'existe déjà'],
    [['financement', '--profil', 'profil.json'], '--out manque'],
    [['financement', '--out', 'a.png'], '--profil manque'],
    [['calendrie', '--profil', 'profil.json', '--out', 'a.png'], 'Vouliez-vous dire « calendrier »'],
    [['--profil', 'profil.json', '--out', 'a.png'], 'dites ce qu’il faut dessiner'],
    [['calendrier', 'ici', '--profil', 'profil.json', '--out', 'a.png'], 'ici'],
    [['calendrier', '--profil', 'profil.json', '--out', 'a.png', '--lang', 'de'], '« de »'],
  ])('refuses %j in one sentence', async (args, told) => {
    const { code, out, err } = await run('image', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(told);
    expect(saved.has('a.png')).toBe(false);
  });
});
