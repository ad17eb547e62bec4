import { describe, expect, it } from 'vitest';
import { callApi, startStrict } from '../call-api-testing.ts';

const scopes = ['assistant:write', 'chat:write', 'im:history'];
const prompts = [{ title: 'Financement', message: 'Quel est notre financement ?' }];

describe('the conversation with an agent', () => {
  it('offers prompts and bears titles', async () => {
    const slack = await startStrict({ scopes, socketWaitMs: 1, retryDelaysMs: [] });
    const { channel, ts: threadTs } = await slack.directMessage({ text: 'Bonjour' });
    const offered = { channel_id: channel, prompts, title: 'Pour commencer' };
    await callApi(slack, 'assistant.threads.setSuggestedPrompts', offered);
    await callApi(slack, 'assistant.threads.setTitle', { channel_id: channel, thread_ts: threadTs, title: 'Plafond' });
    expect(slack.prompts(channel)).toEqual([{ channel, prompts, title: 'Pour commencer' }]);
    expect(slack.titles()).toEqual([{ channel, thread_ts: threadTs, title: 'Plafond' }]);
  });

  it('takes prompts for a thread from the assistants of before only', async () => {
    const threadTs = '1700000000.000001';
    const args = { channel_id: 'D0ALICE', thread_ts: threadTs, prompts };
    const agent = await startStrict({ scopes });
    expect(await callApi(agent, 'assistant.threads.setSuggestedPrompts', args)).toMatchObject({ ok: true });
    expect(agent.prompts()).toEqual([]);
    expect(agent.takeViolations()).toHaveLength(1);
    const before = await startStrict({ scopes, experience: 'assistant' });
    await callApi(before, 'assistant.threads.setSuggestedPrompts', args);
    expect(before.prompts()).toMatchObject([{ thread_ts: threadTs }]);
  });

  it.each([
    [{ prompts: Array(5).fill(prompts[0]) }, 'arguments.prompts has 5 items, the limit is 4'],
    [{ prompts: [{ title: 'a' }] }, 'arguments.prompts[0].message is missing'],
    [{ prompts, channel_id: 'C0GENERAL' }, 'prompts are for the conversation with one person'],
  ])('refuses %j', async (args, problem) => {
    const slack = await startStrict({ scopes });
    await callApi(slack, 'assistant.threads.setSuggestedPrompts', { channel_id: 'D0ALICE', ...args });
    expect(slack.takeViolations()).toEqual([expect.stringContaining(problem)]);
  });

  it.each([
    ['agent', 'assistant_thread_started', 'is for the assistant experience'],
    ['assistant', 'app_context_changed', 'is for the agent experience'],
  ] as const)('in the %s experience, hears no %s', async (experience, type, problem) => {
    const slack = await startStrict({ experience, events: [type] });
    await expect(slack.sendEvent({ type, channel: 'D0ALICE', user: 'U0ALICE' })).rejects.toThrow(problem);
  });
});
