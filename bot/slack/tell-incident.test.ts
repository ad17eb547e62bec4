import { describe, expect, it } from 'vitest';
import { BotError } from '#corpus/law/bot-error.ts';
import { findFigures } from '#corpus/law/find-figures.ts';
import { renderMessage } from '../answer/render-message.ts';
import type { Incident } from '../tell-error.ts';
import { loadTestAssembly, TODAY } from '../testing/load-test-assembly.ts';
import { sealPayload } from './outgoing/seal-payload.ts';
import type { Destination, OutgoingMessage } from './outgoing/slack-sender.ts';
import type { SlackContext } from './slack-context.ts';
import { noteIncident, tellIncident } from './tell-incident.ts';

const { vocabulary } = loadTestAssembly().pipeline;
const TO = { channel: 'C1', threadTs: '1.1', id: 'ce490b6e-d4a7-582c-ad21-fa98ef850ddf' };
const speaker = { lang: 'fr', tool: 'interface', statut: null, confiance: null, references: [], asOf: TODAY } as const;

/** The journal, the real sentences, and a sender that keeps what it is given or fails. */
function createContext(failure?: unknown) {
  const noted: Incident[] = [];
  const posted: { readonly text: unknown; readonly to: Destination }[] = [];
  const context = {
    journal: (incident: Incident) => void noted.push(incident),
    say: (code: string, args = {}) => renderMessage({ code, args }, speaker, vocabulary),
    sender: {
      async post(message: OutgoingMessage, to: Destination) {
        if (failure) throw failure;
        posted.push({ text: sealPayload(message).text, to });
      },
    },
  } as unknown as SlackContext;
  return { context, noted, posted };
}

describe('noteIncident', () => {
  it('gives the person a sentence with a reference, and the journal the exception under it', () => {
    const { context, noted } = createContext();
    const { text } = sealPayload(noteIncident(new TypeError('the secret cause'), context));
    const [{ reference = '', code, exception } = {}] = noted;
    expect(text).toMatch(new RegExp(`référence ${reference}.*\\(ERR_INTERNE\\)`));
    expect(text).not.toContain('secret');
    expect([code, exception]).toEqual([
      'ERR_INTERNE',
      expect.stringMatching(/^TypeError\n {4}at bot\/slack\/tell-incident/),
    ]);
    expect(noted).toHaveLength(1);
  });

  it('draws references that differ, and that nobody can read as a number', () => {
    const { context, noted } = createContext();
    for (let drawn = 0; drawn < 2000; drawn += 1) noteIncident(new Error('x'), context);
    const references = noted.map(({ reference }) => reference ?? '');
    expect(references.filter((reference) => findFigures(`la référence ${reference} à`).length > 0)).toEqual([]);
    expect(references.filter((reference) => !/^[A-Z]{6}$/.test(reference))).toEqual([]);
    // 14⁶ = 7 529 536 references: two alike among 2 000 are there once in four runs, ten alike never.
    expect(new Set(references).size).toBeGreaterThan(1990);
  });
});

describe('tellIncident', () => {
  it('tells in the thread', async () => {
    const { context, noted, posted } = createContext();
    await tellIncident(new Error('x'), TO, 'U1', context);
    expect(posted).toEqual([{ text: expect.stringContaining(noted[0]?.reference ?? 'none'), to: TO }]);
  });

  it('tells the person alone when the bot may not write where she asked', async () => {
    const { context, noted, posted } = createContext();
    await tellIncident(new BotError('ERR_SLACK_CANAL', 'x', 'y'), TO, 'U1', context);
    expect(posted).toEqual([{ text: expect.stringContaining('/invite'), to: { channel: 'U1', id: TO.id } }]);
    expect(noted).toEqual([expect.objectContaining({ code: 'ERR_SLACK_CANAL' })]);
  });

  it.each(['ERR_SLACK_JETON', 'ERR_SLACK_INJOIGNABLE', 'ERR_SLACK_ARRET'])(
    'only notes it when no way leads to the person: %s',
    async (code) => {
      const { context, noted, posted } = createContext();
      await tellIncident(new BotError(code, 'x', 'y'), TO, 'U1', context);
      expect([posted, noted]).toEqual([[], [expect.objectContaining({ code })]]);
    },
  );

  it('notes a second failure besides the first, and never fails itself', async () => {
    const { context, noted } = createContext(new BotError('ERR_SLACK_REFUS', 'x', 'y'));
    await tellIncident(new Error('x'), TO, 'U1', context);
    expect(noted.map(({ code }) => code)).toEqual(['ERR_INTERNE', 'ERR_SLACK_REFUS']);
  });
});
