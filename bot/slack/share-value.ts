import { z } from 'zod';
import { CalendarDate } from '#corpus/law/calendar-date.ts';

/** What a share button hands back: the question and its day, from which the same answer is made again. */
const Shared = z.tuple([z.string().min(1), CalendarDate]);
export type SharedQuestion = { readonly text: string; readonly today: CalendarDate };

/** Longest value that Slack lets a button carry. */
const LONGEST = 2000;

/** The value of a share button; undefined for a question too long to be carried by one, or without words. */
export function renderShareValue({ text, today }: SharedQuestion): string | undefined {
  const value = Buffer.from(JSON.stringify([text, today])).toString('base64url');
  return text !== '' && value.length <= LONGEST ? value : undefined;
}

/** Reads the value of a share button; undefined when it is not one of ours. */
export function parseShareValue(value: string): SharedQuestion | undefined {
  try {
    const [text, today] = Shared.parse(JSON.parse(Buffer.from(value, 'base64url').toString()));
    return { text, today };
  } catch {
    return undefined;
  }
}
