import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '#bot/answer/answer-question.ts';
import { Profil } from '#bot/answer/profil.ts';
import { assemble } from '#bot/assemble.ts';
import { computeDigest } from '#bot/digest/contenu/compute-digest.ts';
import { toEtatConnu } from '#bot/digest/contenu/to-etat-connu.ts';
import { renderDigest } from '#bot/digest/rendu/render-digest.ts';
import { renderDigestText } from '#bot/digest/rendu/render-digest-text.ts';
import { renderAnswer } from '#bot/render/render-text.ts';
import { createScribe } from '#bot/render/scribe.ts';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { renderLicensed } from '#corpus/law/licensed-text.ts';
import { listPassageRules } from '#corpus/testing/list-passage-rules.ts';
import { listSupported } from '#corpus/testing/list-supported.ts';
import { findEtatAvant } from '#tools/nouveautes/find-etat-avant.ts';
import { loadQuestions } from '../load-questions.ts';
import { observeAnswer } from '../observe-answer.ts';
import { prepareRepetition } from './prepare-repetition.ts';

const AVENANT = join(import.meta.dirname, 'avenant-3');
/** One question in so many: the whole set twice is too slow for a test. */
const PAS = 8;
/** More passages make words less rare: a sentence added to the answer may come or go where two were nearly equal. */
const PART_DEPLACEE = 0.02;

const root = mkdtempSync(join(tmpdir(), 'cpts-repetition-'));
prepareRepetition(AVENANT, root);
const reel = loadTestAssembly();
const repete = assemble(root);

afterAll(() => rmSync(root, { recursive: true, force: true }));

function day(text: string): CalendarDate {
  return CalendarDate.parse(text);
}

/** The answer of the rehearsal, as a person reads it: non-breaking spaces made plain. */
async function ask(text: string, today: string): Promise<string> {
  const answer = await answerQuestion({ text, today: day(today) }, repete.pipeline);
  const parts = { vocabulary: repete.pipeline.vocabulary, sources: repete.corpus.sources };
  return toPlain(renderLicensed(renderAnswer(answer, parts)).text);
}

function toPlain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}

describe('a new avenant', () => {
  it('is data: no file of code', () => {
    const files = globSync('**/*.*', { cwd: AVENANT });
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => !file.endsWith('.yaml'))).toEqual([]);
    expect(repete.hashes).not.toEqual(reel.hashes);
  });

  it('passes the checks of the passages and of what the parameters say of them', () => {
    const { passages, passagesById } = repete.corpus;
    for (const [says, holds] of listPassageRules(repete.corpus)) {
      expect(
        passages.filter((passage) => !holds(passage)).map(({ id }) => id),
        says,
      ).toEqual([]);
    }
    const { autres, bareme: _, ...named } = repete.parametres;
    const supported = [...Object.values(named), ...autres].flatMap((parametre) => listSupported(parametre));
    expect(supported.some(({ passage }) => passage === 'fictif-delais-prevention')).toBe(true);
    for (const { passage, refs } of supported) {
      expect(
        passagesById.get(passage)?.refs.some((ref) => refs.includes(ref)),
        passage,
      ).toBe(true);
    }
  });

  it('leaves the answers before its day as they were, byte for byte', async () => {
    const asked = loadQuestions().filter((_, index) => index % PAS === 0);
    expect(asked.length).toBeGreaterThan(60);
    const moved: string[] = [];
    for (const question of asked) {
      const before = await observeAnswer(question, reel);
      const after = await observeAnswer(question, repete);
      if (after.text !== before.text) moved.push(question.id);
      // Whatever the order of passages, no rule that is not yet known, and the same calculations.
      const pick = ({ kind, asOf, lang }: typeof before) => ({ kind, asOf, lang });
      expect(pick(after), question.id).toEqual(pick(before));
      expect(
        after.enonces.flatMap(({ refs }) => refs),
        question.id,
      ).not.toContain('FICTIF27');
    }
    expect(moved.length, moved.join(', ')).toBeLessThanOrEqual(asked.length * PART_DEPLACEE);
  });
});

