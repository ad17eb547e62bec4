import { basename } from 'node:path';
import { seal } from '#bot/gate.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import { createScribe, type Scribe } from '../render/scribe.ts';
import { readReferentiel } from './bareme/read-bareme.ts';
import type { Command, Io } from './command.ts';
import type { LigneLot } from './lot/compute-ligne.ts';
import { createWriter } from './lot/create-writer.ts';
import type { Compte, Forme } from './lot/lot-writer.ts';
import { openLot } from './lot/open-lot.ts';
import type { Colonne } from './lot/read-titres.ts';
import { createLigneRenderer, type LigneRendue } from './lot/render-ligne.ts';
import { type Options, openOptions } from './options/open-options.ts';
import { toEcho, toExemple, toValue } from './options/parsed.ts';
import { readAsOf } from './options/read-contrat.ts';
import { toReadProblem } from './options/to-read-problem.ts';
import { toJsonText } from './to-json-text.ts';
import { UsageError } from './usage-error.ts';

/** `cpts lot`: funding and next dates of every community of a list. */
export const lotCommand: Command = {
  summary: 'financement et prochaines échéances de chaque communauté d’un tableau CSV',
  usage: `lot FICHIER.csv [--bareme FICHIER.yaml] [--as-of DATE] [--json | --csv] [--sortie FICHIER]

Le tableau a une ligne de titres, dans n’importe quel ordre : nom, population ou taille, signature, renouvellement,
membres, missions (« prévention (JJ/MM/AAAA) | parcours:fixe=EUROS:taux=PART »), ou des colonnes par mission :
« prévention » (jour de démarrage, ou oui), « prévention fixe », « prévention variable », « prévention taux »…
--csv donne un tableau pour Excel en français ; --sortie l’écrit dans un fichier, qui est remplacé.`,
  exemple: 'lot communautes.csv --csv --sortie resultats.csv',
  run,
};

const SPEC = { bareme: 'text', 'as-of': 'text', json: 'flag', csv: 'flag', sortie: 'text' } as const;

async function run(args: readonly string[], io: Io): Promise<number> {
  const options = openOptions(args, SPEC);
  const path = readFichier(options);
  const asOf = readAsOf(options, io);
  const { forme, sortie } = readForme(options, path);
  const referentiel = readReferentiel(options, io);
  options.check();
  const bytes = readBytes(path, io);
  const { parametres, vocabulary } = referentiel;
  const lot = await openLot(bytes, path, parametres, { asOf, today: io.today });
  if (lot.kind === 'refused') throw new UsageError([{ champ: 'lot', message: lot.message }]);
  const scribe = createScribe('interface', io.today, vocabulary);
  const ignorees = tellIgnorees(lot.titres, scribe, io);
  const head = { asOf, fichier: basename(path), bareme: parametres.bareme?.fichier ?? null, ignorees };
  const writer = createWriter(forme, head, scribe);
  const output = openOutput(sortie, io);
  try {
    output.write(writer.open());
    const compte = await writeLignes(
      lot.lignes,
      createLigneRenderer(vocabulary, asOf),
      (ligne) => {
        output.write(writer.add(ligne));
      },
      createProgress(scribe, sortie, io),
    );
    output.write(writer.close(compte));
    output.close();
    tellCompte({ compte, forme, sortie }, scribe, io);
  } catch (error) {
    output.abandon();
    throw error;
  }
  return 0;
}

function readFichier(options: Options): string {
  const [path = '', ...others] = options.positionals;
  for (const word of others) {
    options.report({ champ: 'lot', message: toMessage('cli-mot-en-trop', { ecrit: toEcho(word) }) });
  }
  if (path === '') {
    const message = toMessage('cli-fichier-manquant', { exemple: toExemple('lot communautes.csv') });
    options.report({ champ: 'lot', message });
  }
  return path;
}

