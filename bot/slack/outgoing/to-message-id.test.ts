import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMessageId } from './to-message-id.ts';

describe('toMessageId', () => {
  it('is an UUID made from a name, version 5, always the same for the same parts', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 5 }), (parts) => {
        const id = toMessageId(...parts);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(toMessageId(...parts)).toBe(id);
      }),
    );
  });

  it('stays what it is from one version to the next: Slack may still hold the message', () => {
    expect(toMessageId('reponse', 'T1', 'C1', '1764.0001', '')).toBe('ce490b6e-d4a7-582c-ad21-fa98ef850ddf');
  });

  it('differs when any part does, wherever it is cut', () => {
    const all = [['a', 'b'], ['ab'], ['a', 'b', ''], ['', 'a', 'b'], ['b', 'a'], ['a","b'], []];
    expect(new Set(all.map((parts) => toMessageId(...parts))).size).toBe(all.length);
  });
});
