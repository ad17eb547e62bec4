import type { Block } from '../schemas/block-schemas.ts';
import type { RichTextElement, RichTextPart } from '../schemas/rich-text-schemas.ts';

/** A text that people see, where it stands, and whether Slack reads marks in it. */
export type Shown = { readonly where: string; readonly text: string; readonly marked: boolean };

type TextObject = { readonly type: string; readonly text: string };

/** Every text that blocks show, in order; what a rich text mentions is written as it would be in mrkdwn. */
export function listShown(blocks: readonly Block[]): readonly Shown[] {
  return blocks.flatMap((block, index) => listOfBlock(block, `blocks[${index}]`));
}

function listOfBlock(block: Block, where: string): readonly Shown[] {
  switch (block.type) {
    case 'section':
      return [
        ...listOfText(block.text, `${where}.text`),
        ...(block.fields ?? []).flatMap((field, index) => listOfText(field, `${where}.fields[${index}]`)),
        ...listOfElement(block.accessory, `${where}.accessory`),
      ];
    case 'context':
    case 'actions':
    case 'context_actions':
      return block.elements.flatMap((element, index) => listOfElement(element, `${where}.elements[${index}]`));
    case 'header':
      return listOfText(block.text, `${where}.text`);
    case 'image':
      return listOfText(block.title, `${where}.title`);
    case 'markdown':
      return [{ where: `${where}.text`, text: block.text, marked: true }];
    case 'rich_text':
      return block.elements.flatMap((part, index) => listOfPart(part, `${where}.elements[${index}]`));
    case 'input':
      return [
        ...listOfText(block.label, `${where}.label`),
        ...listOfElement(block.element, `${where}.element`),
        ...listOfText(block.hint, `${where}.hint`),
      ];
    case 'divider':
      return [];
  }
}

function listOfText(text: TextObject | undefined, where: string): readonly Shown[] {
  return text === undefined ? [] : [{ where: `${where}.text`, text: text.text, marked: text.type === 'mrkdwn' }];
}

/** Texts of an element: its own, or those of what it lets people do. */
function listOfElement(element: Readonly<Record<string, unknown>> | undefined, where: string): readonly Shown[] {
  if (element === undefined) return [];
  if (isText(element)) return listOfText(element, where);
  return Object.entries(element).flatMap(([key, value]): readonly Shown[] => {
    // What a menu begins with is one of its options, told once.
    if (key.startsWith('initial_option')) return [];
    const inside = `${where}.${key}`;
    if (typeof value === 'string')
      return key === 'initial_value' ? [{ where: inside, text: value, marked: false }] : [];
    if (Array.isArray(value)) {
      return value.flatMap((one, index) => (isObject(one) ? listOfElement(one, `${inside}[${index}]`) : []));
    }
    return isObject(value) ? listOfElement(value, inside) : [];
  });
}

function isText(value: Readonly<Record<string, unknown>>): value is TextObject {
  return (value.type === 'plain_text' || value.type === 'mrkdwn') && typeof value.text === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function listOfPart(part: RichTextPart, where: string): readonly Shown[] {
  return part.elements.flatMap((element, index) => {
    const inside = `${where}.elements[${index}]`;
    return element.type === 'rich_text_section' ? listOfPart(element, inside) : [toShown(element, inside)];
  });
}

function toShown(element: RichTextElement, where: string): Shown {
  switch (element.type) {
    case 'text':
      return { where, text: element.text, marked: false };
    case 'emoji':
      return { where, text: `:${element.name}:`, marked: false };
    case 'link':
      return { where, text: `<${element.url}|${element.text ?? ''}>`, marked: true };
    case 'user':
      return { where, text: `<@${element.user_id}>`, marked: true };
    case 'channel':
      return { where, text: `<#${element.channel_id}>`, marked: true };
    case 'broadcast':
      return { where, text: `<!${element.range}>`, marked: true };
  }
}
