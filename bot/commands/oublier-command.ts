import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BotError } from '#corpus/law/bot-error.ts';
import { toMessage } from '#corpus/law/message.ts';
import { seal } from '../gate.ts';
import { createScribe } from '../render/scribe.ts';
import { STORE_FILE } from '../store/open-sqlite-store.ts';
import type { Command, Io } from './command.ts';
import { type Options, openOptions } from './options/open-options.ts';
import { toEcho, toExemple, toProblem, toValue } from './options/parsed.ts';
import { refusePositionals } from './options/refuse-positionals.ts';
import { takeEspace } from './options/take-espace.ts';
import { toJsonText } from './to-json-text.ts';

/** `cpts oublier`: forgets the words of a person of a workspace of Slack. */
export const oublierCommand: Command = {
  summary: 'oublie les mots d’une personne : questions, réponses, avis, fils',
  usage: 'oublier --espace ESPACE --personne PERSONNE [--json]   (les identifiants de Slack)',
  exemple: `oublier --espace TABCDEFGH --personne UABCDEFGH`,
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const options = openOptions(args, { espace: 'text', personne: 'text', json: 'flag' });
  refusePositionals(options);
  const espace = takeEspace(options) ?? refuseMissing(options, 'espace', 'TABCDEFGH');
  const personne = takePersonne(options) ?? refuseMissing(options, 'personne', 'UABCDEFGH');
  options.check();
  checkStore(io.dataDir);
  const store = await io.openStore();
  try {
    const oublis = await store.forgetPerson(espace, personne);
    if (options.has('json')) io.out(toJsonText({ espace, personne, oublis }));
    else io.out(`${seal(tell(oublis, io))}\n`);
  } finally {
    await store.close();
  }
  return 0;
}

function takePersonne(options: Options): string | undefined {
  return options.take('personne', (text) =>
    /^[UW][A-Z0-9]+$/.test(text.trim())
      ? toValue(text.trim())
      : toProblem('donnees-personne', { ecrit: toEcho(text), exemple: toExemple('UABCDEFGH') }),
  );
}

/** An option that is needed, unless what was written of it is refused already. */
function refuseMissing(options: Options, name: string, exemple: string): string {
  const champ = `--${name}`;
  if (options.listProblems().every((problem) => problem.champ !== champ)) {
    const args = { exemple: toExemple(`${champ} ${exemple}`) };
    options.report({ champ, message: toMessage('donnees-option-manquante', args) });
  }
  return '';
}

/** A wrong folder must not look like a person of whom nothing is kept. */
function checkStore(dataDir: string): void {
  const file = join(dataDir, STORE_FILE);
  if (existsSync(file)) return;
  const remedy = 'Vérifiez le réglage DATA_DIR : il nomme le dossier où le bot écrit.';
  throw new BotError('ERR_STORE_ABSENT', `${file} : ce fichier n'existe pas, le bot n'a rien gardé ici`, remedy);
}

function tell(oublis: number, io: Io) {
  const scribe = createScribe('interface', io.today, io.referentiel().vocabulary);
  if (oublis === 0) return scribe.phrase('donnees-oubli-rien');
  return scribe.phrase('donnees-oubli-fait', { oublis: { kind: 'nombre', valeur: oublis } });
}
