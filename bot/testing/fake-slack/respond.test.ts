import { describe, expect, it } from 'vitest';
import { callApi, callResponseUrl, startStrict } from './call-api-testing.ts';

/** Nobody listens here: response URLs work all the same. */
const ALONE = { socketWaitMs: 1 };

const blocks = [
  { type: 'section', text: { type: 'mrkdwn', text: 'Voici' } },
  { type: 'actions', elements: [{ type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'Oui' } }] },
];

describe('a response URL', () => {
  it('shows a message to the person alone, or to all', async () => {
    const slack = await startStrict(ALONE);
    const run = await slack.command({ text: 'plafond', user: 'U0BOB' });
    expect(run).toMatchObject({ acked: false, reason: 'no_socket', attempts: 1 });
    await callResponseUrl(run.responseUrl, { text: 'Pour vous' });
    await callResponseUrl(run.responseUrl, { text: 'Pour tous', response_type: 'in_channel' });
    expect(slack.ephemerals()).toMatchObject([{ channel: 'C0GENERAL', user: 'U0BOB', text: 'Pour vous' }]);
    expect(slack.messages()).toMatchObject([{ channel: 'C0GENERAL', text: 'Pour tous' }]);
    expect(run.responses()).toEqual([...slack.ephemerals(), ...slack.messages()]);
  });

  it('serves five times', async () => {
    const slack = await startStrict(ALONE);
    const { responseUrl } = await slack.command({ text: '' });
    for (let use = 1; use <= 5; use += 1) expect((await callResponseUrl(responseUrl, { text: 'a' })).ok).toBe(true);
    expect(await callResponseUrl(responseUrl, { text: 'a' })).toMatchObject({ status: 404, error: 'used_url' });
    expect(slack.takeViolations()).toEqual(['response_url: used more than 5 times']);
  });

  it.each([
    [30 * 60_000, 200],
    [30 * 60_000 + 1, 404],
  ])('serves for half an hour: after %d ms it answers %d', async (age, status) => {
    let now = 1_700_000_000_000;
    const slack = await startStrict({ ...ALONE, now: () => now });
    const { responseUrl } = await slack.command({ text: '' });
    now += age;
    const answer = await callResponseUrl(responseUrl, { text: 'a' });
    expect(answer).toMatchObject(status === 200 ? { status, ok: true } : { status, error: 'expired_url' });
  });

  it.each([
    [{ text: 'a', channel: 'C0GENERAL' }, 'invalid_arguments', 'arguments has what is not expected: channel'],
    [{ text: 'a', response_type: 'all' }, 'invalid_arguments', 'arguments.response_type must be'],
    [{ text: 'a', blocks: [{ type: 'section' }] }, 'invalid_blocks', 'blocks[0] has neither'],
    [{ replace_original: true, text: 'a' }, 'message_not_found', 'there is no original'],
    [{}, 'no_text', 'there is neither text nor blocks'],
  ])('refuses %j', async (message, error, violation) => {
    const slack = await startStrict(ALONE);
    const { responseUrl } = await slack.command({ text: '' });
    expect(await callResponseUrl(responseUrl, message)).toMatchObject({ error });
    expect(slack.takeViolations()).toEqual([expect.stringContaining(`response_url: ${violation}`)]);
  });

  it('was handed out, or is refused', async () => {
    const slack = await startStrict(ALONE);
    const { responseUrl } = await slack.command({ text: '' });
    expect(await callResponseUrl(`${responseUrl}0`, { text: 'a' })).toMatchObject({ status: 404 });
    const form = await fetch(responseUrl, { method: 'POST', body: new URLSearchParams({ text: 'a' }) });
    expect(await form.json()).toMatchObject({ ok: false });
    expect(slack.takeViolations()).toHaveLength(2);
  });

  it('replaces or deletes the message of the button that was pressed', async () => {
    const slack = await startStrict(ALONE);
    await callApi(slack, 'chat.postMessage', { channel: 'C0GENERAL', text: 'Voici', blocks });
    const [message] = slack.messages();
    if (message === undefined) throw new Error('nothing was posted');
    const click = await slack.clickButton({ message, actionId: 'a' });
    await callResponseUrl(click.responseUrl, { replace_original: true, text: 'Fait' });
    expect(slack.messages()).toMatchObject([{ ts: message.ts, text: 'Fait', blocks: [], edits: 1 }]);
    await expect(slack.clickButton({ message, actionId: 'a' })).rejects.toThrow('no button a');
    await callResponseUrl(click.responseUrl, { delete_original: true });
    expect(slack.messages()).toEqual([]);
    await expect(slack.clickButton({ message, actionId: 'a' })).rejects.toThrow('no longer there');
  });

  it('fails as it is told', async () => {
    const slack = await startStrict(ALONE);
    const { responseUrl } = await slack.command({ text: '' });
    slack.failNext('response_url', { kind: 'server-error', status: 500, applied: false });
    expect((await fetch(responseUrl, json({ text: 'a' }))).status).toBe(500);
    expect(slack.ephemerals()).toEqual([]);
  });

  it('is for those who see the message', async () => {
    const slack = await startStrict(ALONE);
    const { responseUrl } = await slack.command({ text: '' });
    await callResponseUrl(responseUrl, { text: 'Voici', blocks });
    const [message] = slack.ephemerals();
    if (message === undefined) throw new Error('nothing was shown');
    await expect(slack.clickButton({ message, actionId: 'a', user: 'U0BOB' })).rejects.toThrow('U0BOB does not see');
  });
});

function json(body: object): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
