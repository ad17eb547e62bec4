import { join } from 'node:path';
import { z } from 'zod';
import type { Lang } from '#corpus/law/lang.ts';
import { toTypography } from '#corpus/law/typography.ts';
import { readYaml } from '#corpus/read-yaml.ts';

const Messages = z.record(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.string().min(1));

/** Loads the sentences of the bot in each language (`bot/messages/*.yaml`), French ones in French typography. */
export function loadMessages(folder: string): Readonly<Record<Lang, ReadonlyMap<string, string>>> {
  const [fr, en] = [readYaml(join(folder, 'fr.yaml'), Messages), readYaml(join(folder, 'en.yaml'), Messages)];
  return {
    fr: new Map(Object.entries(fr).map(([code, text]) => [code, toTypography(text)])),
    en: new Map(Object.entries(en)),
  };
}
