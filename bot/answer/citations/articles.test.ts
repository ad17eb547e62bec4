import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Assembly, assemble } from '#bot/assemble.ts';
import { createPipelineCli } from '#bot/testing/create-pipeline-cli.ts';
import { TODAY } from '#bot/testing/load-test-assembly.ts';
import { openDocumentStore } from '#corpus/import/document-store.ts';
import { readFichier } from '#corpus/import/open-file.ts';
import { readDocument } from '#corpus/import/read-document.ts';
import { hashBytes, toDocument } from '#corpus/import/to-document.ts';
import { findShared } from '#corpus/testing/find-shared.ts';
import { findCitations } from './find-citations.ts';

const folder = findShared('sources');

/** A question, and a few words that what is quoted must hold. */
const QUESTIONS: readonly (readonly [string, RegExp])[] = [
  ['Combien de CPTS se sont saisies des soins non programmés ?', /19 CPTS/],
  ['De combien la Sécu était-elle prête à augmenter les dotations d’amorçage ?', /50 %/],
  ['Que dit la FMF des soutiens fléchés vers les structures juridiques ?', /charrue/],
  ['Que reproche le SML aux mesures de la CNAM ?', /gadgets/],
  ['Quand la CSMF devait-elle se prononcer ?', /17 mai/],
  ['Combien pouvait recevoir une CPTS de taille 4 dans le projet d’avril 2019 ?', /360\.000/],
  ['Que fera le gouvernement si les syndicats n’acceptent pas le projet ?', /ordonnances/],
  ['Combien coûte le groupe qualité des Pays de la Loire ?', /400 000/],
  ['Comment faciliter l’accueil des stagiaires ?', /logements/],
  ['Que craint Philippe Vermesch ?', /étatisation/],
  ['Combien de projets ont été déposés auprès des ARS ?', /200 projets/],
  ['Combien de CPTS le gouvernement veut-il créer d’ici 2022 ?', /un millier/],
  ['Quel outil numérique manque aux professionnels ?', /agendas/],
  ['Que dit l’Igas des CPTS ?', /très modeste/],
];

describe.skipIf(folder === undefined)('the real articles', () => {
  let dataDir = '';
  let assembly: Assembly;
  let texts: readonly string[] = [];
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'cpts-articles-'));
    const documents = [];
    const whole: string[] = [];
    for (const name of readdirSync(folder ?? '').sort()) {
      const file = readFichier(join(folder ?? '', name));
      if (file.kind === 'refus') continue;
      const lu = await readDocument(file.octets, name);
      whole.push(new TextDecoder().decode(file.octets).replace(/\s+/g, ' '));
      if (lu.kind === 'refus') continue;
      const mention = { titre: name, editeur: 'Presse', date: '2020', nature: 'presse', statut: 'historique' } as const;
      documents.push(toDocument({ fichier: name, sha256: hashBytes(file.octets), lu }, mention, TODAY));
    }
    const writer = openDocumentStore(dataDir, 'local').open();
    writer?.add(documents);
    writer?.close();
    texts = whole;
    assembly = assemble(undefined, { dataDir });
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  function quote(text: string): string {
    const documents = assembly.pipeline.findDocuments?.(undefined);
    const situation = { figures: [], suite: false, sujets: '', duDomaine: true };
    const [best] = documents ? findCitations(text, situation, documents) : [];
    return best ? best.document.passage.corps.slice(best.extrait.start, best.extrait.end).replace(/\s+/g, ' ') : '';
  }

  it.each(QUESTIONS)('are quoted to the letter: %s', (text, expected) => {
    const words = quote(text);
    expect(words).toMatch(expected);
    expect(words.length).toBeLessThan(700);
    expect(texts.some((whole) => whole.includes(words))).toBe(true);
  });

  it('answer the command in their own words', async () => {
    const { out } = await createPipelineCli({ assembly })('ask', 'Quand la CSMF devait-elle se prononcer ?');
    expect(out).toMatch(/« .*17 mai… »/);
  });
});
