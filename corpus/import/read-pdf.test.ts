import { beforeAll, describe, expect, it } from 'vitest';
import type { PassageImporte } from './document-importe.ts';
import { readDocument } from './read-document.ts';
import { makePdf, type PdfSpec } from './testing/make-pdf.ts';

const CONVENTION: PdfSpec = {
  entete: 'Agence régionale — convention type',
  pied: 'Document de travail',
  pages: [
    [
      { kind: 'titre', texte: 'Article 1 — Objet' },
      {
        kind: 'paragraphe',
        texte:
          'La convention fixe les engagements de la communauté et de ses financeurs pour l’accueil des patients. Elle est conclue pour une durée de quatre ans à compter de sa signature, et ne peut être reconduite que par un avenant écrit de tous les signataires.',
      },
      { kind: 'titre', texte: 'Article 2 — Montants' },
      { kind: 'paragraphe', texte: 'Les montants sont versés chaque année, comme suit.' },
      {
        kind: 'table',
        widths: [90, 140, 140],
        rows: [
          ['Taille', 'Fonctionnement', 'Aide exceptionnelle'],
          ['Taille 1', '51 000 €', '12 500 €'],
          ['Taille 2', '62 000 €', '15 500 € versés en une fois à la signature'],
          ['Taille 3', '77 000 €', ''],
        ],
      },
      {
        kind: 'paragraphe',
        texte:
          'Le versement est suspendu lorsque la commu-\nnauté ne rend pas son compte rendu à temps, sauf si le retard lui échappe, et la reprise',
      },
    ],
    [
      { kind: 'paragraphe', texte: 'des versements suit dans les trente jours.' },
      { kind: 'titre', texte: 'Article 3' },
      { kind: 'paragraphe', texte: 'Un comité se réunit deux fois par an.' },
    ],
  ],
};

async function read(spec: PdfSpec): Promise<readonly PassageImporte[] | string> {
  const document = await readDocument(await makePdf(spec), 'convention.pdf');
  return document.kind === 'lu' ? document.passages : document.message.code;
}

describe('an official-looking PDF', () => {
  let passages: readonly PassageImporte[] = [];
  beforeAll(async () => {
    const found = await read(CONVENTION);
    if (typeof found !== 'string') passages = found;
  });

  it('is split by article, paragraph and row, with its pages', () => {
    expect(passages.map(({ article, paragraphe, rangee, page }) => [article, paragraphe, rangee, page])).toEqual([
      ['Article 1', 1, undefined, 1],
      ['Article 2', 2, undefined, 1],
      ['Article 2', 3, 1, 1],
      ['Article 2', 3, 2, 1],
      ['Article 2', 3, 3, 1],
      ['Article 2', 4, undefined, 1],
      ['Article 3', 5, undefined, 2],
    ]);
  });

  it('has rows that carry their column titles, a cell of several lines whole', () => {
    expect(passages.filter(({ rangee }) => rangee !== undefined).map(({ texte }) => texte)).toEqual([
      'Taille : Taille 1 ; Fonctionnement : 51 000 € ; Aide exceptionnelle : 12 500 €',
      'Taille : Taille 2 ; Fonctionnement : 62 000 € ; Aide exceptionnelle : 15 500 € versés en une fois à la signature',
      'Taille : Taille 3 ; Fonctionnement : 77 000 €',
    ]);
  });

  it('has its cut words joined, its paragraph whole over two pages, and no running line', () => {
    expect(passages[5]?.texte).toBe(
      'Le versement est suspendu lorsque la communauté ne rend pas son compte rendu à temps, sauf si le retard lui échappe, et la reprise des versements suit dans les trente jours.',
    );
    expect(passages.map(({ texte }) => texte).join(' ')).not.toMatch(/Agence|travail|page/);
  });
});

describe('a full cell', () => {
  it('is not taken for one with the next cell, however close', async () => {
    const rows = [
      ['Fonction', 'Par heure', 'Par mois'],
      ['Trésorière', '21 €', '300 €'],
      ['Référente des soins', '38 €', '912 €'],
    ];
    const found = await read({ pages: [[{ kind: 'table', widths: [100, 120, 120], rows }]] });
    expect(typeof found === 'string' ? found : found.map(({ texte }) => texte)).toEqual([
      'Fonction : Trésorière ; Par heure : 21 € ; Par mois : 300 €',
      'Fonction : Référente des soins ; Par heure : 38 € ; Par mois : 912 €',
    ]);
  });
});

describe('two columns', () => {
  it('are read one after the other', async () => {
    const left = Array.from({ length: 12 }, (_, place) => `La colonne de gauche dit la suite numéro ${place}`);
    const right = Array.from({ length: 12 }, (_, place) => `La colonne de droite dit la suite numéro ${place}`);
    const rows = left.map((line, place) => [line, right[place] ?? '']);
    const found = await read({ pages: [[{ kind: 'table', widths: [240, 240], rows }]] });
    const text = typeof found === 'string' ? found : found.map(({ texte }) => texte).join(' ');
    expect(text.indexOf('droite')).toBeGreaterThan(text.indexOf('gauche dit la suite numéro 11'));
  });
});

describe('a PDF that cannot be read', () => {
  it.each([
    ['import-pdf-protege', { ...CONVENTION, motDePasse: 'secret' }],
    ['import-pdf-sans-texte', { pages: [[], []] }],
  ])('is refused: %s', async (code, spec) => {
    expect(await read(spec)).toBe(code);
  });

  it('is refused when it is cut short', async () => {
    const bytes = (await makePdf(CONVENTION)).subarray(0, 900);
    expect(await readDocument(bytes, 'convention.pdf')).toMatchObject({ message: { code: 'import-abime' } });
  });
});
