import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '#corpus/law/figure.ts';
import { type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';
import { escapeMrkdwn, neutralise } from './neutralise.ts';

/** Signs of Slack's markup, invisible and turning characters, letters, blanks: what a hostile text is made of. */
const SIGNS = [
  ...['*', '_', '~', '`', '```', ':', '@', '<', '>', '&', '|', '!', '#', '/', '-', '+', "'", '\n', '\r', '\t', ' '],
  ...['\u00a0', '\u202f', '\u200b', '\u202e', '\u2066', '\u0001', '\u007f', '\u2028', 'é', 'e\u0301', 'a', 'Z', '7'],
  ...[
    '<!channel>',
    '<@U1>',
    '<https://x|y>',
    ':tada:',
    '@here',
    '&amp;',
    '&lt;',
    'here',
    'deux',
    '75\u202f000 €',
    '🎉',
    '\ud83c',
  ],
];
const hostile = fc.array(fc.constantFrom(...SIGNS), { maxLength: 12 }).map((signs) => signs.join(''));
const licensed: fc.Arbitrary<LicensedText> = fc.array(
  fc.oneof(
    hostile,
    hostile.map((text) => toFigure(text)),
  ),
  { maxLength: 6 },
);

describe('neutralise', () => {
  it.each([
    ['emphasis', '*gras* _penché_ ~barré~ `code`', '∗gras∗ ＿penché＿ ∼barré∼ ‵code‵'],
    ['emphasis of emphasis', '*_~x~_*', '∗＿∼x∼＿∗'],
    ['a block of code', '```x```', '‵‵‵x‵‵‵'],
    ['a block of code glued to words', 'a```x```b', 'a‵‵‵x‵‵‵b'],
    ['emphasis beside a mark of punctuation', '(*x*), «_y_»', '(∗x∗), «＿y＿»'],
    ['an emoji by its name', 'fini :tada:', 'fini ∶tada:'],
    ['an emoji glued to a word', 'fini:tada:!', 'fini∶tada:!'],
    ['an emoji with a skin', ':wave::skin-tone-2:', '∶wave:∶skin-tone-2:'],
    ['an emoji whose name has accents, composed or not', ':fête: :fe\u0302te:', '∶fête: ∶fe\u0302te:'],
    ['a call to everybody', '@here @CHANNEL @everyone', '＠here ＠CHANNEL ＠everyone'],
    ['a quotation', '> x\n >y\n>>> z', '˃ x\n ˃y\n˃>> z'],
    ['characters that turn the reading round', '\u202exued\u202c', '\u2060xued\u2060'],
    ['characters that nothing shows', 'dou\u0001ze\u007f', 'dou\u2060ze\u2060'],
    // Half of an emoji would make JSON that Slack cannot read.
    ['half of a character', 'a\ud83d b', 'a\ufffd b'],
    ['ends of line that are not plain ones', 'a\rb\u2028c', 'a b\nc'],
  ])('takes away the meaning of %s', (_, written, shown) => {
    expect(neutralise([written])).toEqual([shown]);
  });

  it.each([
    'CPTS : 10 h 30, 75\u202f000 € et prix/an',
    "l'exercice_2024, rapport_d_activite.pdf, 2*3 et a~b",
    'nom@exemple.fr, @hereditaire',
    'Voir https://www.ameli.fr/accord_2019*1 : oui',
    'De 10:30 à 11:15, soit 1:2',
    '5 > 4 et a -> b',
    'Ligne\n- puce\tcolonne',
  ])('leaves « %s » as it is', (honest) => {
    expect(neutralise([honest])).toEqual([honest]);
  });

  it('sees markup that is split across pieces, and inside figures', () => {
    const figure = toFigure('*75 000 €*');
    expect(neutralise([':ta', 'da', ':', ' *', figure, '* @he', 're'])).toEqual([
      '∶ta',
      'da',
      ':',
      ' ∗',
      { ...figure, text: '∗75 000 €∗' },
      '∗ ＠he',
      're',
    ]);
  });

  it('keeps every sign at its place, and every figure what it is worth', () => {
    fc.assert(
      fc.property(licensed, (text) => {
        const neutral = neutralise(text);
        expect(neutral.map(toLength)).toEqual(text.map(toLength));
        expect(neutral.map(toWorth)).toEqual(text.map(toWorth));
        expect(neutralise(neutral)).toEqual(neutral);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('escapeMrkdwn', () => {
  it.each([
    ['<!channel>', '&lt;!channel&gt;'],
    ['<@U1> & <#C1>', '&lt;@U1&gt; &amp; &lt;#C1&gt;'],
    ['<https://x|y>', '&lt;https://x|y&gt;'],
    ['&lt;!here&gt;', '&amp;lt;!here&amp;gt;'],
  ])('writes « %s » so that Slack shows it and does nothing', (text, escaped) => {
    const figure = toFigure(text);
    expect(escapeMrkdwn([text, figure])).toEqual([escaped, { ...figure, text: escaped }]);
  });

  it('leaves no sign of markup in a neutral text, whatever is written', () => {
    fc.assert(
      fc.property(licensed, (text) => {
        const { text: shown, licences } = renderLicensed(escapeMrkdwn(neutralise(text)));
        expect(shown).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/);
        expect(shown).not.toMatch(/:[\p{L}\p{M}\p{N}_+'-]+:/u);
        expect(shown).not.toMatch(/(?:^|[^\p{L}\p{N}])[*_~`]|[*_~`](?:$|[^\p{L}\p{N}])/u);
        expect(shown).not.toMatch(/^\s*&gt;/m);
        // Read by Slack, the text is the neutral one again, figures in place.
        expect(decode(shown)).toBe(renderLicensed(neutralise(text)).text);
        expect(licences.map(({ start, end }) => shown.slice(start, end))).toEqual(
          licences.map(({ figure }) => figure.text),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

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
