import type { AnswerParts, Rubrique } from '#bot/render/render-text.ts';
import { joinLicensed, type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';
import { type OutgoingObject, toPlainText, toVisible } from '../outgoing/outgoing.ts';
import type { OutgoingMessage } from '../outgoing/slack-sender.ts';

/** Longest text of a context element, in characters. */
const CONTEXT_LENGTH = 2000;
/** Longest fallback: notifications and screen readers are told the claims, the blocks hold the rest. */
const FALLBACK_LENGTH = 2500;

/**
 * The parts of an answer that one Slack message holds: claims, lists, then sources with their statut and the day.
 * The blocks are rich text, in which nothing that is written can become a mention, a link or an emoji.
 */
export function renderBlocks({ enonces, rubriques, sources, avis, jour }: AnswerParts): OutgoingMessage {
  const body = [
    ...(enonces.length > 0 ? [toSection(joinLicensed(enonces, '\n'))] : []),
    ...rubriques.flatMap(toTitledList),
  ];
  const foot = [...packLines(sources ? [sources.titre, ...sources.lignes] : []), ...avis, ...(jour ? [jour] : [])];
  const lists = body.length > 0 ? rubriques : [...(sources ? [sources] : [])];
  const told = enonces.length > 0 ? enonces : lists.flatMap(({ lignes }) => lignes);
  return {
    text: toVisible(renderFallback(told, jour)),
    blocks: [
      ...(body.length > 0 ? [{ type: 'rich_text', elements: body }] : []),
      ...foot.map((text) => ({ type: 'context', elements: [toPlainText(text)] })),
    ],
  };
}

/** A sentence by itself, as a message: help, refusal, incident. */
export function renderSentence(sentence: LicensedText): OutgoingMessage {
  return { text: toVisible(sentence), blocks: [{ type: 'rich_text', elements: [toSection(sentence)] }] };
}

/** A line of rich text. */
export function toSection(text: LicensedText): OutgoingObject {
  return { type: 'rich_text_section', elements: [{ type: 'text', text: toVisible(text) }] };
}

/** A title and its lines under it. */
export function toTitledList({ titre, lignes }: Rubrique): readonly OutgoingObject[] {
  const title = { type: 'text', text: toVisible(titre), style: { bold: true } };
  return [
    { type: 'rich_text_section', elements: [{ type: 'text', text: toVisible(['\n']) }, title] },
    { type: 'rich_text_list', style: 'bullet', elements: lignes.map(toSection) },
  ];
}

/** Lines packed into as few texts of the allowed length as they need. */
function packLines(lines: readonly LicensedText[]): readonly LicensedText[] {
  const packs: LicensedText[] = [];
  for (const line of lines) {
    const last = packs.at(-1);
    const joined = last && joinLicensed([last, line], '\n');
    if (joined && measure(joined) <= CONTEXT_LENGTH) packs[packs.length - 1] = joined;
    else packs.push(line);
  }
  return packs;
}

function renderFallback(lines: readonly LicensedText[], jour: LicensedText | undefined): LicensedText {
  // The day always stays: a claim is not told without it.
  const foot = jour ? [jour] : [];
  const kept: LicensedText[] = [];
  for (const line of lines) {
    if (measure(joinLicensed([...kept, line, ...foot], '\n')) > FALLBACK_LENGTH) break;
    kept.push(line);
  }
  return joinLicensed([...kept, ...foot], '\n');
}

function measure(text: LicensedText): number {
  return renderLicensed(text).text.length;
}
