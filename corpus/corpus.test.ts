import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addMonths, CalendarDate } from './law/calendar-date.ts';
import type { TexteMetadata } from './law/texte.ts';
import { loadParametres } from './load-parametres.ts';
import { loadLexique } from './retrieval/load-lexique.ts';
import { CORPUS_ROOT, loadGenres, loadTestCorpus } from './testing/load-test-corpus.ts';

const corpus = loadTestCorpus();
const { autres, ...named } = loadParametres(CORPUS_ROOT);
const parametres = [...Object.values(named), ...autres];
const textes = [...corpus.textes.values()];
const files = globSync('**/*.{yaml,yml}', { cwd: CORPUS_ROOT }).sort();

describe('the files of the corpus', () => {
  it('are all read by a loader, so that none lies there unseen', () => {
    const read = [
      'sources.yaml',
      ...textes.flatMap(({ id }) => [`textes/${id}/passages.yaml`, `textes/${id}/texte.yaml`]),
      ...['concepts', ...Object.keys(loadLexique()).map(toFileName)].map((name) => `lexique/${name}.yaml`),
    ];
    const inFolder = files.filter((file) => file.startsWith('parametres/'));
    expect(inFolder).toHaveLength(parametres.length);
    expect(files.filter((file) => !inFolder.includes(file))).toEqual(read.sort());
  });

  it('are many', () => {
    expect(textes.length).toBeGreaterThan(50);
    expect(corpus.passages.length).toBeGreaterThan(250);
    expect(corpus.sources.size).toBeGreaterThan(70);
    expect(parametres.length).toBeGreaterThan(20);
  });

  it('have names without accents, in lower case', () => {
    expect(files.filter((file) => !/^[a-z0-9/-]+\.yaml$/.test(file))).toEqual([]);
  });

  it.each(parametres)('parameter $id bears the name of its file', ({ id }) => {
    expect(files.filter((file) => file.startsWith('parametres/') && file.endsWith(`/${id}.yaml`))).toHaveLength(1);
  });
});

describe('the texts of the corpus', () => {
  it.each(textes)('$id has its days in order: signed, published, in force, no longer', (texte) => {
    const days = listDays(texte);
    expect(days).toEqual([...days].sort());
    // « 2019-04 » stands in a folder of its first day.
    expect(texte.id.startsWith(texte.date)).toBe(true);
  });

  it('have been looked at again within two years of the newest look, and a warning is left after one', async ({
    annotate,
  }) => {
    const looks = [...textes, ...parametres].map(({ id, verifieLe }) => ({ id, verifieLe }));
    const newest = CalendarDate.parse(
      looks
        .map(({ verifieLe }) => verifieLe)
        .sort()
        .at(-1),
    );
    for (const { id, verifieLe } of looks) {
      if (verifieLe < addMonths(newest, -12)) await annotate(`${id} : vérifié le ${verifieLe}`, 'warning');
    }
    expect(looks.filter(({ verifieLe }) => verifieLe < addMonths(newest, -24))).toEqual([]);
  });
});

describe('sources and themes', () => {
  it('are all used: a source by a passage, a text or a parameter', () => {
    const used = new Set([...corpus.passages, ...textes].flatMap(({ refs }) => refs));
    const listed = JSON.stringify(parametres);
    const unused = [...corpus.sources.keys()].filter((id) => !used.has(id) && !listed.includes(`"${id}"`));
    expect(unused).toEqual([]);
  });

  it('are all used: a theme that people can speak of by a passage', () => {
    const used = new Set(corpus.passages.flatMap(({ themes }) => themes));
    const subjects = [...loadGenres()]
      .filter(([, genre]) => genre === 'sujet' || genre === 'mission')
      .map(([id]) => id);
    expect(subjects.length).toBeGreaterThan(50);
    expect(subjects.filter((id) => !used.has(id))).toEqual([]);
  });

  it('no passage has a theme that only says what is wanted', () => {
    const genres = loadGenres();
    const wrong = corpus.passages.filter(({ themes }) =>
      themes.some((theme) => ['demande', 'appoint'].includes(genres.get(theme) ?? '')),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

/** `motsVides` lies in `mots-vides.yaml`. */
function toFileName(key: string): string {
  return key.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}

function listDays({ signeLe, publieLe, enVigueurDu, enVigueurJusquau }: TexteMetadata): readonly string[] {
  return [signeLe, publieLe, enVigueurDu, enVigueurJusquau].filter((day) => day !== undefined);
}