/** Asked for, else told by the name of the file to write; a table where that says nothing. */
function readForme(options: Options, path: string): { readonly forme: Forme; readonly sortie: string | undefined } {
  const sortie = options.take('sortie', toValue);
  if (options.has('json') && options.has('csv')) {
    options.report({ champ: '--csv', message: toMessage('lot-json-et-csv') });
  }
  if (sortie !== undefined && sortie === path) {
    options.report({ champ: '--sortie', message: toMessage('lot-sortie-est-entree') });
  }
  if (options.has('json')) return { forme: 'json', sortie };
  if (options.has('csv')) return { forme: 'csv', sortie };
  if (sortie === undefined) return { forme: 'texte', sortie };
  return { forme: /\.json$/i.test(sortie) ? 'json' : 'csv', sortie };
}

function readBytes(path: string, io: Io): Uint8Array {
  try {
    return io.readBytes(path);
  } catch (error) {
    throw new UsageError([{ champ: 'lot', message: toReadProblem(error, path) }]);
  }
}

function openOutput(sortie: string | undefined, io: Io) {
  if (sortie === undefined) return { write: io.out, close: () => {}, abandon: () => {} };
  try {
    return io.openOutput(sortie);
  } catch {
    const message = toMessage('lot-sortie-impossible', { fichier: toEcho(sortie) });
    throw new UsageError([{ champ: '--sortie', message }]);
  }
}

/** Columns whose title is not known are said once, and left out. */
function tellIgnorees(titres: readonly Colonne[], scribe: Scribe, io: Io): readonly string[] {
  const ignorees = titres.flatMap((colonne) => (colonne.kind === 'ignoree' && colonne.titre !== '' ? [colonne] : []));
  for (const { titre, proche } of ignorees) {
    const args = { titre: toEcho(titre), proche: toExemple(proche ?? '') };
    const message = toMessage(proche === null ? 'lot-colonne-ignoree' : 'lot-colonne-ignoree-proche', args);
    io.err(`${seal(scribe.phrase(message.code, message.args))}\n`);
  }
  return ignorees.map(({ titre }) => titre);
}

async function writeLignes(
  lignes: AsyncIterable<LigneLot>,
  render: (ligne: LigneLot) => LigneRendue,
  write: (ligne: LigneRendue) => void,
  progress: (count: number) => void,
): Promise<Compte> {
  const compte = { lignes: 0, calculees: 0, ambigues: 0, incompletes: 0, erreurs: 0 };
  for await (const ligne of lignes) {
    const rendue = render(ligne);
    write(rendue);
    compte.lignes += 1;
    compte[COMPTES[rendue.kind]] += 1;
    progress(compte.lignes);
  }
  return compte;
}

/** Under which count a line goes. */
const COMPTES = {
  computed: 'calculees',
  ambiguous: 'ambigues',
  'missing-input': 'incompletes',
  'not-applicable': 'incompletes',
  'not-covered': 'incompletes',
  erreur: 'erreurs',
} as const satisfies Record<LigneRendue['kind'], keyof Compte>;

/** On a terminal only, where the result is not shown: how far it is, on a line that is written over. */
function createProgress(scribe: Scribe, sortie: string | undefined, io: Io): (count: number) => void {
  const isShown = sortie === undefined && io.columns !== undefined;
  if (io.errIsTerminal !== true || isShown) return () => {};
  return (count) => {
    if (count % PROGRESS_STEP !== 0) return;
    io.err(`\r${seal(scribe.phrase('lot-progres', { lignes: { kind: 'nombre', valeur: count } }))}`);
  };
}

const PROGRESS_STEP = 200;

/** The count closes the text; elsewhere it is said beside the result. */
function tellCompte(
  { compte, forme, sortie }: { readonly compte: Compte; readonly forme: Forme; readonly sortie: string | undefined },
  scribe: Scribe,
  io: Io,
): void {
  const args = Object.fromEntries(
    Object.entries(compte).map(([name, valeur]) => [name, { kind: 'nombre', valeur } as const]),
  );
  const told = seal(scribe.phrase('lot-compte', args));
  const clear = io.errIsTerminal === true ? '\r' : '';
  if (sortie === undefined) {
    if (forme !== 'texte') io.err(`${clear}${told}\n`);
    return;
  }
  const message: Message = toMessage('lot-ecrit', { fichier: toEcho(sortie) });
  if (forme === 'json') io.out(toJsonText({ sortie, erreurs: compte.erreurs, compte }));
  else io.out(`${told}\n`);
  io.err(`${clear}${seal(scribe.phrase(message.code, message.args))}\n`);
}
