import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Lang } from '#corpus/law/lang.ts';
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

/** Tells messages in one language: the only way a command or a surface makes a sentence. */
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
 * Builds the scribe of a command or of a surface.
 * @param tool name of the tool whose outcome is told, or `interface`
 * @param lang French in the terminal; in Slack, the language that the person has set
 */
export function createScribe(tool: string, asOf: CalendarDate, vocabulary: Vocabulary, lang: Lang = 'fr'): Scribe {
  function phrase(code: string, args: Args = {}, appui: Appui = SANS_APPUI): LicensedText {
    return renderMessage({ code, args }, { lang, tool, asOf, ...appui }, vocabulary);
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
