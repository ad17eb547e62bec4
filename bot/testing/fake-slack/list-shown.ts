import type { Block } from './block-schemas.ts';
import type { RichTextElement, RichTextPart } from './rich-text-schemas.ts';

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
      return block.elements.flatMap((element, index) => listOfElement(element, `${where}.elements[${index}]`));
    case 'header':
      return listOfText(block.text, `${where}.text`);
    case 'image':
      return listOfText(block.title, `${where}.title`);
    case 'markdown':
      return [{ where: `${where}.text`, text: block.text, marked: true }];
    case 'rich_text':
      return block.elements.flatMap((part, index) => listOfPart(part, `${where}.elements[${index}]`));
    case 'divider':
      return [];
  }
}

function listOfText(text: TextObject | undefined, where: string): readonly Shown[] {
  return text === undefined ? [] : [{ where: `${where}.text`, text: text.text, marked: text.type === 'mrkdwn' }];
}

function listOfElement(
  element: { readonly type: string; readonly text?: string | TextObject } | undefined,
  where: string,
): readonly Shown[] {
  if (element?.text === undefined) return [];
  const { type, text } = element;
  return typeof text === 'string' ? listOfText({ type, text }, where) : listOfText(text, `${where}.text`);
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
