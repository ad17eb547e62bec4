import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '#corpus/law/figure.ts';
import { type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';
import { neutraliseMarkdown } from './neutralise-markdown.ts';

/** Signs of Markdown and of Slack, invisible and turning characters, blanks, letters: what a hostile text is made of. */
const SIGNS = [
  ...['*', '**', '_', '~~', '`', '```', '\\', '#', '##', '|', '<', '>', '[', ']', '(', ')', '!', '&', ':', '@', '.'],
  ...['-', '---', '+', '=', '===', '1.', '2)', '\n', '\n\n', '\r', '\t', ' ', '    ', '\u00a0', '\u200b', '\u202e'],
  ...[
    '\u2028',
    '\u0001',
    'a',
    'Z',
    '7',
    'é',
    'e\u0301',
    'here',
    'channel',
    'https',
    '://',
    'www',
    'ameli',
    'fr',
    'x1f',
  ],
  ...[
    '<!channel>',
    '<@U1>',
    '[x](https://y.fr)',
    '![x](y)',
    ':tada:',
    '&lt;',
    '&#53;',
    'a@b.fr',
    '| a | b |',
    '75\u202f000 €',
    '\ud83c',
  ],
];
const hostile = fc.array(fc.constantFrom(...SIGNS), { maxLength: 14 }).map((signs) => signs.join(''));
const licensed: fc.Arbitrary<LicensedText> = fc.array(fc.oneof(hostile, hostile.map(toFigure)), { maxLength: 6 });

describe('neutraliseMarkdown', () => {
  it.each([
    ['emphasis', '*gras* **gras** _penché_ ~~barré~~', '∗gras∗ ∗∗gras∗∗ ＿penché＿ ∼∼barré∼∼'],
    ['emphasis in the middle of a word, and of a sum', 'a*b*c 2*3*4', 'a∗b∗c 2∗3∗4'],
    ['code, and the sign that would spare one', '`x` ```y``` \\*', '‵x‵ ‵‵‵y‵‵‵ ∖∗'],
    ['a title', '# Titre\n  ## Autre', '＃ Titre\n\u00a0\u00a0＃＃ Autre'],
    ['a title by its line', 'Titre\n===\nAutre\n---', 'Titre\n＝＝＝\nAutre\n‐‐‐'],
    ['a link', '[ici](https://x.fr) [a][b] [b]: c', '[ici］(https∶//x․fr) [a］[b] [b］: c'],
    ['a note', 'x[^1]', 'x［^1]'],
    ['a picture', '![x](y)', '![x］(y)'],
    ['an address', 'http://x.fr www.ameli.fr a@b.fr', 'http∶//x․fr www․ameli․fr a＠b․fr'],
    ['a mention, a call, a channel', '<@U1> <!channel> @here #general', '˂＠U1˃ ˂!channel˃ ＠here ＃general'],
    ['an emoji by its name', 'fini :tada:', 'fini ∶tada:'],
    ['an entity', '&lt;b&gt; &#53;', '＆lt;b＆gt; &＃53;'],
    ['HTML', '<b>x</b>', '˂b˃x˂/b˃'],
    ['a list', '- a\n + b\n* c', '‐ a\n\u00a0＋ b\n∗ c'],
    ['a list that Slack would number', '2024. Puis\n3) enfin', '2024․ Puis\n3） enfin'],
    ['a block of code by its margin', '    x\n\ty', '\u00a0\u00a0\u00a0\u00a0x\n\u00a0y'],
    ['a table', '| a | b |', '∣ a ∣ b ∣'],
    ['a quotation', '> x', '˃ x'],
    ['characters that turn the reading round', '\u202exued\u202c', '\u2060xued\u2060'],
  ])('takes away the meaning of %s', (_, written, shown) => {
    expect(neutraliseMarkdown([written])).toEqual([shown]);
  });

  it.each([
    'CPTS : 10 h 30, 75\u202f000 € et prix/an (soit 1,5 fois).',
    "D'après Le Quotidien du médecin (29 septembre 2020), R&D : oui ! Non ?",
    'Au 21 novembre 2026, le plafond est de 287\u202f500 €. Il était de 3,5 % ; 5 - 3 = 2.',
    'De 10:30 à 11:15. Art. L. 1434-12. [1] [2]',
  ])('leaves « %s » as it is', (honest) => {
    expect(neutraliseMarkdown([honest])).toEqual([honest]);
  });

  it('sees markup that is split across pieces, and inside figures', () => {
    const figure = toFigure('*75 000 €*');
    expect(neutraliseMarkdown(['[x', '](', 'http', '://y) ', figure, '\n', '1', '. z'])).toEqual([
      '[x',
      '］(',
      'http',
      '∶//y) ',
      { ...figure, text: '∗75 000 €∗' },
      '\n',
      '1',
      '․ z',
    ]);
  });

  it('leaves no markup, whatever is written, with every sign at its place and every figure what it is worth', () => {
    fc.assert(
      fc.property(licensed, (text) => {
        const neutral = neutraliseMarkdown(text);
        const { text: shown } = renderLicensed(neutral);
        expect(shown).not.toMatch(/[*_~`\\#|<>]|\][([:]|\[\^/);
        expect(shown).not.toMatch(/&#?[\p{L}\p{N}]+;/u);
        expect(shown).not.toMatch(/:\/\/|:[\p{L}\p{M}\p{N}_+'-]+:|@[\p{L}\p{N}]/u);
        expect(shown).not.toMatch(/[\p{L}\p{N}]\.\p{L}{2}/u);
        expect(shown).not.toMatch(/^[ \t]|^\s*(?:[-+=]|\d+[.)])/m);
        expect(neutral.map(toLength)).toEqual(text.map(toLength));
        expect(neutral.map(toWorth)).toEqual(text.map(toWorth));
        expect(neutraliseMarkdown(neutral)).toEqual(neutral);
      }),
      { numRuns: 1000 },
    );
  });
});

function toFigure(text: string): Figure {
  const origin = { type: 'question', span: [0, text.length] } as const;
  const known = { statut: null, confiance: null, references: [] };
  return { text, value: text, unit: 'identifiant', label: 'echo', origin, ...known };
}

function toLength(piece: LicensedText[number]): number {
  return typeof piece === 'string' ? piece.length : piece.text.length;
}

function toWorth(piece: LicensedText[number]): unknown {
  return typeof piece === 'string' ? 'words' : { ...piece, text: '' };
}
