import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFigures } from '#corpus/law/find-figures.ts';
import { foldWord } from '#corpus/law/fold-text.ts';
import { readYaml } from '#corpus/read-yaml.ts';
import { Mots } from './answer/grounding/regles.ts';
import { createLiaisonsOpener } from './load-liaisons.ts';
import { loadTestAssembly } from './testing/load-test-assembly.ts';

const FOLDER = join(import.meta.dirname, 'donnees', 'liaisons');
const liaisons = loadTestAssembly().pipeline.openLiaisons();

describe('the words of linking words', () => {
  it.each(['mots-fr.yaml', 'mots-en.yaml'])('chosen by hand, %s, hold no figure', (file) => {
    const words = readYaml(join(FOLDER, file), Mots);
    expect(words.length).toBeGreaterThan(1_000);
    expect(words.filter((word) => findFigures(word).length > 0)).toEqual([]);
  });

  it.each(['bonjour', 'voici', 'également', 'regarding', 'thanks', 'éclairciront', 'communautés', 'helped'])(
    'know « %s »',
    (word) => {
      expect(liaisons.isKnown(foldWord(word))).toBe(true);
    },
  );

  it.each(['siebzig', 'ventuno', 'dos', 'zwei', 'quatorz', 'soixente', 'xqzt', 'www', 'isize', 'sète', 'trenta', 'ze'])(
    'do not know « %s »',
    (word) => {
      expect(liaisons.isKnown(foldWord(word))).toBe(false);
    },
  );

  it('know words of number of some forty languages', () => {
    const names = ['nombres-etrangers.yaml', 'nombres-translitteres.yaml'];
    const words = names.flatMap((name) => readYaml(join(FOLDER, name), Mots));
    expect(words.length).toBeGreaterThan(1_500);
    expect(words.filter((word) => !liaisons.isNumber(foldWord(word)))).toEqual([]);
  });

  it('are opened once, from every file of the folder', () => {
    const source = readFileSync(join(import.meta.dirname, 'load-liaisons.ts'), 'utf8');
    expect(globSync('*.yaml', { cwd: FOLDER }).filter((file) => !source.includes(`'${file}'`))).toEqual([]);
    const open = createLiaisonsOpener(FOLDER, { words: [], listTexts: () => [] });
    expect(open()).toBe(open());
  });
});
