import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFigures } from '#corpus/law/find-figures.ts';
import { Statut } from '#corpus/law/statut.ts';
import { loadMessages } from './load-messages.ts';

const ROOT = join(import.meta.dirname, '..');

/** Beginnings of codes that a source completes with a value it computes: `statut-${statut}`. */
const COMPUTED = [
  'accueil-travail-',
  'agent-choix-',
  'agent-etape-calcul-',
  'agent-mots-',
  'agent-outil-',
  'agent-precision-',
  'bareme-cellule-',
  'bareme-effet-',
  'bareme-volet-',
  'commandes-aide-',
  'commandes-prorata-',
  'digest-champ-',
  'digest-texte-',
  'echeance-',
  'enonce-echeance-',
  'enonce-premiere-avance-',
  'etape-fixe-prorata-',
  'image-fichier-',
  'image-note-',
  'lecture-prorata-',
  'ligne-',
  'lot-borne-',
  'lot-etat-',
  'modele-conclusion-',
  'modele-essai-',
  'prorata-',
  'refus-',
  'statut-',
];

const { fr, en } = loadMessages(join(import.meta.dirname, 'messages'));
const codes = [...fr.keys()];
const sources = globSync('{bot,tools,corpus}/**/*.ts', { cwd: ROOT })
  .filter((file) => !file.endsWith('.test.ts') && !file.includes('/testing/'))
  .map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));
const data = globSync('corpus/parametres/**/*.yaml', { cwd: ROOT })
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .join('\n');

describe('the sentences of the bot', () => {
  it('are the same in every language', () => {
    expect([...en.keys()].sort()).toEqual([...codes].sort());
    expect(codes.length).toBeGreaterThan(200);
  });

  it.each(codes)('%s has the same places in every language', (code) => {
    expect(listPlaces(en.get(code))).toEqual(listPlaces(fr.get(code)));
  });

  it.each([...fr, ...en])('%s holds no figure in its own words', (_, template) => {
    expect(listFigures(template)).toEqual([]);
    // Braces that are no place would be shown to the reader.
    expect(template.replace(/\{[a-zA-Z]+\}/g, '')).not.toMatch(/[{}]/);
  });

  it('are looked at as the last gate does: a figure beside a place is one', () => {
    expect(listFigures('Au {asOf}, deux tailles')).toEqual(['deux']);
    expect(listFigures('{n} mois après, soit un mois')).toEqual(['un mois']);
    expect(listFigures('in three {unit}')).toEqual(['three']);
  });
});

describe('the codes of sentences', () => {
  const called = sources.flatMap(({ file, text }) => listCalled(text).map((code) => ({ file, code })));

  it('exist wherever they are called', () => {
    expect(called.length).toBeGreaterThan(150);
    expect(called.filter(({ code }) => !fr.has(code))).toEqual([]);
  });

  it('exist wherever the data names them', () => {
    const named = listNamed(data);
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((code) => !fr.has(code))).toEqual([]);
  });

  it('exist for every statut', () => {
    expect(Statut.options.filter((statut) => !fr.has(`statut-${statut}`))).toEqual([]);
  });

  it('are all used', () => {
    const used = new Set([...sources.flatMap(({ text }) => listQuoted(text)), ...listNamed(data)]);
    const unused = codes.filter((code) => !used.has(code) && !COMPUTED.some((head) => code.startsWith(head)));
    expect(unused).toEqual([]);
  });

  it.each(COMPUTED)('%s is completed somewhere', (head) => {
    const heads = sources.flatMap(({ text }) =>
      [...text.matchAll(/`([a-z][a-z-]*)\$\{/g)].map(([, start = '']) => start),
    );
    expect(heads.some((start) => start !== '' && head.startsWith(start))).toBe(true);
  });

  it('are read in calls and literals, and nowhere else', () => {
    expect(listCalled("toMessage('a-b', { c: 'd' }); teller.tell(x ? 'e' : 'f', {});")).toEqual(['a-b', 'e', 'f']);
    expect(listCalled("find('a-b')")).toEqual([]);
    expect(listNamed('hypothese: a-b\n    hypothese: c\n')).toEqual(['a-b', 'c']);
  });
});

function listPlaces(template = ''): readonly string[] {
  return [...new Set([...template.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name = '']) => name))].sort();
}

/** Figures of a template once its places are masked as the gate masks licensed figures. */
function listFigures(template: string): readonly string[] {
  const masked = template.replace(/\{[a-zA-Z]+\}/g, (place) => '\ufffc'.repeat(place.length));
  return findFigures(masked).map(({ start, end }) => masked.slice(start, end));
}

/** Codes written as the first argument of the functions that turn one into a sentence. */
function listCalled(text: string): readonly string[] {
  const calls = text.matchAll(/(?<!function )\b(?:toMessage|toProblem|tell|phrase|say)\(([^(),{]*)/g);
  return [...calls].flatMap(([, first = '']) => listQuoted(first));
}

/** String literals that could be a code. */
function listQuoted(text: string): readonly string[] {
  return [...text.matchAll(/'([a-z0-9]+(?:-[a-z0-9]+)*)'/g)].map(([, code = '']) => code);
}

/** Hypotheses of the parameters. */
function listNamed(yaml: string): readonly string[] {
  return [...yaml.matchAll(/^\s*hypothese: (\S+)/gm)].map(([, code = '']) => code);
}
