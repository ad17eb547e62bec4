import type { Referentiel } from '#bot/render/referentiel.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { Cote, TexteCompare } from '#tools/comparaison/comparaison.ts';
import { findTexteCompare, listTextesComparables } from '#tools/comparaison/find-texte-compare.ts';
import type { BaseProrata, FinancementInput } from '#tools/financement/financement.ts';
import type { InputProblem } from '#tools/outcome.ts';
import type { Io } from '../command.ts';
import { findNearest } from './find-nearest.ts';
import { type Options, openOptions } from './open-options.ts';
import { parseChoix } from './parse-choix.ts';
import { parseNombre } from './parse-nombre.ts';
import { type Parsed, toEcho, toExemple, toProblem, toValue } from './parsed.ts';
import { readContrat } from './read-contrat.ts';
import { readMissions } from './read-missions.ts';
import { readTaille } from './read-taille.ts';
import type { ChampCote } from './split-cote.ts';

/** A side as it was typed, and what is wrong in it. */
export type CoteLue = { readonly cote: Cote; readonly problems: readonly InputProblem[] };

const SPEC = {
  'as-of': 'text',
  texte: 'text',
  population: 'text',
  taille: 'text',
  signature: 'text',
  renouvellement: 'text',
  membres: 'text',
  annee: 'text',
  prorata: 'text',
  mission: 'list',
  profil: 'text',
} as const;

/**
 * Reads the fields of a side as the options of other commands are read; the day is that of the text, of the option, of
 * the signature, or today.
 */
export function readCote(champs: readonly ChampCote[], io: Io, referentiel: Referentiel): CoteLue {
  const options = openOptions(
    champs.map(({ nom, valeur }) => `--${nom}=${valeur}`),
    SPEC,
  );
  const texte = options.take('texte', (text) => parseTexte(text, referentiel, io.today)) ?? null;
  const isDated = champs.some(({ nom }) => nom === 'as-of');
  const { asOf, signature, renouvellement, profil } = readContrat(options, io);
  const entree: FinancementInput = {
    ...readTaille(options, profil),
    signature,
    renouvellement,
    annee: options.take('annee', (text) => parseNombre(text, '2')),
    membres: options.take('membres', (text) => parseNombre(text, '120')) ?? profil?.membres,
    prorata: options.take('prorata', (text) => parseChoix<BaseProrata>(text, ['jours', 'mois'])),
    missions: readMissions(options, ['fixe', 'variable', 'demarrage', 'taux', 'atteint'], profil, io.today),
  };
  if (texte?.kind === 'proposition' && isDated) refuseJour(options);
  const cote = { asOf: isDated ? asOf : findJour(texte, signature ?? asOf, signature !== undefined), texte, entree };
  return { cote, problems: options.listProblems().map(toChamp) };
}

function findJour(texte: TexteCompare | null, asOf: Cote['asOf'], isSigned: boolean): Cote['asOf'] {
  if (texte?.kind === 'proposition') return texte.proposition.depuis;
  if (texte?.kind === 'texte' && !isSigned) return texte.texte.enVigueurDu ?? asOf;
  return asOf;
}

function parseTexte(typed: string, { corpus, parametres }: Referentiel, today: CalendarDate): Parsed<TexteCompare> {
  const textes = [...corpus.textes.values()];
  const found = findTexteCompare(typed, textes, parametres, today);
  if (found.kind === 'trouve') return toValue(found.texte);
  const ecrit = toEcho(typed);
  if (found.kind === 'plusieurs') {
    return toProblem('cli-texte-plusieurs', { ecrit, choix: toExemple(found.choix.join(', ')) });
  }
  const names = listTextesComparables(textes, parametres);
  const choix = toExemple(names.join(', '));
  const nearest = findNearest(typed.trim().replace(/\s+/g, '-'), names);
  if (nearest === undefined || /\d/.test(typed)) return toProblem('cli-texte-inconnu', { ecrit, choix });
  return toProblem('cli-texte-inconnu-proche', { ecrit, choix, proche: toExemple(nearest) });
}

function refuseJour(options: Options): void {
  options.report({ champ: '--as-of', message: toMessage('comparaison-proposition-sans-jour') });
}

/** Inside a side, fields are written without dashes. */
function toChamp({ champ, message }: InputProblem): InputProblem {
  return { champ: champ.replace(/^--/, ''), message };
}
