import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAnswer, readThread } from '../testing/read-thread.ts';
import { startTestBot, type TestBot } from '../testing/start-test-bot.ts';

describe.each(['socket', 'http'] as const)('what Slack sends twice over %s', (delivery) => {
  let slack: TestBot;
  beforeEach(async () => {
    slack = await startTestBot({ delivery });
  });
  afterEach(() => slack.close());

  /** Asks something else and waits for its answer: whatever came before has been dealt with. */
  async function settle(): Promise<void> {
    const next = await slack.fake.directMessage({ text: 'Quelles sont les missions socles ?' });
    await readThread(slack.fake, next);
  }

  it('is answered once, when it comes again with a retry header', async () => {
    const { fake } = slack;
    const asked = await fake.mention({ text: 'Quel plafond pour une taille 1 ?' });
    await readThread(fake, asked);
    expect((await fake.redeliver(asked.eventId)).acked).toBe(true);
    await settle();
    expect(await readThread(fake, asked)).toHaveLength(1);
  });

  it('is answered once when both come before the first is answered', async () => {
    const { fake } = slack;
    const [asked] = await Promise.all([
      fake.mention({ text: 'Quel plafond pour une taille 1 ?' }),
      fake.redeliver().catch(() => undefined),
    ]);
    await fake.redeliver(asked.eventId);
    await settle();
    expect(await readThread(fake, asked)).toHaveLength(1);
  });

  it('is answered once over a restart', async () => {
    const { fake } = slack;
    const asked = await fake.mention({ text: 'Quel plafond pour une taille 1 ?' });
    await readThread(fake, asked);
    await slack.restart();
    await fake.redeliver(asked.eventId);
    await settle();
    expect(await readThread(fake, asked)).toHaveLength(1);
  });

  it('is answered once when the very bytes are sent again', async () => {
    const { fake } = slack;
    const asked = await fake.mention({ text: 'Quel plafond pour une taille 1 ?' });
    await readThread(fake, asked);
    await fake.replay(asked.eventId);
    await settle();
    expect(await readThread(fake, asked)).toHaveLength(1);
  });

  it('is answered once when the same message comes as two events', async () => {
    const { fake } = slack;
    const asked = await fake.mention({ text: 'Quel plafond pour une taille 1 ?' });
    await fake.mention({ text: 'Quel plafond pour une taille 1 ?', ts: asked.ts });
    await settle();
    expect(await readThread(fake, asked)).toHaveLength(1);
  });

  it('is answered when only its retry arrives: a retry header alone drops nothing', async () => {
    const { fake } = slack;
    const text = `<@${fake.botUserId}> Quel plafond pour une taille 1 ?`;
    const [channel, ts] = ['C0GENERAL', '1795300000.000100'];
    // Another workspace's event keeps its id in the fake, and is not ours to answer.
    const event = { type: 'app_mention', channel, user: 'U0ALICE', text, ts, event_ts: ts };
    const { eventId } = await fake.sendEvent(event);
    await readThread(fake, { channel, ts });
    const other = await fake.mention({ text: 'Quel plafond pour une taille 4 ?' });
    await fake.redeliver(other.eventId);
    expect(await readAnswer(fake, other)).toContain('580\u202f000\u00a0€');
    await fake.redeliver(eventId);
    await settle();
    expect(await readThread(fake, { channel, ts })).toHaveLength(1);
  });

  it('keeps its facts over a restart', async () => {
    const { fake } = slack;
    const asked = await fake.mention({ text: 'Quel plafond pour une taille 1 ?' });
    await readThread(fake, asked);
    await slack.restart();
    await fake.mention({ text: 'et pour une taille 4 ?', thread_ts: asked.ts });
    expect(await readAnswer(fake, asked, 2)).toContain('580\u202f000\u00a0€');
  });
});
