import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findUnreadable } from './find-unreadable.ts';

describe('findUnreadable', () => {
  it.each([
    ['nothing', '', 'interface-question-vide'],
    ['blanks', ' \n\t\u00a0', 'interface-question-vide'],
    // 4 000 characters are read, one more is not.
    ['one character too many', 'a'.repeat(4_001), 'interface-question-longue'],
    ['twenty thousand characters', 'Quelle taille ? '.repeat(1_250), 'interface-question-longue'],
    ['emoji', '😀🤷‍♀️👍🏽', 'interface-sans-mots'],
    ['emoji keycaps', '1️⃣2️⃣#️⃣', 'interface-sans-mots'],
    ['punctuation', '?!… ;', 'interface-sans-mots'],
    ['invisible characters', '\u200b\u2060', 'interface-sans-mots'],
    ['replacement characters', '\ufffd\ufffd\ufffd taille', 'interface-question-illisible'],
    ['UTF-8 read as Latin-1', 'DÃ©lai prÃ©vu Ã  dÃ©poser', 'interface-question-illisible'],
    ['control characters', 'taille\u0000\u0001\u0002', 'interface-question-illisible'],
    ['half of a surrogate pair', '\ud83d taille', 'interface-question-illisible'],
  ])('stops on %s', (_, text, code) => {
    expect(findUnreadable(text)?.code).toBe(code);
  });

  it.each([
    ['a question', 'Quelle taille pour 85 000 habitants ?'],
    ['the longest question', 'a'.repeat(4_000)],
    ['a figure alone', '56 250 €'],
    ['one damaged character in a sentence', 'Quel est le financement d\ufffdune CPTS de taille 2 ?'],
    ['emoji beside words', 'merci 🙏 et pour la taille 3 ?'],
    ['line breaks and tabs', 'Bonjour,\r\n\tquelle taille ?'],
    ['another script', '什么是 CPTS'],
    ['the words of SQL', "'; DROP TABLE cpts; --"],
    ['marks of HTML', '<script>alert("taille")</script>'],
  ])('reads %s', (_, text) => {
    expect(findUnreadable(text)).toBeUndefined();
  });

  it('says how long the text is and how long it may be', () => {
    expect(findUnreadable(` ${'a'.repeat(4_001)} `)?.args).toEqual({
      longueur: { kind: 'nombre', valeur: 4_001 },
      limite: { kind: 'nombre', valeur: 4_000 },
    });
  });

  it('has an answer for any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const code = findUnreadable(text)?.code ?? 'lisible';
        expect(code).toMatch(/^(?:lisible|interface-(?:question-(?:vide|illisible)|sans-mots))$/);
      }),
    );
  });
});
