import type { StoredFile } from '../files/stored-file.ts';
import type { Block } from '../schemas/block-schemas.ts';

const IMAGE = /\.(?:png|jpe?g|gif)$/i;

type SlackFile = { readonly id: string } | { readonly url: string } | undefined;

/** What is wrong with the files that blocks show: never uploaded, or no images. */
export function findMissingFiles(blocks: readonly Block[], files: ReadonlyMap<string, StoredFile>): readonly string[] {
  return blocks.flatMap(listFiles).flatMap((shown) => {
    const name = 'id' in shown ? shown.id : shown.url;
    const stored = [...files.values()].find((file) => file.id === name || file.url === name);
    if (stored === undefined || !stored.complete) return [`the file ${name} was not uploaded`];
    return IMAGE.test(stored.name) ? [] : [`the file ${name} is no image: ${stored.name}`];
  });
}

function listFiles(block: Block): readonly NonNullable<SlackFile>[] {
  return listImages(block).flatMap(({ slack_file: file }) => (file === undefined ? [] : [file]));
}

function listImages(block: Block): readonly { readonly slack_file?: SlackFile }[] {
  switch (block.type) {
    case 'image':
      return [block];
    case 'section':
      return block.accessory?.type === 'image' ? [block.accessory] : [];
    case 'context':
      return block.elements.filter((element) => element.type === 'image');
    default:
      return [];
  }
}
