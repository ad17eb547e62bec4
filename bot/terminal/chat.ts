import { createInterface } from 'node:readline/promises';
import { BotError } from '#corpus/law/bot-error.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toDonnee } from '#corpus/law/message.ts';
import type { Fil } from '../answer/question.ts';
import type { Assembly } from '../assemble.ts';
import { deliver } from '../deliver.ts';
import { seal } from '../gate.ts';
import { createScribe } from '../render/scribe.ts';
import { showWork } from './show-work.ts';
import { wrapText } from './wrap-text.ts';

/** Where a chat reads and writes; `journal` is for the person who runs the bot. */
export type ChatStreams = {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly journal: NodeJS.WritableStream;
  /** Width of the terminal; undefined when the output is a file or a pipe. */
  readonly columns?: number | undefined;
  /** Writes to a terminal that somebody watches, where progress is shown; undefined when nobody does. */
  readonly progress?: ((text: string) => void) | undefined;
};

const PROMPT = '\nvous › ';
const LEAVE = new Set(['quitter', 'quit', 'exit', 'sortir', ':q']);

/**
 * Talks in the terminal until « quitter » or the end of the input; the thread is remembered from one question to the next.
 * @param findToday the asker's day, read again at each question
 */
export async function chat(assembly: Assembly, streams: ChatStreams, findToday: () => CalendarDate): Promise<void> {
  const { input, output, journal, columns, progress } = streams;
  const lines = createInterface({ input, output, terminal: false });
  let fil: Fil | undefined;
  function say(code: string): void {
    output.write(`${tell(code, assembly, findToday())}\n`);
  }
  for (const code of ['chat-accueil', 'chat-slack-manifeste', 'chat-slack-env', 'chat-slack-relance']) say(code);
  output.write(PROMPT);
  for await (const line of lines) {
    const text = line.trim();
    if (LEAVE.has(text.toLowerCase())) break;
    if (text !== '') {
      try {
        const today = findToday();
        const erase = progress ? showWork(assembly, today, progress) : () => {};
        const { answer, json } = await deliver({ text, today, fil }, assembly).finally(erase);
        fil = answer.fil;
        output.write(`\n${wrapText(json.text, columns)}\n`);
      } catch (error) {
        const code = error instanceof BotError ? error.code : 'ERR_INTERNE';
        journal.write(`${code} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
        output.write(`\n${tell('chat-incident', assembly, findToday(), code)}\n`);
      }
    }
    output.write(PROMPT);
  }
  lines.close();
  output.write('\n');
  say('chat-au-revoir');
}

function tell(code: string, { pipeline }: Assembly, asOf: CalendarDate, incident = ''): string {
  return seal(createScribe('interface', asOf, pipeline.vocabulary).phrase(code, { code: toDonnee(incident) }));
}
