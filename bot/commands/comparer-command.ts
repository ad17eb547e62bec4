import { addDays } from '#corpus/law/calendar-date.ts';
import { toMessage } from '#corpus/law/message.ts';
import { checkCote } from '#tools/comparaison/check-cote.ts';
import type { ComparaisonInput, Cote } from '#tools/comparaison/comparaison.ts';
import { computeComparaison } from '#tools/comparaison/compute-comparaison.ts';
import type { Referentiel } from '../render/referentiel.ts';
import { renderComparaisonJson } from '../render/render-comparaison-json.ts';
import type { Command, Io } from './command.ts';
import { type Options, openOptions } from './options/open-options.ts';
import { readCote } from './options/read-cote.ts';
import { type CotesTapes, readFields } from './options/read-fields.ts';
import { refusePositionals } from './options/refuse-positionals.ts';
import { renderComparaisonText } from './render-comparaison-text.ts';
import { toJsonText } from './to-json-text.ts';

/** `cpts comparer`: what changes between two days, two texts, two communities. */
export const comparerCommand: Command = {
  summary: 'ce qui change entre des dates, des textes ou des communautés, et à cause de quel texte',
  usage: `comparer --a COTE --b COTE [--pour COMMUN] [--json]
comparer --avant-apres TEXTE [--pour COMMUN] [--json]

COTE, COMMUN : champs séparés par des virgules
  as-of=DATE, texte=TEXTE, population=HABITANTS, taille=NUMERO, signature=DATE, renouvellement=DATE,
  membres=NOMBRE, annee=RANG, prorata=jours|mois, profil=FICHIER.json,
  mission=CODE[:fixe=EUROS][:variable=EUROS][:demarrage=DATE][:taux=PART | :atteint=EUROS]  (plusieurs fois au besoin)`,
  exemple: 'comparer --a "as-of=2022-03-30,taille=1" --b "as-of=2022-03-31,taille=1"',
  run,
};

const SPEC = { a: 'text', b: 'text', pour: 'text', 'avant-apres': 'text', json: 'flag' } as const;

function run(args: readonly string[], io: Io): number {
  const options = openOptions(args, SPEC);
  refusePositionals(options);
  const fields = readFields(options);
  options.check();
  const referentiel = io.referentiel();
  const input = readInput(fields, options, io, referentiel);
  const outcome = computeComparaison(input, referentiel.parametres, io.today);
  const json = options.has('json');
  io.out(
    json
      ? toJsonText(renderComparaisonJson(outcome, input, referentiel))
      : renderComparaisonText(outcome, input, referentiel),
  );
  return 0;
}

function readInput(fields: CotesTapes, options: Options, io: Io, referentiel: Referentiel): ComparaisonInput {
  const { parametres, corpus } = referentiel;
  function readSide(side: 'a' | 'b'): Cote {
    const { cote, problems } = readCote(fields[side], io, referentiel);
    const wrong = problems.length > 0 ? problems : checkCote(cote, [...corpus.textes.values()], parametres);
    options.report(...wrong.map(({ champ, message }) => ({ champ: `--${side}, ${champ}`, message })));
    return cote;
  }
  if (fields.isAvantApres) {
    const after = readSide('b');
    if (after.texte?.kind === 'proposition') {
      options.report({ champ: '--avant-apres', message: toMessage('comparaison-proposition-sans-jour') });
    }
    options.check();
    if (after.texte?.kind === 'absent') return { a: after, b: after };
    // Told as two days: what changes is then all that the law changes, whatever the text that made each line.
    return { a: { ...after, asOf: addDays(after.asOf, -1), texte: null }, b: { ...after, texte: null } };
  }
  const input = { a: readSide('a'), b: readSide('b') };
  options.check();
  return input;
}
