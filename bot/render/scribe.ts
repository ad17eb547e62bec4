import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { Message } from '#corpus/law/message.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Confiance, Statut } from '#corpus/law/statut.ts';
import { type Args, renderMessage, type Vocabulary } from '../answer/render-message.ts';
import { seal } from '../gate.ts';

/** What stands behind the figures of a sentence. */
export type Appui = {
  readonly statut: Statut | null;
  readonly confiance: Confiance | null;
  readonly references: readonly Reference[];
};

/** Tells messages in French: the only way a command makes a sentence. */
export type Scribe = {
  /** Sentence whose figures keep their place and origin. */
  phrase(code: string, args?: Args, appui?: Appui): LicensedText;
  /** Sentence of a tool, passed through the gate. */
  write(message: Message, appui?: Appui): string;
  /** Several fragments as one sentence, through the gate. */
  writeJoined(messages: readonly Message[], separator: string): string;
};

const SANS_APPUI: Appui = { statut: null, confiance: null, references: [] };

/**
 * Builds the scribe of a command.
 * @param tool name of the tool whose outcome is told, or `interface`
 */
export function createScribe(tool: string, asOf: CalendarDate, vocabulary: Vocabulary): Scribe {
  function phrase(code: string, args: Args = {}, appui: Appui = SANS_APPUI): LicensedText {
    return renderMessage({ code, args }, { lang: 'fr', tool, asOf, ...appui }, vocabulary);
  }
  return {
    phrase,
    write(message, appui) {
      return seal(phrase(message.code, message.args, appui));
    },
    writeJoined(messages, separator) {
      const texts = messages.map(({ code, args }) => phrase(code, args));
      return seal(joinLicensed(texts, separator));
    },
  };
}
