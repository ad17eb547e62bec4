import { createHash } from 'node:crypto';
import {
  createImageRenderer,
  type GenreImage,
  type Image,
  type ImageRenderer,
  type SujetImage,
} from '#bot/images/render-image.ts';
import type { Referentiel } from '#bot/render/referentiel.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Lang } from '#corpus/law/lang.ts';
import { type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';
import { createInOrder } from '../in-order.ts';
import type { Place, SlackSender } from '../outgoing/slack-sender.ts';
import { cutLine } from '../render/cut-line.ts';

/** A picture that is wanted: plain data, which name it. */
export type ImageVoulue = {
  readonly genre: GenreImage;
  readonly sujet: SujetImage;
  readonly asOf: CalendarDate;
  readonly lang: Lang;
};

/** A picture that stands in a conversation, as a file of Slack. */
export type ImageEnvoyee = {
  readonly fileId: string;
  readonly titre: LicensedText;
  /** What it shows, as long as Slack takes it. */
  readonly description: LicensedText;
};

/** Draws pictures and uploads them, each once for a conversation. */
export type ImageSender = {
  /**
   * Uploads a picture into a conversation, unless it stands there already.
   * @returns the picture, and whether it has just been shown; undefined when there is nothing to draw
   * @throws {BotError} ERR_IMAGE_… when it cannot be drawn, ERR_SLACK_… when Slack does not take it
   */
  readonly send: (
    image: ImageVoulue,
    to: Place & { readonly comment?: LicensedText | undefined },
  ) => Promise<(ImageEnvoyee & { readonly isNew: boolean }) | undefined>;
  /** Forgets that a picture stands in a conversation: Slack has it no more. */
  readonly forget: (image: ImageVoulue, to: Place) => void;
};

/** What the sender of pictures works with; without a renderer, the usual one is opened at the first picture. */
export type ImageSenderParts = {
  readonly sender: Pick<SlackSender, 'sendFile'>;
  readonly sayIn: (lang: Lang) => (code: string) => LicensedText;
  readonly referentiel: Referentiel;
  readonly renderImage?: ImageRenderer | undefined;
};

/** Pictures that are remembered, the latest ones. */
const MOST = 300;
/** Longest description that Slack takes with a file, in characters. */
const LONGEST_DESCRIPTION = 1000;

/**
 * Builds the sender of pictures of a workspace. A picture is remembered by what it shows, its day and its conversation:
 * a file that was shown to one person is never shown to another.
 */
export function createImageSender({ sender, sayIn, referentiel, renderImage }: ImageSenderParts): ImageSender {
  const known = new Map<string, Promise<ImageEnvoyee | undefined>>();
  const inTurn = createInOrder();
  let renderer = renderImage;

  async function draw({ genre, sujet, asOf, lang }: ImageVoulue): Promise<Image | undefined> {
    renderer ??= createImageRenderer(referentiel);
    const render = renderer;
    // The time given to a drawing is its own: it does not wait behind others.
    return inTurn('draw', () => render(genre, sujet, asOf, lang));
  }
  async function drawAndSend(image: ImageVoulue, to: Parameters<ImageSender['send']>[1]) {
    const drawn = await draw(image);
    if (!drawn) return undefined;
    const { titre, alternative, png } = drawn;
    const say = sayIn(image.lang);
    const description = shorten(alternative, say('image-suite'));
    const name = say(`image-fichier-${image.genre}`);
    const file = { name, title: titre, bytes: png, altText: description };
    // A picture without a word would be nothing in a notification.
    const fileId = await sender.sendFile(file, { ...to, comment: to.comment ?? titre });
    return { fileId, titre, description };
  }

  return {
    async send(image, to) {
      const key = toKey(image, to);
      const former = known.get(key);
      if (former) {
        const sent = await former;
        return sent && { ...sent, isNew: false };
      }
      const sending = drawAndSend(image, to);
      known.set(key, sending);
      const [oldest] = known.keys();
      if (known.size > MOST && oldest !== undefined) known.delete(oldest);
      try {
        const sent = await sending;
        return sent && { ...sent, isNew: true };
      } catch (error) {
        known.delete(key);
        throw error;
      }
    },
    forget: (image, to) => void known.delete(toKey(image, to)),
  };
}

function toKey({ genre, sujet, asOf, lang }: ImageVoulue, { channel, threadTs }: Place): string {
  const named = JSON.stringify([channel, threadTs ?? '', genre, asOf, lang, sujet]);
  return createHash('sha256').update(named).digest('base64url');
}

/** A description is cut between two words, and says so. */
function shorten(text: LicensedText, more: LicensedText): LicensedText {
  const length = (one: LicensedText) => renderLicensed(one).text.length;
  if (length(text) <= LONGEST_DESCRIPTION) return text;
  const [first = []] = cutLine(text, LONGEST_DESCRIPTION - length(more) - 1);
  return [...first, ...more];
}
