import type { FakeSlack } from '#bot/testing/fake-slack/fake-slack.ts';
import type { ShownView } from '#bot/testing/fake-slack/views/views.ts';

/** People whose windows and homes are looked at. */
const PEOPLE = ['U0ALICE', 'U0BOB', 'U0CHLOE', 'U0DIETER', 'U0EMMA'];

/**
 * What a person who listens to Slack would not be told, in everything the bot shows: a message without words for
 * notifications and screen readers, a picture without a description, a button, an option or a title that is only signs.
 */
export function listInaccessible(
  fake: Pick<FakeSlack, 'messages' | 'ephemerals' | 'views' | 'home'>,
): readonly string[] {
  const messages = [...fake.messages(), ...fake.ephemerals()];
  const silent = messages.filter(({ text }) => !hasWords(text)).map(({ channel, ts }) => `${channel} ${ts}: no words`);
  const views: readonly ShownView[] = PEOPLE.flatMap((user) => [
    ...fake.views(user),
    ...[fake.home(user) ?? []].flat(),
  ]);
  return [
    ...silent,
    ...messages.flatMap(({ blocks, channel, ts }) => listIn(blocks, `${channel} ${ts}`)),
    ...views.flatMap(({ blocks, id }) => listIn(blocks, id)),
  ];
}

function listIn(value: unknown, place: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => listIn(item, `${place}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  const object = value as Readonly<Record<string, unknown>>;
  const problems = Object.entries(object).flatMap(([key, child]) => listIn(child, `${place}.${key}`));
  return [...findProblem(object, place), ...problems];
}

function findProblem(
  { type, text, alt_text: alt }: Readonly<Record<string, unknown>>,
  place: string,
): readonly string[] {
  if (type === 'image') return hasWords(alt) ? [] : [`${place}: a picture without a description`];
  // The text of a button, of an option, of a header, of a label.
  if (type === 'plain_text') return hasWords(text) ? [] : [`${place}: only signs`];
  return type === 'emoji' ? [`${place}: a picture by its name`] : [];
}

/** A letter or a digit, the names of pictures apart. */
function hasWords(text: unknown): boolean {
  return typeof text === 'string' && /[\p{L}\p{N}]/u.test(text.replaceAll(/:[a-z0-9_+-]+:/g, ''));
}
