import { describe, expect, it } from 'vitest';
import { callApi } from './call-api-testing.ts';
import { startFakeSlack } from './start-fake-slack.ts';

describe('the fake Slack', () => {
  it('ends with the violations it saw, unless they were expected or taken', async () => {
    const [blamed, excused, looked] = await Promise.all([startFakeSlack(), startFakeSlack(), startFakeSlack()]);
    for (const slack of [blamed, excused, looked]) await callApi(slack, 'chat.meMessage', {});
    expect(() => blamed.assertClean()).toThrow('chat.meMessage');
    expect(looked.takeViolations()).toEqual(['chat.meMessage: the fake knows no such method']);
    await expect(blamed.close()).rejects.toThrow('- chat.meMessage: the fake knows no such method');
    await excused.close({ expected: true });
    await looked.close();
    await expect(callApi(blamed, 'auth.test', {})).rejects.toThrow('fetch failed');
  });

  it('tells what was waited for in vain, and ends every wait when it is closed', async () => {
    const slack = await startFakeSlack();
    const never = () => undefined;
    await expect(slack.waitFor(never, { timeoutMs: 1, what: 'an answer' })).rejects.toThrow(
      '1 ms went by while waiting for an answer',
    );
    const waiting = expect(slack.waitFor(never, { what: 'an answer' })).rejects.toThrow('was closed while waiting');
    const event = slack.mention({ text: 'Bonjour' });
    await slack.close();
    await waiting;
    expect(await event).toMatchObject({ acked: false, reason: 'no_socket' });
    await expect(slack.waitFor(never)).rejects.toThrow('was closed');
  });

  it('gives each message a later timestamp, whatever the clock says', async () => {
    const slack = await startFakeSlack({ now: () => 1_700_000_000_000 });
    const post = async () => (await callApi(slack, 'chat.postMessage', { channel: 'C0GENERAL', text: 'a' })).ts;
    expect([await post(), await post()]).toEqual(['1700000000.000000', '1700000000.000001']);
    await slack.close();
  });
});
