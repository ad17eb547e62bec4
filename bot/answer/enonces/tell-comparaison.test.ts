import { describe, expect, it } from 'vitest';
import { ask } from '#bot/testing/ask-thread.ts';

describe('a question about a change', () => {
  it('is answered with both sides, the gap, and the text that made it', async () => {
    const { answer, text } = await ask("Qu'est-ce qui change avec l'avenant 2 pour une taille 1 ?");
    expect(answer.kind).toBe('answered');
    expect(text).toContain(
      "Ce que change l'avenant 2 (taille 1), entre les règles du 30 mars 2022 et celles du 31 mars 2022",
    );
    // 287 500 − 220 000 = 67 500 ; 67 500 / 220 000 = 30,68 %
    expect(text).toContain('220 000 €, puis 287 500 € ; écart : 67 500 € de plus, soit 30,68 % de plus');
    expect(text).toContain('Mission réponse aux crises sanitaires graves : mission socle (nouveau)');
  });

  it('never shows the top-up that ended as if it still ran', async () => {
    const { text } = await ask("Qu'est-ce qui change avec l'avenant 2 pour une taille 2 ?");
    expect(text).toContain('45 000 € (pour une adhésion avant le 30 septembre 2022)');
  });

  it.each([
    ['et si on passait de 75 000 à 85 000 habitants ?', 'De 75 000 à 85 000 habitants'],
    ['différence entre taille 2 et taille 3 ?', 'De la taille 2 à la taille 3'],
    ['Quel écart entre une CPTS de 75 000 habitants et une de 85 000 ?', 'De 75 000 à 85 000 habitants'],
  ])('reads both sides in « %s »', async (question, title) => {
    const { text } = await ask(question);
    expect(text).toContain(title);
    // 75 000 − 60 000 = 15 000
    expect(text).toContain('Fonctionnement : 60 000 €, puis 75 000 € ; écart : 15 000 € de plus, soit 25 % de plus');
    expect(text).toContain("Plafond annuel annoncé : absent du corpus, d'un côté comme de l'autre");
  });

  it('gives every reading of a limit that two sizes share', async () => {
    const { text } = await ask("si notre population passe de 78 000 à 80 000 habitants, qu'est-ce qui change ?");
    expect(text).toContain('(En taille 2)');
    expect(text).toContain('(En taille 3)');
    expect(text).toContain('Rien ne change dans ce qui peut se comparer.');
  });

  it('prints the comparison among the outcomes, as the command would', async () => {
    const { answer } = await ask('différence entre taille 2 et taille 3 ?');
    expect(answer.runs.map(({ tool }) => tool)).toEqual(['comparaison']);
  });

  it.each([
    "J'ai lu que la taille 2 allait de 40 000 à 70 000 habitants, c'est encore vrai ?",
    'Quelle différence entre une CPTS et une MSP ?',
    "Qu'est-ce qui change avec la LFSS 2026 pour les CPTS ?",
  ])('is not seen in « %s »', async (question) => {
    const { answer } = await ask(question);
    expect(answer.runs.map(({ tool }) => tool)).not.toContain('comparaison');
  });
});
