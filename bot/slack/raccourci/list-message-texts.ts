import { toQuestionText } from '../questions/to-question-text.ts';

/**
 * Every word that a person reads in a message: its blocks, or its text when it has none, then its attachments.
 * @param message as Slack hands it over: anybody's, a person's or a bot's, edited or not
 * @param botUserId whose mentions say nothing
 */
export function listMessageTexts(message: unknown, botUserId: string): readonly string[] {
  if (!isRecord(message)) return [];
  const blocks = listBlockTexts(message.blocks, botUserId);
  const text = typeof message.text === 'string' ? toQuestionText(message.text, botUserId) : '';
  const attachments = Array.isArray(message.attachments)
    ? message.attachments.flatMap((one) => listAttachmentTexts(one, botUserId))
    : [];
  // The text of a message with blocks is a summary of them, for notifications.
  return [...(blocks.length > 0 || text === '' ? blocks : [text]), ...attachments].filter((line) => line.trim() !== '');
}

/** Old-style attachments; their `fallback` stands for what they cannot show otherwise. */
function listAttachmentTexts(attachment: unknown, botUserId: string): readonly string[] {
  if (!isRecord(attachment)) return [];
  const { pretext, title, text, fields, blocks, footer, fallback } = attachment;
  const rows = Array.isArray(fields)
    ? fields.filter(isRecord).flatMap((field) => [join([field.title, field.value])])
    : [];
  const lines = [pretext, title, text, ...rows, footer]
    .filter((line) => typeof line === 'string')
    .map((line) => toQuestionText(line, botUserId));
  const shown = [...lines, ...listBlockTexts(blocks, botUserId)].filter((line) => line !== '');
  return shown.length > 0 || typeof fallback !== 'string' ? shown : [toQuestionText(fallback, botUserId)];
}

function join(parts: readonly unknown[]): string {
  return parts.filter((part) => typeof part === 'string').join(' : ');
}

/** Elements of these lines follow one another; anything else stands on a line of its own. */
const LINES: ReadonlySet<unknown> = new Set(['rich_text_section', 'rich_text_quote', 'rich_text_preformatted']);

function listBlockTexts(value: unknown, botUserId: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => listBlockTexts(item, botUserId));
  if (!isRecord(value)) return [];
  const { type, text, elements } = value;
  if (LINES.has(type)) return [Array.isArray(elements) ? elements.map((item) => toInlineText(item)).join('') : ''];
  if (type === 'mrkdwn' && typeof text === 'string') return [toQuestionText(text, botUserId)];
  if (type === 'plain_text' && typeof text === 'string') return [text];
  // What is pressed or chosen is no word of the message.
  if (type === 'actions' || type === 'button') return [];
  if ((type === 'markdown' || type === 'raw_text') && typeof text === 'string') return [text];
  const own = ['alt_text', 'title_text'].flatMap((key) => (typeof value[key] === 'string' ? [String(value[key])] : []));
  return [
    ...own,
    ...['title', 'text', 'fields', 'elements', 'rows'].flatMap((key) => listBlockTexts(value[key], botUserId)),
  ];
}

/** An element of a line: its words, or what stands for them. */
function toInlineText(element: unknown): string {
  if (!isRecord(element)) return '';
  const { text, url, fallback } = element;
  if (typeof text === 'string') return text;
  if (typeof fallback === 'string') return fallback;
  return typeof url === 'string' ? url : ' ';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
