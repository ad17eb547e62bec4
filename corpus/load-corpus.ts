import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { hashFiles } from './hash-files.ts';
import { BotError } from './law/bot-error.ts';
import { type Passage, PassagesFile, Source, type TexteMetadata, TexteMetadata as TexteSchema } from './law/texte.ts';
import { toTypography } from './law/typography.ts';
import { readYaml } from './read-yaml.ts';

/** A passage with the text it belongs to, in French typography. */
export type CorpusPassage = Passage & { readonly texte: TexteMetadata };

/** Everything the bot knows, loaded and checked. */
export type Corpus = {
  readonly sources: ReadonlyMap<string, Source>;
  readonly textes: ReadonlyMap<string, TexteMetadata>;
  readonly passages: readonly CorpusPassage[];
  readonly passagesById: ReadonlyMap<string, CorpusPassage>;
  /** sha256 of the files, for receipts and caches. */
  readonly hash: string;
};

const SourcesFile = z.strictObject({ sources: z.array(Source) });

/**
 * Loads `corpus/sources.yaml` and every folder of `corpus/textes/` (I/O edge).
 * @param root   folder `corpus`
 * @param themes ids of the concepts a passage may name
 * @throws {BotError} ERR_DONNEES when a file is not valid or a reference does not resolve: file, place, remedy
 */
export function loadCorpus(root: string, themes: ReadonlySet<string>): Corpus {
  const sourcesPath = join(root, 'sources.yaml');
  const sources = index(
    readYaml(sourcesPath, SourcesFile).sources.map((source) => ({ ...source, editeur: toTypography(source.editeur) })),
    sourcesPath,
  );
  const folders = globSync('*/texte.yaml', { cwd: join(root, 'textes') })
    .sort()
    .map(dirname);
  const textes: TexteMetadata[] = [];
  const passages: CorpusPassage[] = [];
  for (const folder of folders) {
    const path = join(root, 'textes', folder);
    const texte = readTexte(join(path, 'texte.yaml'));
    textes.push(texte);
    const file = join(path, 'passages.yaml');
    for (const passage of readYaml(file, PassagesFile).passages) {
      checkPassage(passage, texte, sources, themes, file);
      passages.push({ ...passage, titre: toTypography(passage.titre), corps: toTypography(passage.corps), texte });
    }
  }
  const passagesById = index(passages, join(root, 'textes'));
  checkReplacements(passagesById, join(root, 'textes'));
  return {
    sources,
    textes: index(textes, join(root, 'textes')),
    passages,
    passagesById,
    hash: hashFiles(root, '{sources.yaml,textes/**/*.yaml}'),
  };
}

function readTexte(path: string): TexteMetadata {
  const read = readYaml(path, TexteSchema);
  const texte = {
    ...read,
    nom: toTypography(read.nom),
    titre: toTypography(read.titre),
    editeur: toTypography(read.editeur),
  };
  const folder = basename(dirname(path));
  if (texte.id !== folder) fail(path, 'id', `« ${texte.id} » diffère du nom du dossier`, `Écrivez « id: ${folder} ».`);
  const { signeLe, publieLe, enVigueurDu, enVigueurJusquau } = texte;
  if (signeLe && publieLe && signeLe > publieLe)
    fail(path, 'publieLe', 'précède la signature', 'Vérifiez les deux dates.');
  if (enVigueurDu && enVigueurJusquau && enVigueurDu > enVigueurJusquau) {
    fail(path, 'enVigueurJusquau', "précède l'entrée en vigueur", 'Vérifiez les deux dates.');
  }
  return texte;
}

function checkPassage(
  passage: Passage,
  texte: TexteMetadata,
  sources: ReadonlyMap<string, Source>,
  themes: ReadonlySet<string>,
  file: string,
): void {
  const place = `passage « ${passage.id} »`;
  for (const ref of [...passage.refs, ...texte.refs]) {
    if (!sources.has(ref))
      fail(file, place, `la source « ${ref} » n'existe pas`, 'Ajoutez-la à corpus/sources.yaml ou corrigez refs.');
  }
  for (const theme of passage.themes) {
    if (!themes.has(theme))
      fail(file, place, `le thème « ${theme} » n'existe pas`, 'Voyez corpus/lexique/concepts.yaml.');
  }
  const { valideDu, valideJusquau } = passage;
  if (valideDu && valideJusquau && valideDu > valideJusquau) {
    fail(file, place, 'valideJusquau précède valideDu', 'Vérifiez les deux dates.');
  }
}

function checkReplacements(passages: ReadonlyMap<string, CorpusPassage>, folder: string): void {
  for (const { id, remplacePar } of passages.values()) {
    if (remplacePar === undefined || (remplacePar !== id && passages.has(remplacePar))) continue;
    fail(
      folder,
      `passage « ${id} »`,
      `remplacePar « ${remplacePar} » n'existe pas`,
      "Donnez l'identifiant d'un autre passage.",
    );
  }
}

function index<T extends { readonly id: string }>(items: readonly T[], place: string): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const item of items) {
    if (map.has(item.id)) fail(place, `« ${item.id} »`, 'identifiant en double', 'Donnez un autre identifiant.');
    map.set(item.id, item);
  }
  return map;
}

function fail(file: string, place: string, found: string, remedy: string): never {
  throw new BotError('ERR_DONNEES', `${file}, ${place} : ${found}`, remedy);
}
