import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const GLOSSAIRE = join(ROOT, 'GLOSSAIRE.md');

/** A row of the table: the identifiers that the code uses for a term, and the words it never uses. */
type Row = { readonly term: string; readonly identifiers: readonly string[]; readonly never: readonly string[] };

/** Verbs of the house, before a noun. */
const VERB = /^(?:compute|check|find|load|parse|render|to|is|has|list|read|format|tell|create)(?=[A-Z])/;

const EXAMPLE = `
| French term | identifier | what it is | never |
|---|---|---|---|
| avenant | \`avenant\` | a text that modifies the accord | amendment, rider |
| montant; plafond | \`montant\`, \`plafond\` | in \`Centimes\` | amount, cap |
| avance | \`avance\` | paid ahead | deposit, acompte (unless the text says so) |
`;

describe('the check of the glossary', () => {
  const rows = listRows(EXAMPLE);

  it('reads the rows of the table', () => {
    expect(rows.map(({ identifiers }) => identifiers)).toEqual([['avenant'], ['montant', 'plafond'], ['avance']]);
    expect(rows.map(({ never }) => never)).toEqual([
      ['amendment', 'rider'],
      ['amount', 'cap'],
      ['deposit', 'acompte'],
    ]);
  });

  it.each([
    ['amendment', ['amendment']],
    ['Amendment', ['amendment']],
    ['computeAmendment', ['amendment']],
    ['isRider', ['rider']],
    ['amendmentOfRider', []],
    ['escape', []],
    ['avenant', []],
  ])('finds in %s the words %j', (identifier, words) => {
    expect(listNever(rows, [identifier]).map(({ word }) => word)).toEqual(words);
  });

  it('takes names from the code, not from comments, sentences, packages or what belongs to them', () => {
    const code =
      "// amount\n/* cap */ import { a } from 'rider';\nconst b = 'deposit'; const montantDu = b.amount + `rider`;";
    expect([...listIdentifiers(code)]).toEqual(['import', 'a', 'from', 'const', 'b', 'montantDu']);
  });
});

describe('GLOSSAIRE.md', () => {
  const rows = listRows(readFileSync(GLOSSAIRE, 'utf8'));
  const files = globSync('{corpus,tools,bot,eval}/**/*.{ts,yaml}', { cwd: ROOT }).filter(
    (file) => !file.includes('.test.'),
  );
  const sources = files.map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));
  const code = sources.filter(({ file }) => file.endsWith('.ts'));

  it('has a table', () => {
    expect(rows.length).toBeGreaterThan(15);
  });

  it('names only identifiers that the code or the data have', () => {
    const names = new Set(sources.flatMap(({ text }) => text.match(/[\w-]+/g) ?? []));
    // `acces-aux-soins` of the data and `findAccesAuxSoins` of the code both have `accesAuxSoins`.
    const known = [...names].map(toWords).join('\n');
    const missing = rows.flatMap(({ identifiers }) => identifiers.filter((name) => !known.includes(toWords(name))));
    expect(missing).toEqual([]);
  });

  it('rules out words that no identifier of the code has', () => {
    const found = code.flatMap(({ file, text }) =>
      listNever(rows, [...listIdentifiers(text)]).map(({ word, identifier }) => `${file}: ${identifier} (${word})`),
    );
    expect(found).toEqual([]);
  });
});

/** Rows of the tables whose second column holds identifiers and whose last column is « never ». */
function listRows(markdown: string): readonly Row[] {
  return markdown.split('\n').flatMap((line) => {
    const [term = '', names = '', , never = '', ...rest] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const identifiers = [...names.matchAll(/`([A-Za-z][\w-]*)`/g)].map(([, name = '']) => name);
    if (identifiers.length === 0 || rest.length > 0) return [];
    return [
      {
        term,
        identifiers,
        never: never
          .replace(/\([^)]*\)/g, '')
          .split(',')
          .map((word) => word.trim())
          .filter(isName),
      },
    ];
  });
}

/** « KPI » is one; « chunk (only as the verb) » and « same in English » are not. */
function isName(word: string): boolean {
  return /^[A-Za-z]+$/.test(word);
}

/** Names that are a word ruled out, alone or after a verb: `rider`, `isRider`. Longer names may speak of other things. */
function listNever(rows: readonly Row[], identifiers: readonly string[]) {
  const never = new Set(rows.flatMap((row) => row.never.map((word) => word.toLowerCase())));
  return identifiers.flatMap((identifier) => {
    const word = identifier.replace(VERB, '').toLowerCase();
    return never.has(word) ? [{ word, identifier }] : [];
  });
}

/** Names in the code: comments, strings and what follows a dot (another's `size` or `optional`) are left out. */
function listIdentifiers(code: string): ReadonlySet<string> {
  const bare = code
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, '');
  return new Set(bare.match(/(?<![\w$.]|\.\.\.)[A-Za-z_$][\w$]*/g) ?? []);
}

/** `delaiMois`, `delai-mois` and `DELAI_MOIS` are all « -delai-mois- ». */
function toWords(name: string): string {
  return `-${(name.match(/[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])/g) ?? []).join('-').toLowerCase()}-`;
}
