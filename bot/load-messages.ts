import { globSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BotError } from '#corpus/law/bot-error.ts';
import type { Lang } from '#corpus/law/lang.ts';
import { toTypography } from '#corpus/law/typography.ts';
import { readYaml } from '#corpus/read-yaml.ts';

const Messages = z.record(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.string().min(1));

/**
 * Loads the sentences of the bot in each language, `fr.yaml` and the files of `fr/`, one a surface; French ones in
 * French typography.
 * @throws {BotError} ERR_MESSAGE_DOUBLE when two files give the same code
 */
export function loadMessages(folder: string): Readonly<Record<Lang, ReadonlyMap<string, string>>> {
  const [fr, en] = [loadLang(folder, 'fr'), loadLang(folder, 'en')];
  return { fr: new Map([...fr].map(([code, text]) => [code, toTypography(text)])), en };
}

function loadLang(folder: string, lang: Lang): ReadonlyMap<string, string> {
  const loaded = new Map<string, string>();
  for (const file of [`${lang}.yaml`, ...globSync(`${lang}/*.yaml`, { cwd: folder }).sort()]) {
    for (const [code, text] of Object.entries(readYaml(join(folder, file), Messages))) {
      if (loaded.has(code)) throw createDoubleError(join(folder, file), code);
      loaded.set(code, text);
    }
  }
  return loaded;
}

function createDoubleError(file: string, code: string): BotError {
  const remedy = 'Gardez-en une seule : une phrase est écrite une fois par langue.';
  return new BotError('ERR_MESSAGE_DOUBLE', `${file} : la phrase « ${code} » est déjà dans un autre fichier`, remedy);
}
