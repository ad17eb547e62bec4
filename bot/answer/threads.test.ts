import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { ask, askThread } from '../testing/ask-thread.ts';

/** The last turn of a thread. */
async function last(...texts: readonly string[]) {
  const turn = (await askThread(texts)).at(-1);
  if (!turn) throw new Error('no answer');
  return turn;
}

describe('a thread', () => {
  it.each([
    // 96 400 inhabitants are a size 3 (80 000 to 175 000): 75 000 € a year; size 2: 60 000 €.
    [['On couvre 96 400 habitants, quelle taille ?', 'et le fonctionnement du coup ?'], ['75 000 €'], ['60 000 €']],
    [
      ['On couvre 96 400 habitants, quelle taille ?', 'et le fonctionnement ?', 'et pour une taille 2 ?'],
      ['60 000 €', 'taille 2'],
      ['75 000 €', 'taille 3'],
    ],
    // What was asked for is given: 85 000 inhabitants, size 3, 75 000 €.
    [['combien ma cpts va toucher cette année ?', 'on est 85 000 habitants'], ['75 000 €'], ['Pour aller plus loin']],
    [['combien ma cpts va toucher cette année ?', '85 000'], ['75 000 €', 'taille 3'], ['Pour aller plus loin']],
    // Five years from 20 October 2022, less a day: 19 October 2027.
    [["c'est quand la fin de notre contrat ?", 'signé le 20 octobre 2022'], ['19 octobre 2027'], ['à quelle date']],
    // Access: + 6 and + 18 months; care pathways and prevention: + 12 and + 24.
    [
      ["On a signé le 10 mars 2025, quelles dates pour l'accès aux soins ?", 'et pour les parcours ?'],
      ['10 mars 2026', '10 mars 2027'],
      ['10 septembre'],
    ],
    [
      [
        "On a signé le 10 mars 2025, quelles dates pour l'accès aux soins ?",
        'et les parcours ?',
        'et la crise sanitaire ?',
      ],
      ['10 septembre 2025', '10 septembre 2026'],
      ['parcours pluriprofessionnels'],
    ],
    // The day asked about does not outlive its question.
    [["Plafond annuel d'une taille 1 en 2020 ?", 'et maintenant ?'], ['287 500 €', '21 novembre 2026'], []],
    [["Plafond annuel d'une taille 1 ?", "et avant l'avenant 2 ?"], ['220 000 €', '30 mars 2022'], ['287 500 €']],
    // 30 000 × 75 % × 6/12 = 11 250 €, in four turns.
    [
      [
        'part fixe de 30 000 € dans notre contrat, combien au démarrage de la mission ?',
        'le contrat est du 1er avril 2025',
        'la mission a démarré le 1er octobre 2025',
      ],
      ['11 250 €'],
      [],
    ],
    // English: size 1, then size 4.
    [['What is the cap for size 1?', 'and for size 4?'], ['€580,000', 'size 4'], ['€287,500']],
  ])('understands %j', async (texts, said, unsaid) => {
    const { text, answer } = await last(...texts);
    expect(answer.kind).toBe('answered');
    for (const words of said) expect(text).toContain(words);
    for (const words of unsaid) expect(text).not.toContain(words);
  });

  it.each([
    ['needs-input', 'combien ma cpts va toucher cette année ?', "combien d'habitants"],
    ['needs-input', "c'est quand la fin de notre contrat ?", 'à quelle date le contrat a-t-il été signé'],
  ])('asks for what is missing (%s): %s', async (kind, text, asked) => {
    const turn = await ask(text);
    expect(turn.answer.kind).toBe(kind);
    expect(turn.text).toContain(asked);
  });

  it('leaves its subject for a new one', async () => {
    const { text } = await last('Plafond annuel d’une taille 1 ?', 'Quelles sont les missions socles ?');
    expect(text).toContain('missions socles');
    expect(text).not.toContain('287 500');
  });

  it('keeps the facts of the community from one subject to the next', async () => {
    const turns = await askThread([
      'Nous sommes une taille 1, quel plafond ?',
      'Quel est notre financement de fonctionnement ?',
    ]);
    expect(turns[1]?.text).toContain('50 000 €');
  });

  it('remembers nothing of a refused question, and goes on from the one before', async () => {
    const [first, refused, third] = await askThread([
      "Plafond annuel d'une taille 1 ?",
      'et pour mon patient de 62 ans diabétique, né le 03/04/2020 ?',
      'et pour une taille 4 ?',
    ]);
    expect(refused?.answer.kind).toBe('refused');
    expect(refused?.answer.fil).toEqual(first?.answer.fil);
    expect(third?.text).toContain('580 000 €');
    expect(third?.text).not.toMatch(/62|2020/);
  });

  it('gives the same answer when the same thread is asked again', async () => {
    const texts = ['On couvre 96 400 habitants ?', 'et le fonctionnement ?', 'et en taille 2 ?'];
    expect((await askThread(texts)).map(({ text }) => text)).toEqual((await askThread(texts)).map(({ text }) => text));
  });
});

describe('the day of an answer', () => {
  it.each([
    ['plafond taille 1 en mai 2022 ?', '31 mai 2022', '287 500 €'],
    // The eve and the day of avenant 2 (31 March 2022).
    ['plafond taille 1 au 30 mars 2022 ?', '30 mars 2022', '220 000 €'],
    ['plafond taille 1 au 31 mars 2022 ?', '31 mars 2022', '287 500 €'],
    ["plafond taille 1 avant l'avenant 2 ?", '30 mars 2022', '220 000 €'],
    ['plafond taille 1 en 2031 ?', '31 décembre 2031', '287 500 €'],
  ])('is the one of its words, and is shown: %s', async (text, day, amount) => {
    const turn = await ask(text);
    expect(turn.text).toContain(`Réponse au ${day}.`);
    expect(turn.text).toContain(`jour retenu pour la période demandée : ${day}`);
    expect(turn.text).toContain(amount);
  });

  it('to come is answered with the rules known today, and says so', async () => {
    const warning = 'règles connues au 21 novembre 2026, qui peuvent changer';
    expect((await ask('plafond taille 1 en 2031 ?')).text).toContain(warning);
    expect((await ask('plafond taille 1 en mai 2022 ?')).text).not.toContain(warning);
  });

  it('is today when nothing is said, or the option', async () => {
    expect((await ask('plafond taille 1 ?')).text).toContain('Réponse au 21 novembre 2026.');
    const asOf = '2021-05-01' as CalendarDate;
    const turn = await ask('plafond taille 1 ?', { asOf });
    expect(turn.text).toContain('Réponse au 1er mai 2021.');
    expect(turn.text).toContain('220 000 €');
  });
});

describe('an answer in English', () => {
  it('is in English, and marks the passages that stay in French', async () => {
    const { text, answer } = await ask('What are the core missions?');
    expect(answer.lang).toBe('en');
    expect(text).toContain('(passage in French)');
    expect(text).toContain('Answer as at 21 November 2026.');
    const quoted = answer.enonces.filter(({ enonce }) => enonce.origin.type === 'passage').length;
    expect(text.split('(passage in French)').length - 1).toBe(quoted);
  });

  it('marks no sentence of ours, and none in French', async () => {
    expect((await ask('How much is the running-cost money for a size 4 CPTS?')).text).not.toContain(
      '(passage in French)',
    );
    expect((await ask('Quelles sont les missions socles ?')).text).not.toContain('(passage en français)');
  });

  it('is in the language asked for when there is one, whatever the words', async () => {
    expect((await ask('plafond taille 1 ?', { lang: 'en' })).text).toContain('€287,500');
  });
});
