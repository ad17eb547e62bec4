import { decodeText } from '#corpus/decode-text.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { toEcho, toExemple } from '../options/parsed.ts';
import { loadColonnes } from './colonnes.ts';
import { computeLigne, type LigneLot } from './compute-ligne.ts';
import { findSeparateur } from './find-separateur.ts';
import { createLigneReader } from './read-cellules.ts';
import { type LigneLue, readLignes } from './read-lignes.ts';
import { type Colonne, readTitres } from './read-titres.ts';

/** A list that can be computed: its columns, and its lines one by one; or why it cannot be. */
export type Lot =
  | { readonly kind: 'open'; readonly titres: readonly Colonne[]; readonly lignes: AsyncIterable<LigneLot> }
  | { readonly kind: 'refused'; readonly message: Message };

/** Largest list that is read, in bytes: some hundred thousand communities. */
const BYTES_MAX = 64_000_000;

/**
 * Opens a list of communities.
 * @param bytes   the file
 * @param fichier its name, for the sentences
 * @param today   day of the person who asks
 */
export async function openLot(
  bytes: Uint8Array,
  fichier: string,
  parametres: Parametres,
  { asOf, today }: { readonly asOf: CalendarDate; readonly today: CalendarDate },
): Promise<Lot> {
  const args = { fichier: toEcho(fichier) };
  if (bytes.length > BYTES_MAX) return refuse('lot-fichier-trop-grand', args);
  const decoded = decodeText(bytes);
  if (decoded.kind === 'binary') return refuse('lot-fichier-binaire', args);
  if (decoded.text.trim() === '') return refuse('lot-fichier-vide', args);
  const { separateur, rest } = findSeparateur(decoded.text);
  const lignes = readLignes(rest, separateur)[Symbol.asyncIterator]();
  const first = await lignes.next();
  const cells: readonly string[] = first.done ? [] : (first.value.cells ?? []);
  const colonnes = loadColonnes();
  const titres = readTitres(cells, colonnes);
  const champs = titres.flatMap((colonne) => (colonne.kind === 'champ' ? [colonne.champ] : []));
  if (!champs.includes('population') && !champs.includes('taille')) {
    const titresLus = toEcho(cells.join(' ; '));
    return refuse('lot-sans-titres', { titres: titresLus, exemple: toExemple(EXEMPLE) });
  }
  const repeated = titres.find((colonne, index) => titres.slice(0, index).some((other) => isSame(other, colonne)));
  if (repeated !== undefined) return refuse('lot-colonne-repetee', { titre: toEcho(repeated.titre) });
  const second = await nextFilled(lignes);
  if (second === undefined) return refuse('lot-sans-communaute', args);
  const read = createLigneReader(titres, colonnes, today);
  async function* compute(): AsyncGenerator<LigneLot> {
    for (let current: LigneLue | undefined = second; current !== undefined; current = await nextFilled(lignes)) {
      const { ligne, cells: own } = current;
      if (own === null) yield { ligne, nom: null, kind: 'erreur', problems: [GUILLEMETS] };
      else yield computeLigne(ligne, read(own), titres, parametres, asOf);
    }
  }
  return { kind: 'open', titres, lignes: compute() };
}

const EXEMPLE = 'nom ; population ; signature ; prévention ; prévention fixe';
const GUILLEMETS = { titre: '', valeur: '', message: toMessage('lot-guillemets') };

function refuse(code: string, args: Message['args']): Lot {
  return { kind: 'refused', message: { code, args } };
}

/** The next line that holds something: a spreadsheet leaves lines of separators behind. */
async function nextFilled(lignes: AsyncIterator<LigneLue>): Promise<LigneLue | undefined> {
  for (;;) {
    const { done, value } = await lignes.next();
    if (done) return undefined;
    if (value.cells === null || value.cells.some((cell: string) => cell.trim() !== '')) return value;
  }
}

function isSame(a: Colonne, b: Colonne): boolean {
  if (a.kind === 'champ') return b.kind === 'champ' && a.champ === b.champ;
  return a.kind === 'mission' && b.kind === 'mission' && a.mission === b.mission && a.volet === b.volet;
}
