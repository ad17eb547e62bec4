import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadReferentiel } from '#bot/commands/load-referentiel.ts';
import { seal } from '#bot/gate.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import { openPainter } from './draw-png.ts';
import { createImageRenderer, GENRES, type SujetImage } from './render-image.ts';
import { loadStyle } from './style.ts';

const ROOT = join(import.meta.dirname, '../..');
const ASOF = '2026-11-22' as CalendarDate;
const SIGNATURE = '2024-01-15' as CalendarDate;
const referentiel = loadReferentiel(ROOT);
const render = createImageRenderer(referentiel);

const SIX = ['acces-aux-soins', 'parcours', 'prevention', 'crises-sanitaires', 'qualite-pertinence', 'accompagnement'];
const LONG = 'CPTS des Deux Rives, du Haut Pays et de la Vallée <de> la Loire & de ses affluents';

/** Subjects of every kind, and what their alternative must say. */
const SUJETS: readonly (readonly [string, SujetImage])[] = [
  [
    'one mission',
    { nom: 'CPTS A', contrat: { population: 30_000, signature: SIGNATURE }, missions: [{ code: 'prevention' }] },
  ],
  [
    'six missions and a long name',
    { nom: LONG, contrat: { population: 85_000, signature: SIGNATURE }, missions: SIX.map((code) => ({ code })) },
  ],
  ['two readings', { contrat: { population: 80_000, signature: SIGNATURE }, missions: [] }],
  [
    'amounts of the contract',
    {
      contrat: { taille: 'taille4', signature: SIGNATURE },
      missions: [{ code: 'parcours', fixe: 2_000_000 as Centimes, variable: 1_000_000 as Centimes, fait: true }],
    },
  ],
];

describe.each(SUJETS)('a community with %s', (_, sujet) => {
  it.each(GENRES)('has its %s drawn, the same bytes each time, with words that say the same', async (genre) => {
    const [first, again, english] = await Promise.all(
      (['fr', 'fr', 'en'] as const).map((lang) => render(genre, sujet, ASOF, lang)),
    );
    expect(
      Buffer.from(first?.png ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(first?.largeur).toBe(1188);
    expect(Buffer.compare(first?.png ?? new Uint8Array(1), again?.png ?? new Uint8Array())).toBe(0);
    const words = seal(first?.alternative ?? []);
    expect(words).toContain(seal(first?.titre ?? []));
    if (sujet.nom) expect(words).toContain(sujet.nom);
    expect(seal(english?.alternative ?? [])).not.toBe(words);
  });
});

describe('a picture', () => {
  it('tells apart law, contract, estimate and what is not known', async () => {
    const [, [, six]] = SUJETS as readonly [unknown, readonly [string, SujetImage]];
    const words = seal((await render('financement', six, ASOF, 'fr'))?.alternative ?? []);
    // 75 000 by law in size 3; the sums are those of the tool.
    expect(words).toContain('Fonctionnement, taille 3\u202f: 75\u202f000\u00a0€');
    const small = { ...six, contrat: { population: 30_000, signature: SIGNATURE } };
    expect(seal((await render('financement', small, ASOF, 'fr'))?.alternative ?? [])).toContain('absent du corpus');
  });

  it('never gives one sum for what the law gives and what is estimated', async () => {
    const [, [, six]] = SUJETS as readonly [unknown, readonly [string, SujetImage]];
    const words = seal((await render('versements', six, ASOF, 'fr'))?.alternative ?? []);
    expect(words).toContain('Année de contrat 2\u202f: 75\u202f000\u00a0€ (avec les montants estimés');
  });

  it('is not drawn without what it needs', async () => {
    const unsigned: SujetImage = { contrat: { population: 30_000 }, missions: [] };
    expect(await render('calendrier', unsigned, ASOF, 'fr')).toBeUndefined();
    expect(await render('financement', { contrat: {}, missions: [] }, ASOF, 'fr')).toBeUndefined();
  });

  it('is not drawn without its font, whose absence would leave it without a word', async () => {
    await expect(openPainter(loadStyle(), () => '/nowhere.ttf')).rejects.toMatchObject({ code: 'ERR_IMAGE_POLICE' });
  });

  it('is not drawn with a figure that nothing licenses', async () => {
    const painter = await openPainter(loadStyle());
    const planche = { hauteur: 40, echelle: [0, 1], boites: [], traits: [], jalons: [] } as const;
    const ligne = { x: { points: 0 }, y: 20, cote: 'gauche', taille: 'normal' } as const;
    const plain = painter.draw({ ...planche, lignes: [{ ...ligne, texte: ['sans chiffre'] }] });
    await expect(plain).resolves.toMatchObject({ hauteur: 228 });
    const planted = painter.draw({ ...planche, lignes: [{ ...ligne, texte: ['75 000 €'] }] });
    await expect(planted).rejects.toMatchObject({ code: 'ERR_CHIFFRE_SANS_ORIGINE' });
  });

  it('has letters and marks on a background that they are read on', () => {
    const { fond, encre, discret, plein, alerte } = loadStyle().couleurs;
    // WCAG AA asks for 4.5 for text, 3 for what is drawn.
    for (const colour of [encre, discret, alerte, plein]) expect(contrast(colour, fond)).toBeGreaterThan(4.5);
  });
});

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
