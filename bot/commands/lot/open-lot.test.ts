import { describe, expect, it } from 'vitest';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toEuros } from '#corpus/law/euros.ts';
import { listValues } from '#tools/outcome.ts';
import { loadTestParametres } from '#tools/testing/load-exemples.ts';
import type { LigneLot } from './compute-ligne.ts';
import { openLot } from './open-lot.ts';

const parametres = loadTestParametres();
const TODAY = CalendarDate.parse('2026-11-21');

async function open(list: string | Uint8Array) {
  const lot = await openLot(Buffer.from(list as Uint8Array), 'l.csv', parametres, { asOf: TODAY, today: TODAY });
  if (lot.kind === 'refused') throw new Error(lot.message.code);
  const lignes: LigneLot[] = [];
  for await (const ligne of lot.lignes) lignes.push(ligne);
  return { titres: lot.titres, lignes };
}

/** Number of the line, name, and total or codes of what is wrong. */
function summarize(ligne: LigneLot): readonly unknown[] {
  if (ligne.kind === 'erreur') return [ligne.ligne, ligne.nom, ...ligne.problems.map(({ message }) => message.code)];
  return [ligne.ligne, ligne.nom, ...listValues(ligne.financement).map(({ total }) => toEuros(total))];
}

async function read(list: string | Uint8Array) {
  return (await open(list)).lignes.map(summarize);
}

describe('a list is read', () => {
  it.each([
    ['semicolons', 'nom;population\nA;32 000\n'],
    ['commas', 'nom,population\nA,"32 000"\n'],
    ['tabs', 'nom\tpopulation\nA\t32000\n'],
    ['bars', 'nom|population\nA|32000\n'],
    ['the line of Excel', 'sep=,\nnom,population\nA,32000\n'],
    ['ends of lines of Windows', 'nom;population\r\nA;32000\r\n'],
    ['a mark of UTF-8', '\uFEFFnom;population\nA;32000\n'],
    ['blank lines and empty cells', '\n\nnom;population\n\n;\nA;32000\n;;\n'],
    ['spaces around', ' nom ; population \n A ; 32000 \n'],
    ['titles in capitals, another order, another name', 'HABITANTS ;NOM DE LA CPTS\n32000;A\n'],
    ['UTF-16', Buffer.from('\uFEFFnom\tpopulation\nA\t32000\n', 'utf16le')],
    ['no end to the last line', 'nom;population\nA;32000'],
    ['a line shorter than the titles', 'nom;population;signature\nA;32000\n'],
  ])('with %s', async (_, list) => {
    expect((await read(list)).map(([, ...rest]) => rest)).toEqual([['A', 50_000]]);
  });

  it('in Windows-1252 as in UTF-8, with its accents', async () => {
    const list = 'nom;population;pr\u00e9vention fixe\nC\u00f4te d\u2019Opale \u20ac;32000;10 000 \u20ac\n';
    const windows = Buffer.from(list.replaceAll('\u2019', '\x92').replaceAll('\u20ac', '\x80'), 'latin1');
    for (const bytes of [windows, list]) expect(await read(bytes)).toEqual([[2, 'Côte d’Opale €', 60_000]]);
  });

  it('with quoted cells that hold separators, quotes and ends of lines, and the numbers of its lines kept', async () => {
    const list = 'nom;population\n"A; ""dite""\nB";32000\n\nC;32000\n';
    expect(await read(list)).toEqual([
      [2, 'A; "dite" B', 50_000],
      [5, 'C', 50_000],
    ]);
  });

  it.each([
    ['is never closed', '"A;32000'],
    ['is closed too soon', '"A"x;32000'],
    ['stands in the middle', 'A "x";32000'],
  ])('line by line when a quote %s', async (_, wrong) => {
    expect(await read(`nom;population\nZ;32000\n${wrong}\nB;32000\nC;32000\n`)).toEqual([
      [2, 'Z', 50_000],
      [3, null, 'lot-guillemets'],
      [4, 'B', 50_000],
      [5, 'C', 50_000],
    ]);
  });

  it('with a line that has too many cells, or a cell far too long, told as wrong', async () => {
    const long = 'x'.repeat(200_000);
    expect(await read(`nom;population\nA;32000;x\n${long};32000\nB;32000;\n`)).toEqual([
      [2, 'A', 'lot-cellule-en-trop'],
      [3, null, 'lot-cellule-longue'],
      [4, 'B', 50_000],
    ]);
  });

  it('whatever its length', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `CPTS ${index};32000\n`).join('');
    const read5000 = await read(`nom;population\n${lines}`);
    expect(read5000).toHaveLength(5000);
    expect(read5000.at(-1)).toEqual([5001, 'CPTS 4999', 50_000]);
  });
});

