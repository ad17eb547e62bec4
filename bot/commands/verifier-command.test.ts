import { describe, expect, it } from 'vitest';
import { createTestCli } from './testing/create-test-cli.ts';

const ARTICLE = 'Une CPTS de taille 4 touche au maximum 450 000 €.\nElle a trois missions socles.\n';
const ACCENTS = 'Le plafond d’une CPTS de taille 1 est de 220 000 € à ce jour.';
const run = createTestCli({
  'article.txt': ARTICLE,
  '-': 'Une CPTS de taille 1 reçoit 50 000 € de fonctionnement.',
  'rien.txt': 'Bonjour à tous, la réunion est à 20 h.',
  'vide.txt': ' \n',
  'image.png': Uint8Array.from({ length: 600 }, (_, index) => index % 256),
  'doc.pdf': '%PDF-1.7 du texte',
  'ansi.txt': Uint8Array.from(ACCENTS.replace('’', "'"), (character) =>
    character === '€' ? 0x80 : (character.codePointAt(0) ?? 0),
  ),
  'utf16.txt': Uint8Array.from([0xff, 0xfe, ...Buffer.from(ACCENTS, 'utf16le')]),
  'bom.txt': `\ufeff${ACCENTS}`,
});

async function json(...args: readonly string[]) {
  const { code, out, err } = await run('verifier', ...args, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

describe('verifier', () => {
  it('prints one JSON object, as the contract wants it', async () => {
    const { asOf, figures } = await json('article.txt');
    expect(asOf).toBe('2026-11-21');
    expect(figures).toMatchObject([
      { text: '450 000 €', verdict: 'expire', value: 450_000, unit: 'EUR', depuis: '2022-03-31' },
      { text: 'trois', verdict: 'expire', value: 3, attendu: '4' },
    ]);
    expect(figures[0].attendu.replace(/\s/g, ' ')).toBe('580 000 €');
    expect(figures[0].references.map(({ texte }: { texte: string }) => texte)).toContain('2019-06-20-aci');
    for (const { text, position } of figures) expect(ARTICLE.slice(position[0], position[1])).toBe(text);
  });

  it('reads the law of the day asked for', async () => {
    const { asOf, figures } = await json('article.txt', '--as-of', '2021-05-01');
    expect(asOf).toBe('2021-05-01');
    expect(figures.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['en-vigueur', 'en-vigueur']);
  });

  it('tells a reader the verdict, the words around, why, what holds, and a total', async () => {
    const { code, out } = await run('verifier', 'article.txt');
    expect(code).toBe(0);
    expect(out).toContain('expiré : 450 000 € — Plafond annuel annoncé, taille 4');
    expect(out).toContain('« Une CPTS de taille 4 touche au maximum 450 000 €. »');
    expect(out).toContain('Ce n’est plus la règle depuis le 31 mars 2022. En vigueur : 580 000 €.');
    expect(out).toContain('Bilan : expiré 2.');
  });

  it('reads standard input', async () => {
    expect(await json('-')).toMatchObject({ figures: [{ text: '50 000 €', verdict: 'en-vigueur' }] });
  });

  it.each(['ansi.txt', 'utf16.txt', 'bom.txt'])('reads %s, whatever its encoding', async (file) => {
    expect(await json(file)).toMatchObject({ figures: [{ text: '220 000 €', verdict: 'expire' }] });
  });

  it('says plainly that a text holds no figure on the CPTS', async () => {
    expect(await json('rien.txt')).toEqual({ asOf: '2026-11-21', figures: [] });
    expect((await run('verifier', 'rien.txt')).out).toContain('aucun chiffre sur les CPTS');
  });

  it.each([
    ['a file that is not there', ['nulle-part.txt'], 'introuvable'],
    ['an empty file', ['vide.txt'], 'aucun texte'],
    ['a picture', ['image.png'], 'n’est pas du texte'],
    ['a PDF', ['doc.pdf'], 'n’est pas du texte'],
    ['no file', [], 'il manque le fichier'],
    ['two files', ['article.txt', 'rien.txt'], 'un seul fichier'],
    ['a day that is none', ['article.txt', '--as-of', '2025-02-31'], '--as-of'],
    ['an unknown option', ['article.txt', '--langue', 'fr'], '--langue'],
  ])('refuses %s', async (_, args, words) => {
    const { code, out, err } = await run('verifier', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(err).toContain('verifier article.txt');
  });
});
