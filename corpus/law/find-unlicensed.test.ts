import { describe, expect, it } from 'vitest';
import type { Figure } from './figure.ts';
import { findUnlicensed } from './find-unlicensed.ts';
import { renderLicensed } from './licensed-text.ts';

/** A figure of a tool, or of a source. */
function figure(text: string, type: 'tool' | 'source' = 'tool'): Figure {
  const origin = type === 'tool' ? { type, tool: 't', step: 's' } : { type, passage: 'p', span: [0, 1] as const };
  return { text, value: text, unit: 'nombre', label: 'x', statut: null, confiance: null, origin, references: [] };
}

describe('findUnlicensed', () => {
  it.each([
    [['soit ', figure('12'), ' membres'], undefined],
    [['soit 12 membres'], '12'],
    [['soit ', figure('12'), ' ou douze'], 'douze'],
    [['soit ', figure('12'), ' €'], '2 €'],
    [['soit $ ', figure('12')], '$ 1'],
    // The words of a source go on after its figure.
    [['soit ', figure('12', 'source'), ' €'], undefined],
  ])('%#', (pieces, found) => {
    const rendered = renderLicensed(pieces);
    const span = findUnlicensed(rendered);
    expect(span && rendered.text.slice(span.start, span.end)).toBe(found);
  });
});
