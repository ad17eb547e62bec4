import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { callApi, startStrict } from '../call-api-testing.ts';
import type { FakeSlack } from '../fake-slack.ts';

const scopes = ['chat:write', 'files:write'];
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

/** Asks for an address, and sends bytes to it. */
async function send(slack: FakeSlack, filename: string, bytes: Buffer, length = bytes.length) {
  const asked = { filename, length, alt_txt: 'Un dessin' };
  const { upload_url: url, file_id: id } = await callApi(slack, 'files.getUploadURLExternal', asked);
  const sent = await fetch(String(url), { method: 'POST', body: new Uint8Array(bytes) });
  return { url: String(url), id: String(id), status: sent.status };
}

describe('a file', () => {
  it('is announced, sent and shown, and may then stand in blocks', async () => {
    const slack = await startStrict({ scopes });
    const channel = 'C0GENERAL';
    const first = await callApi(slack, 'chat.postMessage', { channel, text: 'Voici' });
    const { id, status } = await send(slack, 'dessin.png', PNG);
    expect({ status, shown: slack.files() }).toEqual({ status: 200, shown: [] });
    const image = { type: 'image', slack_file: { id }, alt_text: 'Un dessin' };
    const post = () => callApi(slack, 'chat.postMessage', { channel, text: 'Voici', blocks: [image] });
    expect(await post()).toMatchObject({ error: 'invalid_blocks' });
    expect(slack.takeViolations()).toEqual([`chat.postMessage: the file ${id} was not uploaded`]);
    const done = { files: [{ id, title: 'Calendrier' }], channel_id: channel, thread_ts: first.ts };
    const answer = await callApi(slack, 'files.completeUploadExternal', { ...done, initial_comment: 'Le calendrier' });
    expect(answer).toMatchObject({ ok: true, files: [{ id, title: 'Calendrier' }] });
    expect(slack.messages(channel)[1]).toMatchObject({ text: 'Le calendrier', files: [id], thread_ts: first.ts });
    expect(slack.files(channel)).toMatchObject([{ id, title: 'Calendrier', altText: 'Un dessin', bytes: PNG }]);
    expect(await post()).toMatchObject({ ok: true });
  });

  it('comes whole from the client of Slack', async () => {
    const slack = await startStrict({ scopes });
    const client = new webApi.WebClient(slack.botToken, { slackApiUrl: slack.apiUrl });
    const file = Buffer.from('a;b\n1;2\n');
    await client.files.uploadV2({ file, filename: 'trace.csv', title: 'Trace', channel_id: 'D0ALICE' });
    expect(slack.files('D0ALICE')).toMatchObject([{ name: 'trace.csv', title: 'Trace', bytes: file }]);
  });

  it('is refused when its bytes are not those announced, or come twice', async () => {
    const slack = await startStrict({ scopes });
    const { status, url, id } = await send(slack, 'trace.csv', PNG, 4);
    expect(status).toBe(400);
    expect((await fetch(url, { method: 'POST', body: 'abcd' })).status).toBe(404);
    const complete = (name: string) => callApi(slack, 'files.completeUploadExternal', { files: [{ id: name }] });
    expect(await complete(id)).toMatchObject({ error: 'invalid_upload' });
    expect(await complete('F0NONE')).toMatchObject({ error: 'file_not_found' });
    expect(slack.takeViolations()).toHaveLength(4);
  });

  it.each([
    [{ filename: 'a.png', length: 0 }, 'arguments.length is 0'],
    [{ filename: 'a.png', length: 1, alt_text: 'Un dessin' }, 'what is not expected: alt_text'],
    [{ filename: 'a.png', length: 1, alt_txt: 'a'.repeat(1001) }, 'arguments.alt_txt is 1 001 characters long'],
  ])('is not announced so: %j', async (args, problem) => {
    const slack = await startStrict({ scopes });
    expect((await callApi(slack, 'files.getUploadURLExternal', args)).error).toBe('invalid_arguments');
    expect(slack.takeViolations().join()).toContain(problem);
  });

  it('may be lost on the way', async () => {
    const slack = await startStrict({ scopes });
    slack.failNext('upload_url', { kind: 'server-error', status: 503, applied: false });
    expect((await send(slack, 'a.png', PNG)).status).toBe(503);
    slack.failNext('files.completeUploadExternal', { kind: 'error', error: 'file_type_not_allowed' });
    const { id } = await send(slack, 'a.png', PNG);
    expect(await callApi(slack, 'files.completeUploadExternal', { files: [{ id }] })).toMatchObject({
      error: 'file_type_not_allowed',
    });
  });

  it('in blocks is an image', async () => {
    const slack = await startStrict({ scopes });
    const { id } = await send(slack, 'trace.csv', PNG);
    await callApi(slack, 'files.completeUploadExternal', { files: [{ id }] });
    const image = { type: 'image', slack_file: { id }, alt_text: 'Un dessin' };
    const args = { channel: 'C0GENERAL', text: 'a', blocks: [image, { ...image, image_url: 'https://a.org/b.png' }] };
    await callApi(slack, 'chat.postMessage', args);
    await callApi(slack, 'chat.postMessage', { ...args, blocks: [image] });
    expect(slack.takeViolations()).toEqual([
      'chat.postMessage: blocks[1] needs either image_url or slack_file',
      `chat.postMessage: the file ${id} is no image: trace.csv`,
    ]);
  });
});
