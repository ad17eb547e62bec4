import { describe, expect, it } from 'vitest';
import { wrapText } from './wrap-text.ts';

describe('wrapText', () => {
  const line = 'Le financement du fonctionnement est de 75\u202f000\u00a0€ par an.';

  it.each([
    ['a file or a pipe', undefined, line],
    ['a terminal too narrow to help', 20, line],
    ['a line that fits', 80, line],
    ['a long line', 44, 'Le financement du fonctionnement est de\n75\u202f000\u00a0€ par an.'],
  ])('serves %s', (_, columns, expected) => {
    expect(wrapText(line, columns)).toBe(expected);
  });

  it('aligns what follows a list mark or a source number', () => {
    expect(wrapText(`- ${line}`, 44)).toBe('- Le financement du fonctionnement est de\n  75\u202f000\u00a0€ par an.');
    expect(wrapText(`[1] ${line}`, 44)).toBe(
      '[1] Le financement du fonctionnement est de\n    75\u202f000\u00a0€ par an.',
    );
  });

  it('changes nothing but spaces and ends of line', () => {
    const wrapped = wrapText(`${line} ${line}\n\n${line}`, 44);
    expect(wrapped.replace(/\n/g, ' ')).toBe(`${line} ${line}  ${line}`);
  });
});
