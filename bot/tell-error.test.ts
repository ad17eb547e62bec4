import { describe, expect, it } from 'vitest';
import { BotError } from '#corpus/law/bot-error.ts';
import { type Incident, tellError } from './tell-error.ts';

function tell(error: unknown) {
  const told: string[] = [];
  const logged: Incident[] = [];
  tellError(error, { err: (text) => void told.push(text), log: (incident) => void logged.push(incident) });
  return { told: told.join(''), logged };
}

describe('tellError', () => {
  it('tells what is broken, what to do and the code', () => {
    const { told, logged } = tell(new BotError('ERR_REGLAGE', 'Réglage non valide', 'Voyez .env.example.'));
    expect(told).toBe('Réglage non valide\nVoyez .env.example. [ERR_REGLAGE]\n');
    expect(logged).toEqual([]);
  });

  it.each([new TypeError('secret'), 'secret'])(
    'tells a defect by a code, and lets its words reach neither the person nor the journal: %s',
    (error) => {
      const { told, logged } = tell(error);
      expect(told).toContain('[ERR_INTERNE]');
      expect(told).not.toMatch(/secret| at /);
      expect(logged).toMatchObject([{ code: 'ERR_INTERNE' }]);
      expect(JSON.stringify(logged)).not.toContain('secret');
    },
  );
});
