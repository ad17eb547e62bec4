import type { Figure } from '#corpus/law/figure.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import { type OutgoingObject, toPlainText, toVisible } from '../outgoing/outgoing.ts';
import type { Say } from '../slack-context.ts';
import type { Explication, PassageExplique } from './explain-figures.ts';

/** Click under an answer, and the clicks that turn the pages. */
export const WHY_ACTION = 'pourquoi';
export const WHY_NEXT_ACTION = 'pourquoi-suite';
export const WHY_BACK_ACTION = 'pourquoi-retour';

/** Claims explained on one page: what a person reads without losing her way. */
const PER_PAGE = 3;

/** What the modal remembers: the answer, and the page that is shown. */
export type WhyPlace = { readonly answerId: string; readonly page: number };

/** How many pages the explanations take. */
export function countPages(explications: readonly Explication[]): number {
  return Math.max(1, Math.ceil(explications.length / PER_PAGE));
}

/** « Pourquoi ce chiffre ? »: one page of it. */
export function renderWhy(explications: readonly Explication[], place: WhyPlace, say: Say): OutgoingObject {
  const pages = countPages(explications);
  const page = Math.min(Math.max(place.page, 0), pages - 1);
  const shown = explications.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  const blocks = shown.flatMap((one, index) => [...(index > 0 ? [{ type: 'divider' }] : []), ...renderOne(one, say)]);
  const buttons = [
    ...(page > 0 ? [toButton(WHY_BACK_ACTION, say('agent-retour'), { ...place, page: page - 1 })] : []),
    ...(page < pages - 1 ? [toButton(WHY_NEXT_ACTION, say('agent-suite'), { ...place, page: page + 1 })] : []),
  ];
  return renderWhyModal([...blocks, ...(buttons.length > 0 ? [{ type: 'actions', elements: buttons }] : [])], say);
}

/** The same modal with one sentence, when there is nothing to explain. */
export function renderWhySentence(sentence: LicensedText, say: Say): OutgoingObject {
  return renderWhyModal([{ type: 'rich_text', elements: [toSection(sentence)] }], say);
}

function renderWhyModal(blocks: readonly OutgoingObject[], say: Say): OutgoingObject {
  const [title, close] = [toPlainText(say('agent-pourquoi-titre')), toPlainText(say('agent-fermer'))];
  return { type: 'modal', callback_id: 'pourquoi', title, close, blocks };
}

/** Where a button of the modal leads, as letters: the page is as many letters as its rank. */
export function renderWhyPlace({ answerId, page }: WhyPlace): string {
  return `${answerId}-${'p'.repeat(page)}`;
}

/** Reads it back; undefined when it is not one of ours. */
export function parseWhyPlace(value: string): WhyPlace | undefined {
  const [, answerId, pages] = /^([A-Z]+)(?:-(p*))?$/.exec(value) ?? [];
  return answerId === undefined ? undefined : { answerId, page: pages?.length ?? 0 };
}

function toButton(action: string, label: LicensedText, place: WhyPlace): OutgoingObject {
  return { type: 'button', action_id: action, text: toPlainText(label), value: renderWhyPlace(place) };
}

function renderOne({ figures, enonce, trace, textes, passages }: Explication, say: Say): readonly OutgoingObject[] {
  const title = joinLicensed(
    figures.map((figure) => [figure]),
    ' · ',
  );
  const elements = [
    toSection(title, true),
    toSection(enonce),
    ...toTitled(say('agent-pourquoi-calcul'), trace),
    ...toTitled(say('agent-pourquoi-texte'), textes),
    ...(passages.length > 0 ? [toSection(['\n', ...say('agent-pourquoi-passage')], true)] : []),
    ...passages.flatMap((passage) => toQuoted(passage, say)),
  ];
  return [{ type: 'rich_text', elements }];
}

function toQuoted({ corps, adresse }: PassageExplique, say: Say): readonly OutgoingObject[] {
  const words = { type: 'rich_text_quote', elements: [{ type: 'text', text: toVisible(corps) }] };
  return [words, ...(adresse ? [toLink(adresse, say)] : [])];
}

function toTitled(title: LicensedText, lines: readonly LicensedText[]): readonly OutgoingObject[] {
  if (lines.length === 0) return [];
  const items = lines.map((line) => toSection(line));
  return [toSection(['\n', ...title], true), { type: 'rich_text_list', style: 'bullet', elements: items }];
}

function toSection(text: LicensedText, bold = false): OutgoingObject {
  const run = { type: 'text', text: toVisible(text), ...(bold ? { style: { bold: true } } : {}) };
  return { type: 'rich_text_section', elements: [run] };
}

function toLink(address: Figure, say: Say): OutgoingObject {
  const link = { type: 'link', url: toVisible([address]), text: toVisible(say('agent-pourquoi-source')) };
  return { type: 'rich_text_section', elements: [link] };
}
