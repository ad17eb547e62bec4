import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { renderLicensed } from '#corpus/law/licensed-text.ts';
import { renderAnswer } from '../render/render-text.ts';
import { loadTestAssembly } from '../testing/load-test-assembly.ts';
import type { Answer } from './answer.ts';
import { answerQuestion } from './answer-question.ts';
import { Profil } from './profil.ts';

const TODAY = '2026-11-21' as CalendarDate;
const PROFIL = Profil.parse({
  nom: 'CPTS du Val 21',
  population: 85_000,
  signature: '2024-03-12',
  membres: 45,
  missions: { prevention: { demarrage: '2024-09-01', fixe: 40_000 } },
});
const { pipeline, corpus } = loadTestAssembly();

function ask(text: string) {
  return answerQuestion({ text, today: TODAY, profil: PROFIL }, pipeline);
}

function show(answer: Answer): string {
  return renderLicensed(renderAnswer(answer, { vocabulary: pipeline.vocabulary, sources: corpus.sources })).text;
}

describe('a question read with a profile', () => {
  it.each([
    // Size 3: 75 000 € a year.
    ['combien pour le fonctionnement ?', '75\u202f000\u00a0€ par an', '85\u202f000 habitants'],
    ['combien on touche ?', '75\u202f000\u00a0€ par an', '85\u202f000 habitants'],
    ['on est de quelle taille ?', 'taille 3', '85\u202f000 habitants'],
    // Five years from 12 March 2024.
    ["c'est quand la fin de notre contrat ?", '11\u00a0mars 2029', 'contrat signé le 12\u00a0mars 2024'],
    ['quelle est la prochaine échéance ?', '12\u00a0mars 2027', 'contrat signé le 12\u00a0mars 2024'],
    ['quel est le montant de la mission prévention ?', '40\u202f000\u00a0€', 'missions du contrat'],
  ])('« %s » is answered for that community, and the answer says so', async (text, expected, fact) => {
    const shown = show(await ask(text));
    expect(shown).toContain(expected);
    expect(shown).toContain('D’après le profil «\u00a0CPTS du Val 21\u00a0»\u202f: ');
    expect(shown).toContain(fact);
  });

  it.each([
    "c'est quoi une CPTS ?",
    'qui peut être membre ?',
    'Quel est le financement du fonctionnement d’une CPTS ?',
    'quand une CPTS doit-elle démarrer la mission prévention ?',
    'What is the funding of any CPTS?',
    'quelles sont les missions socles ?',
    "Quand l'accord CPTS est-il entré en vigueur ?",
    'combien de cpts en france en 2025',
    'différence entre taille 2 et taille 3 ?',
    'comment ont évolué les plafonds depuis 2019 ?',
    'Le financement des CPTS ça marche comment ?',
    'CPTS de 30 000 habitants : combien pour le fonctionnement ?',
    'combien pour la mission prévention en taille 4 ?',
    'contrat signé le 31 août 2025 : quelles échéances pour la prévention ?',
    "J'ai lu 112 000 euros dans un article, c'est un vrai montant ?",
    'on a un patient diabétique, Jean Dupont, que faire ?',
  ])('« %s » is answered as without it: it is about something else', async (text) => {
    const without = await answerQuestion({ text, today: TODAY }, pipeline);
    expect(show(await ask(text))).toBe(show(without));
  });

  it.each([
    ['notre plafond annuel ?', ['plafond']],
    ['how much will our CPTS get this year?', ['financement']],
  ])('« %s » is asked of %j and of nothing else', async (text, tools) => {
    const { runs } = await ask(text);
    expect([...new Set(runs.map(({ tool }) => tool))]).toEqual(tools);
  });

  it('lets the words win, and keeps what they leave open', async () => {
    const { runs } = await ask('combien pour le fonctionnement avec 85 000 habitants et 120 membres ?');
    expect(runs.flatMap(({ input }) => ('membres' in input ? [input.membres] : []))).toContain(120);
  });

  it('marks its figures as those of the profile', async () => {
    const { hypotheses } = await ask('combien pour le fonctionnement ?');
    const figures = (hypotheses[0] ?? []).filter((piece) => typeof piece !== 'string');
    expect(figures.map(({ origin }) => origin)).toEqual([
      { type: 'profile', field: 'nom' },
      { type: 'profile', field: 'population' },
    ]);
  });

  it('leaves nothing of it in the memory of the thread: a profile that changes is read as it is then', async () => {
    const { fil } = await ask('combien pour le fonctionnement ?');
    expect(fil.faits.population).toBeUndefined();
    const profil = { ...PROFIL, population: 30_000 };
    const next = await answerQuestion({ text: 'et le fonctionnement ?', today: TODAY, profil, fil }, pipeline);
    expect(next.runs.flatMap(({ input }) => ('population' in input ? [input.population] : []))).toEqual([30_000]);
  });
});
