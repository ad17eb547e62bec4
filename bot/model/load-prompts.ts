import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashFiles } from '#corpus/hash-files.ts';
import { readYaml } from '#corpus/read-yaml.ts';
import { type Blanked, joinBlanked, takeOwnText } from './blanks/blanked.ts';
import { type Prompts, Reprises } from './guide/prompts.ts';
import { Outils } from './tools/outils.ts';

/**
 * Loads what a model is told by the project (I/O edge): `bot/model/prompts/`.
 * @throws {BotError} ERR_INVITE_CHIFFRE when a file holds a figure, or what readYaml throws
 */
export function loadPrompts(folder: string): Prompts {
  function read(name: string): Blanked {
    return takeOwnText(readFileSync(join(folder, `${name}.md`), 'utf8').trim(), `${name}.md`);
  }
  const systeme = read('systeme');
  return {
    outils: joinBlanked([systeme, read('outils')], '\n\n'),
    brouillon: joinBlanked([systeme, read('brouillon')], '\n\n'),
    reprise: read('reprise'),
    reprises: readReprises(join(folder, 'reprises.yaml')),
    toolbox: readOutils(join(folder, 'outils.yaml')),
    hash: hashFiles(folder, '*.{md,yaml}'),
  };
}

function readReprises(path: string): Reprises {
  const reprises = readYaml(path, Reprises);
  for (const text of [...Object.values(reprises.outils), ...Object.values(reprises.brouillon)]) takeOwnText(text, path);
  return reprises;
}

/** What a model reads of the tools; the ids of intentions are ours alone. */
function readOutils(path: string): Outils {
  const toolbox = readYaml(path, Outils);
  const shown = [
    toolbox.mission,
    toolbox.aspect,
    ...Object.values(toolbox.arguments).flatMap(({ libelle, description }) => [libelle, description]),
    ...Object.entries(toolbox.outils).flatMap(([name, { description, aspects, arguments: given }]) => {
      return [name, description, ...Object.keys(aspects), ...given];
    }),
  ];
  for (const text of shown) takeOwnText(text, path);
  return toolbox;
}
