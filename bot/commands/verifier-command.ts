import { toMessage } from '#corpus/law/message.ts';
import { renderVerificationJson } from '../render/render-verification-json.ts';
import { loadVerification } from '../verification/load-verification.ts';
import type { Command, Io } from './command.ts';
import { openOptions } from './options/open-options.ts';
import { toExemple } from './options/parsed.ts';
import { readAsOf } from './options/read-contrat.ts';
import { readTexte } from './options/read-texte.ts';
import { renderVerificationText } from './render-verification-text.ts';
import { toJsonText } from './to-json-text.ts';

/** `cpts verifier`: the verdict of each figure of a text that is about the CPTS. */
export const verifierCommand: Command = {
  summary: 'vérifie chaque chiffre sur les CPTS d’un texte : article, courriel, compte rendu',
  usage: 'verifier FICHIER|- [--as-of DATE] [--json]',
  exemple: 'verifier article.txt',
  run,
};

const SPEC = { 'as-of': 'text', json: 'flag' } as const;

function run(args: readonly string[], io: Io): number {
  const options = openOptions(args, SPEC);
  const asOf = readAsOf(options, io);
  const [path, ...others] = options.positionals;
  if (others.length > 0) options.report({ champ: 'fichier', message: toMessage('cli-texte-en-trop') });
  if (path === undefined || path === '') {
    const message = toMessage('cli-texte-manquant', { exemple: toExemple('verifier article.txt') });
    options.report({ champ: 'fichier', message });
  }
  options.check();
  const texte = readTexte(path ?? '', io.readBytes);
  if (texte.kind === 'problem') options.report({ champ: 'fichier', message: texte.message });
  options.check();
  if (texte.kind !== 'value') return 2;
  const referentiel = io.referentiel();
  const chiffres = loadVerification(referentiel)(texte.value, asOf, io.today);
  io.out(
    options.has('json')
      ? toJsonText(renderVerificationJson(chiffres, asOf, referentiel))
      : renderVerificationText(chiffres, texte.value, asOf, referentiel),
  );
  return 0;
}
