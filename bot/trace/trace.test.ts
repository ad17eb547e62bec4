import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import { computeFinancement } from '#tools/financement/compute-financement.ts';
import type { FinancementInput } from '#tools/financement/financement.ts';
import { loadTestAssembly } from '../testing/load-test-assembly.ts';
import { describeTrace } from './describe-trace.ts';
import { loadFonts } from './load-fonts.ts';
import { renderTraceCsv } from './render-trace-csv.ts';
import { renderTracePdf } from './render-trace-pdf.ts';

const { corpus, parametres, pipeline } = loadTestAssembly();
const referentiel = { corpus, parametres, vocabulary: pipeline.vocabulary };
const RECEIPT = { corpus: 'a1b2c3', parametres: 'd4e5f6', answer: '0102030405' };
const JOUR = '2026-11-21' as CalendarDate;
const INPUT: FinancementInput = {
  population: 85_000,
  signature: '2024-03-12' as CalendarDate,
  annee: 2,
  missions: [
    { code: 'prevention', fixe: 2_000_000 as Centimes, demarrage: '2024-09-12' as CalendarDate },
    { code: 'acces-aux-soins' },
  ],
};

function write(input: FinancementInput, lang: 'fr' | 'en' = 'fr', nom: string | undefined = 'CPTS du Léman') {
  const outcome = computeFinancement(input, parametres, JOUR);
  return describeTrace({ outcome, input, nom, receipt: RECEIPT }, referentiel, lang);
}

async function readPdf(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf, { mergePages: true });
  return { text: text.replaceAll(/\s+/g, ' '), pages: pdf.numPages, meta: await getMeta(pdf), pdf };
}

describe('an estimate as a PDF', () => {
  it('says what was given, each line with its texts, the payments, what is left out, the receipt', async () => {
    const { text, meta, pdf } = await readPdf(await renderTracePdf(write(INPUT), loadFonts()));
    for (const said of [
      'Financement d’une CPTS de taille 3, année de contrat 2',
      'Pour : CPTS du Léman',
      'Population (habitants) 85 000',
      'Signature du contrat 12 mars 2024',
      'volet fixe de votre contrat : 20 000 €',
      'Total',
      'Versements',
      'Hypothèses',
      'Non calculé',
      'accord conventionnel interprofessionnel (ACI), article 9',
      'lu dans :',
      '0102030405',
      'page 1 sur',
    ]) {
      expect(text, said).toContain(said);
    }
    expect(meta.info.Title).toContain('taille 3');
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  });

  it('is the same to the byte when it is made again', async () => {
    const [first, second] = [
      await renderTracePdf(write(INPUT), loadFonts()),
      await renderTracePdf(write(INPUT), loadFonts()),
    ];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('is written in the language of the person', async () => {
    const { text } = await readPdf(await renderTracePdf(write(INPUT, 'en'), loadFonts()));
    expect(text).toContain('Funding of a size 3 CPTS');
    expect(text).toContain('€75,000');
  });

  it('keeps both readings, and goes over as many pages as it needs', async () => {
    const all = parametres.missions.missions.map(({ code }) => ({ code, fixe: 1_000_000 as Centimes }));
    const input: FinancementInput = { population: 80_000, annee: 'contrat-entier', signature: JOUR, missions: all };
    const { text, pages } = await readPdf(await renderTracePdf(write(input), loadFonts()));
    expect(text).toContain('En taille 2');
    expect(text).toContain('En taille 3');
    expect(pages).toBeGreaterThan(2);
    expect(text).toContain(`page ${pages} sur ${pages}`);
  });

  it('shows a name that holds signs no letter has', async () => {
    const { text } = await readPdf(await renderTracePdf(write(INPUT, 'fr', 'CPTS 😀 « ouest »\u202eabc'), loadFonts()));
    expect(text).toContain('CPTS · « ouest »');
  });
});

describe('an estimate as a table', () => {
  const titres = [['Partie'], ['Élément'], ['Valeur'], ['Précision']];

  it('opens in a French spreadsheet, with amounts and days it can count with', () => {
    const csv = renderTraceCsv(write(INPUT), titres);
    expect(csv.startsWith('\uFEFFPartie;Élément;Valeur;Précision\r\n')).toBe(true);
    expect(csv).toContain(';Signature du contrat;12/03/2024;');
    expect(csv).toContain(';Population (habitants);85000;');
    expect(csv).toMatch(/Versements;[^;]*;\d+(?:,\d\d)?;/);
    expect(csv).toContain('Textes sur lesquels le calcul repose;');
  });

  it('tells the day of the answer apart from the days whose law was applied', () => {
    const signature = '2020-03-12' as CalendarDate;
    const read = (input: FinancementInput) =>
      renderTraceCsv(write({ ...input, missions: [] }), titres)
        .split('\r\n')
        .flatMap((line) => /;(Jour [^;]+;[^;]+);/.exec(line)?.[1] ?? []);
    expect(read({ taille: 'taille2', signature, annee: 2, missions: [] })).toEqual([
      'Jour de la réponse;21/11/2026',
      'Jour des règles appliquées;12/03/2021',
    ]);
    expect(read({ taille: 'taille2', missions: [] })[1]).toBe('Jour des règles appliquées;21/11/2026');
    expect(read({ taille: 'taille2', signature, annee: 'contrat-entier', missions: [] })).toHaveLength(6);
  });

  it('is written with commas and points in English', () => {
    const csv = renderTraceCsv(write(INPUT, 'en'), titres);
    expect(csv).toContain(',Contract signed,2024-03-12,');
  });

  it('is no formula, whatever the name', () => {
    expect(renderTraceCsv(write(INPUT, 'fr', '=1+1'), titres)).not.toMatch(/(?:^|;|\n)=/);
  });
});

describe('the gate of files', () => {
  const planted = { ...write(INPUT), entete: [['le plafond est de ', '450 000 €']] };

  it('stops a figure that nothing placed, in either file', async () => {
    await expect(renderTracePdf(planted, loadFonts())).rejects.toThrow(/chiffre sans origine/);
    expect(() => renderTraceCsv(planted, [])).toThrow(/chiffre sans origine/);
  });
});
