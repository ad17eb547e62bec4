import type { Scribe } from '#bot/render/scribe.ts';
import type { Message } from '#corpus/law/message.ts';

/** A sentence, through the gate. */
export type Write = (message: Message) => string;

/** Sentences kept at a time: a list repeats them from line to line. */
const REMEMBERED_MAX = 5000;

/** Writes each distinct sentence once, and checks it once. */
export function rememberSentences(scribe: Scribe): Write {
  const told = new Map<string, string>();
  return (message) => {
    const key = JSON.stringify(message);
    const known = told.get(key);
    if (known !== undefined) return known;
    if (told.size >= REMEMBERED_MAX) told.clear();
    const text = scribe.write(message);
    told.set(key, text);
    return text;
  };
}