describe('the cells of a line', () => {
  const titres = 'taille;signature;';

  it.each([
    ['a day first', 'prévention', '15/07/2024', '2024-07-15'],
    ['an ISO day', 'Prévention', '2024-07-15', '2024-07-15'],
    ['a day at midnight', 'date de démarrage de la prévention', '15/07/2024 00:00', '2024-07-15'],
    ['a day in words', 'prevention - début', '15 juillet 2024', '2024-07-15'],
  ])('give the start of a mission: %s', async (_, titre, cell, day) => {
    const own = await open(`${titres}${titre}\n1;15/01/2024;${cell}\n`);
    expect(own.titres[2]).toMatchObject({ kind: 'mission', mission: 'prevention', volet: 'demarrage' });
    const listed = await open(`${titres}missions\n1;15/01/2024;prevention:demarrage=${day}\n`);
    expect(own.lignes).toEqual(listed.lignes);
  });

  it.each([
    ['oui', 60_000],
    ['X', 60_000],
    ['non', 50_000],
    ['', 50_000],
    ['-', 50_000],
  ])('say whether a mission has started: « %s »', async (cell, total) => {
    // 50 000, and 10 000 when the mission runs
    const missions = cell === 'oui' || cell === 'X' ? 'prévention fixe;prévention' : 'note;prévention';
    expect(await read(`${titres}${missions}\n1;15/01/2024;10000;${cell}\n`)).toEqual([[2, null, total]]);
  });

  it.each([
    ['prévention:fixe=10000 | parcours:fixe=5000', 65_000],
    ['prévention:fixe=10000, parcours pluriprofessionnels:fixe=5000,50', 65_000.5],
    ['prévention:fixe=10000 + accès aux soins:fixe=1', 60_001],
    ['Réponse aux crises sanitaires graves:fixe=1', 50_001],
  ])('list missions: « %s »', async (cell, total) => {
    expect(await read(`${titres}missions\n1;15/01/2024;"${cell}"\n`)).toEqual([[2, null, total]]);
  });

  it.each([
    ['prvention', 'lot-mission-inconnue'],
    ['prévention:fix=3', 'cli-champ-inconnu-proche'],
    ['prévention | prevention', 'mission-repetee'],
    ['prévention (32/01/2024)', 'date-impossible'],
  ])('list missions that cannot be read: « %s »', async (cell, code) => {
    expect(await read(`${titres}missions\n1;15/01/2024;"${cell}"\n`)).toEqual([[2, null, code]]);
  });

  it.each([
    ['taille;signature\n7;\n', 'taille-inconnue'],
    ['taille;population\n1;90000\n', 'taille-contraire-population'],
    ['taille;signature\n1;12/03/24\n', 'cli-date-illisible'],
    ['taille;signature\n1;12/03/1999\n', 'date-ecrite-hors-bornes'],
    ['taille;renouvellement\n1;12/03/2024\n', 'renouvellement-sans-signature'],
    ['taille;signature;prévention\n1;15/01/2024;14/01/2024\n', 'demarrage-avant-signature'],
    ['taille;prévention fixe\n1;-5\n', 'cli-montant-illisible'],
    ['taille;prévention taux\n1;80\n', 'cli-taux-illisible'],
  ])('%j is refused as %s', async (list, code) => {
    const [line] = await read(list);
    expect(line?.slice(2)).toEqual([code]);
  });

  it.each([
    ['T3', 75_000],
    ['Taille 3', 75_000],
    ['3', 75_000],
  ])('write a size as « %s »', async (cell, total) => {
    expect(await read(`nom;taille\nA;${cell}\n`)).toEqual([[2, 'A', total]]);
  });

  it('whose title is not known are left out, with the nearest title', async () => {
    const { titres: columns } = await open('taille;Note;populatoin\n1;x;y\n');
    expect(columns.slice(1)).toEqual([
      { kind: 'ignoree', titre: 'Note', proche: null },
      { kind: 'ignoree', titre: 'populatoin', proche: 'population' },
    ]);
  });
});
