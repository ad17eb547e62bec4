import { toMessage } from '#corpus/law/message.ts';
import type { InputProblem } from '#tools/outcome.ts';
import { verifyModel } from '../model/verify-model.ts';
import { renderModeleJson } from '../render/render-modele-json.ts';
import { createScribe } from '../render/scribe.ts';
import type { Command, Io } from './command.ts';
import { openOptions } from './options/open-options.ts';
import { toEcho, toExemple } from './options/parsed.ts';
import { renderModeleText } from './render-modele-text.ts';
import { toJsonText } from './to-json-text.ts';
import { UsageError } from './usage-error.ts';

/** `cpts modele verifier`: tries the model of the settings and says what works. */
export const modeleCommand: Command = {
  summary: 'essaie le modèle réglé dans .env et dit ce qui marche (modele verifier)',
  usage: 'modele verifier [--json]   appelle le service du modèle, en quelques phrases sans rien de vos données',
  exemple: 'modele verifier',
  run,
};

/** What to write in `.env` for a model to be used. */
const LIGNES = 'OPENAI_API_KEY=… et OPENAI_MODEL=…';

async function run([action, ...args]: readonly string[], io: Io): Promise<number> {
  const problem = findProblem(action);
  if (problem) throw new UsageError([problem]);
  const options = openOptions(args, { json: 'flag' });
  for (const word of options.positionals) {
    options.report({ champ: 'modele verifier', message: toMessage('cli-mot-en-trop', { ecrit: toEcho(word) }) });
  }
  const settings = io.modelSettings;
  if (settings === undefined) {
    options.report({ champ: 'modele', message: toMessage('cli-modele-absent', { lignes: toExemple(LIGNES) }) });
  }
  options.check();
  if (settings === undefined) return 2;
  const verification = await verifyModel(settings);
  const scribe = createScribe('interface', io.today, io.referentiel().vocabulary);
  io.out(
    options.has('json')
      ? toJsonText(renderModeleJson(verification, settings, scribe))
      : renderModeleText(verification, settings, scribe),
  );
  return verification.usage === 'inutilisable' ? 1 : 0;
}

function findProblem(action: string | undefined): InputProblem | undefined {
  if (action === 'verifier') return undefined;
  const exemple = toExemple('modele verifier');
  if (action === undefined || action.startsWith('-')) {
    return { champ: 'modele', message: toMessage('cli-modele-action-manquante', { exemple }) };
  }
  const args = { ecrit: toEcho(action), proche: exemple, choix: toExemple('verifier') };
  return { champ: 'modele', message: toMessage('cli-choix-inconnu-proche', args) };
}
