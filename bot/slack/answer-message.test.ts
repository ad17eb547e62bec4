import { expect, it } from 'vitest';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';
import type { Incident } from '../tell-error.ts';
import { answerMessage } from './answer-message.ts';
import type { SlackContext } from './slack-context.ts';

it('lets a question go, and notes it, when too many answers wait for Slack', async () => {
  const incidents: Incident[] = [];
  // What is not given here must not be reached: neither the store beyond the claim, nor the sender.
  const context = {
    assembly: loadTestAssembly(),
    store: { claimEvent: async () => true },
    journal: (incident: Incident) => void incidents.push(incident),
    team: 'T0',
    now: () => 0,
    countWorks: () => 1001,
  } as unknown as SlackContext;
  const place = { channel: 'C0', ts: '1795300000.000100', threadTs: '1795300000.000100' };
  await answerMessage({ ...place, user: 'U0', version: '', text: 'Quel plafond ?' }, context);
  expect(incidents.map(({ code }) => code)).toEqual(['ERR_SLACK_ENCOMBRE']);
});