describe('what the avenant changes', () => {
  it.each([
    ['le fonctionnement', 'Quel est le fonctionnement en taille 3 ?', ['75 000 €'], ['84 000 €', '63 000 €']],
    [
      'le délai d’un contrat en cours',
      'Contrat signé le 10 mai 2026 : quand démarrer la mission prévention ?',
      ['10 mai 2027', '12 mois'],
      ['10 août 2027', '15 mois'],
    ],
  ])('is told from its day, and what held before until its eve: %s', async (_, text, before, after) => {
    const eve = await ask(text, '2027-03-31');
    const since = await ask(text, '2027-04-01');
    for (const said of before) expect(eve).toContain(said);
    for (const said of after) expect(since).toContain(said);
    // Signed and not yet in force, it is told with the day from which it holds.
    expect(eve).not.toContain('Avenant 3 — en vigueur');
    expect(await ask(text, '2027-01-11')).not.toContain('Avenant 3');
    expect(since).toMatch(/Avenant 3 — en vigueur/);
  });

  it('is told for a day gone by as it was then', async () => {
    const text = await ask('Quel était le fonctionnement en taille 3 le 31 mars 2027 ?', '2027-06-01');
    expect(text).toContain('75 000 €');
    expect(text).not.toContain('84 000 €');
  });

  it.each([
    [
      'délais de la mission santé environnementale, contrat signé le 10 mai 2027 ?',
      ['10 janvier 2028', '10 janvier 2029'],
    ],
    ['combien pour la mission santé environnementale en taille 2 ?', ['13 000 €', '17 000 €']],
    ['combien pour la mission environnement en taille 4 ?', ['19 000 €']],
  ])('has the new mission: %s', async (text, said) => {
    const told = await ask(text, '2027-05-20');
    for (const one of said) expect(told).toContain(one);
    expect(told).toMatch(/Avenant 3 — en vigueur/);
  });
});

describe('the digest after the avenant', () => {
  const profil = Profil.parse({ nom: 'CPTS du Val', population: 85_000, signature: '2026-05-10' });
  const entree = { population: 30_000, missions: [] };
  const estimations = [{ nom: 'Budget à venir', asOf: day('2027-04-15'), entree }];
  const etat = toEtatConnu(repete.corpus, repete.parametres, day('2027-04-15'));
  const etats = { avant: findEtatAvant(etat, day('2026-12-01')), apres: etat };
  const communautes = [{ id: 'a', profil, marques: {}, estimations }];
  const digest = computeDigest({ communautes, horizonJours: 60, etat, etats });
  const scribe = createScribe('digest', etat.jour, repete.pipeline.vocabulary, 'fr');
  const text = toPlain(renderLicensed(renderDigestText(renderDigest(digest, scribe))).text);

  it('announces the text', () => {
    const own = digest.nouveautes.textes.filter(({ texte }) => texte.nom.includes('3') && texte.nature === 'avenant');
    expect(own.map(({ nature, jour }) => [nature, jour])).toEqual([
      ['signature', '2027-01-12'],
      ['publication', '2027-03-15'],
      ['entree-en-vigueur', '2027-04-01'],
    ]);
    expect(text).toMatch(/avenant 3/i);
  });

  it('says what changes for a saved profile, from what to what', () => {
    const [told] = digest.communautes;
    expect(told?.echeancesChangees.map(({ code, avant, apres }) => [code, avant, apres])).toEqual([
      ['prevention:demarrage', '2027-05-10', '2027-08-10'],
      ['prevention:deploiement', '2028-05-10', '2028-11-10'],
    ]);
    for (const said of ['10 mai 2027', '10 août 2027', '75 000 €', '84 000 €']) expect(text).toContain(said);
  });

  it('says what changes for a saved estimate, from what to what', () => {
    const saved = digest.communautes[0]?.estimations.find(({ nom }) => nom === 'Budget à venir');
    const line = saved?.annees[0]?.differences.find(({ code }) => code === 'fonctionnement');
    expect(line?.a.valeur).toMatchObject({ centimes: 5_000_000 });
    expect(line?.b.valeur).toMatchObject({ centimes: 5_500_000 });
    expect(line?.cause).toEqual({ texte: '2027-01-12-avenant-3', jour: '2027-04-01' });
    for (const said of ['Budget à venir', '50 000 €', '55 000 €']) expect(text).toContain(said);
  });
});
