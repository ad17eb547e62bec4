import { createScribe } from '#bot/render/scribe.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { InputProblem } from '#tools/outcome.ts';
import { loadBareme } from './bareme/load-bareme.ts';
import { toInputProblems } from './bareme/read-bareme.ts';
import { renderBaremeJson, renderBaremeRefusedJson } from './bareme/render-bareme-json.ts';
import { renderBaremeModele } from './bareme/render-bareme-modele.ts';
import { renderBaremeText } from './bareme/render-bareme-text.ts';
import { toVerdictBareme } from './bareme/verdict-bareme.ts';
import type { Command, Io } from './command.ts';
import { findNearest } from './options/find-nearest.ts';
import { openOptions } from './options/open-options.ts';
import { toEcho, toExemple } from './options/parsed.ts';
import { toJsonText } from './to-json-text.ts';
import { UsageError } from './usage-error.ts';

/** `cpts bareme`: checks an overlay of the official tables, or prints the file to fill. */
export const baremeCommand: Command = {
  summary:
    'vérifie un barème rempli d’après le texte officiel (bareme verifier), ou en donne le modèle (bareme modele)',
  usage: `bareme verifier FICHIER.yaml [--json]   dit ce qui est rempli, vide, en trop, et ce qui change
bareme modele                           donne le fichier à remplir, chaque montant inconnu à null`,
  exemple: 'bareme verifier docs/bareme-modele.yaml',
  run,
};

const ACTIONS = ['verifier', 'modele'];

function run([action, ...args]: readonly string[], io: Io): number {
  const problem = findProblem(action);
  if (problem) throw new UsageError([problem]);
  const options = openOptions(args, { json: 'flag' });
  const wantsFile = action === 'verifier';
  const path = wantsFile ? options.positionals[0] : undefined;
  const others = options.positionals.slice(wantsFile ? 1 : 0);
  for (const word of others) {
    options.report({ champ: `bareme ${action}`, message: toMessage('cli-mot-en-trop', { ecrit: toEcho(word) }) });
  }
  if (path === undefined && wantsFile) {
    const message = toMessage('cli-fichier-manquant', { exemple: toExemple('bareme verifier mon-bareme.yaml') });
    options.report({ champ: 'bareme verifier', message });
  }
  options.check();
  if (path !== undefined) return verify(path, options.has('json'), io);
  const modele = renderBaremeModele(io.referentiel().parametres);
  io.out(options.has('json') ? toJsonText({ modele }) : modele);
  return 0;
}

/** A refused file gives its problems on standard error, and as JSON too when it was asked for. */
function verify(path: string, json: boolean, io: Io): number {
  const referentiel = io.referentiel();
  const scribe = createScribe('bareme', io.today, referentiel.vocabulary);
  const loaded = loadBareme(path, io.readFile, referentiel, io.today);
  if (loaded.kind === 'refused') {
    if (json) io.out(toJsonText(renderBaremeRefusedJson(path, loaded.problems, scribe)));
    throw new UsageError(toInputProblems(path, loaded.problems, 'bareme verifier'));
  }
  const verdict = toVerdictBareme(loaded.bareme, loaded.avertissements, referentiel.parametres);
  io.out(json ? toJsonText(renderBaremeJson(verdict, scribe, referentiel)) : renderBaremeText(verdict, scribe));
  return 0;
}

function findProblem(action: string | undefined): InputProblem | undefined {
  if (action !== undefined && ACTIONS.includes(action)) return undefined;
  if (action === undefined || action.startsWith('-')) {
    const exemple = toExemple('bareme verifier mon-bareme.yaml');
    return { champ: 'bareme', message: toMessage('cli-bareme-action-manquante', { exemple }) };
  }
  const proche = findNearest(action, ACTIONS) ?? 'verifier';
  const args = { ecrit: toEcho(action), proche: toExemple(proche), choix: toExemple(ACTIONS.join(', ')) };
  return { champ: 'bareme', message: toMessage('cli-choix-inconnu-proche', args) };
}
