import type { FakeSlack } from '#bot/testing/fake-slack/fake-slack.ts';
import type { BotMessage } from '#bot/testing/fake-slack/workspace.ts';
import { listTexts } from './list-texts.ts';

/** Where a question was asked. */
export type Place = { readonly channel: string; readonly ts: string };

/** The messages of the bot in a thread, once there are that many; one that is still being said does not count. */
export async function readThread(fake: FakeSlack, { channel, ts }: Place, count = 1): Promise<readonly BotMessage[]> {
  const isWhole = ({ thread_ts, stream }: BotMessage) => thread_ts === ts && stream?.state !== 'open';
  const read = () => fake.messages(channel).filter(isWhole);
  await fake.waitFor(() => read().length >= count, { what: `${count} message(s) in the thread of ${ts}` });
  return read();
}

/** What a person reads of the last message in a thread, once there are that many. */
export async function readAnswer(fake: FakeSlack, place: Place, count = 1): Promise<string> {
  const messages = await readThread(fake, place, count);
  return listTexts(messages.at(-1)?.blocks).join('\n');
}

/** What a person reads of the answer to a question once it was replaced that many times. */
export async function readEdited(fake: FakeSlack, place: Place, edits: number): Promise<string> {
  const read = () => fake.messages(place.channel).find((one) => one.thread_ts === place.ts && one.edits === edits);
  await fake.waitFor(() => read() !== undefined, { what: `edit ${edits} of the answer to ${place.ts}` });
  return listTexts(read()?.blocks).join('\n');
}
