import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countResults } from '../bilan.ts';
import { createResultat } from '../testing/create-resultat.ts';
import { html } from './html.ts';
import type { Rapport } from './rapport.ts';
import { writeJson } from './write-json.ts';
import { writePage } from './write-page.ts';
import { writeTable } from './write-table.ts';

const resultats = [
  createResultat({ id: 'T01' }),
  createResultat({
    id: 'T02',
    texte: 'Et <b>la taille</b> 3 ?',
    text: 'Réponse & fin',
    fautes: [{ note: 'chiffres', message: 'chiffre absent : 75000' }],
    instables: [{ texte: 'taille 3 svp', message: 'refused au lieu de answered' }],
  }),
];
const bilan = countResults(resultats);
const { justes, posees, categories, reformulations } = bilan;
const repere = { quand: '2026-11-22', justes, posees, categories, reformulations };
const rapport: Rapport = {
  ...{ quand: '2026-11-22', mode: 'deterministe', secondes: 12.34, bilan, premier: repere, garde: repere, resultats },
  baisses: ['taille'],
  rivaux: [{ nom: 'BM25', source: { justes: 1, posees: 2 }, faits: { justes: 0, posees: 2 } }],
  suites: [{ nom: 'attaques', compte: { justes: 3, posees: 3 }, note: '' }],
  nonJoues: [{ nom: 'la recette LangChain', raison: 'Aucun modèle.' }],
};
const css = readFileSync(join(import.meta.dirname, 'rapport.css'), 'utf8');

describe('the page', () => {
  const page = writePage(rapport, css);

  it('needs nothing from elsewhere', () => {
    expect(page.match(/(?:src|href|url\(|@import|https?:)/g)).toBeNull();
  });

  it('escapes what was asked and answered', () => {
    expect(page).toContain('Et &lt;b&gt;la taille&lt;/b&gt; 3 ?');
    expect(page).toContain('Réponse &amp; fin');
    expect(page).not.toContain('<b>');
  });

  it.each([
    'chiffre absent : 75000',
    'refused au lieu de answered',
    'Aucun modèle.',
    'Sous le repère gardé : taille',
    'Ce qui n’est pas juste (1)',
    'BM25 : source',
  ])('shows « %s »', (words) => {
    expect(page).toContain(words);
  });
});

describe('the other forms', () => {
  it('say the same in a terminal', () => {
    const table = writeTable(rapport);
    expect(table).toMatch(/^taille +1 +2 +50\.0 +50\.0 +50\.0 {2}← baisse$/m);
    expect(table).toContain('   chiffre absent : 75000');
    expect(table).toContain('sous le repère gardé : taille');
  });

  it('say the same as data, failures only', () => {
    const data = JSON.parse(writeJson(rapport));
    expect(data).toMatchObject({ bilan: { justes: 1, posees: 2 }, echecs: [{ question: { id: 'T02' } }] });
    expect(data.echecs).toHaveLength(1);
  });
});

describe('html', () => {
  it('escapes text, keeps HTML, joins lists', () => {
    const list = ['<', '"'].map((sign) => html`<i>${sign}</i>`);
    expect(html`<p>${list} ${3}${"l'été"}</p>`.html).toBe('<p><i>&lt;</i><i>&quot;</i> 3l&#39;été</p>');
  });
});
