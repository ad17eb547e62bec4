import { toMessage } from '#corpus/law/message.ts';
import type { Options } from './open-options.ts';
import { toExemple, toValue } from './parsed.ts';
import { type ChampCote, splitCote } from './split-cote.ts';

/** Fields of both sides; `isAvantApres` when they are the eve and the first day of a text. */
export type CotesTapes = {
  readonly a: readonly ChampCote[];
  readonly b: readonly ChampCote[];
  readonly isAvantApres: boolean;
};

/** Reads `--a`, `--b`, `--pour` (what both sides share) and `--avant-apres`, and reports what does not go together. */
export function readFields(options: Options): CotesTapes {
  const pour = options.take('pour', splitCote) ?? [];
  const a = options.take('a', splitCote);
  const b = options.take('b', splitCote);
  const texte = options.take('avant-apres', toValue);
  if (texte === undefined) {
    if (options.listProblems().length === 0 && (a === undefined || b === undefined)) reportMissing(options, a, b);
    return { a: withCommon(a ?? [], pour), b: withCommon(b ?? [], pour), isAvantApres: false };
  }
  if (a || b) options.report({ champ: '--avant-apres', message: toMessage('cli-avant-apres-seul') });
  const dated = pour.find(({ nom }) => ['as-of', 'texte', 'signature', 'renouvellement'].includes(nom));
  if (dated) options.report({ champ: `--pour, ${dated.nom}`, message: toMessage('cli-avant-apres-sans-jour') });
  const champs: readonly ChampCote[] = [...pour, { nom: 'texte', valeur: texte }];
  return { a: champs, b: champs, isAvantApres: true };
}

function reportMissing(options: Options, a: unknown, b: unknown): void {
  for (const [champ, value] of Object.entries({ '--a': a, '--b': b })) {
    if (value !== undefined) continue;
    const exemple = toExemple(`${champ} "as-of=2022-03-31,taille=1"`);
    options.report({ champ, message: toMessage('cli-option-obligatoire', { exemple }) });
  }
}

/** What a side says itself wins; a population said replaces a common size, and the other way round. */
function withCommon(own: readonly ChampCote[], common: readonly ChampCote[]): readonly ChampCote[] {
  const said = new Set(own.map(({ nom }) => toGroup(nom)));
  return [...common.filter(({ nom }) => nom === 'mission' || !said.has(toGroup(nom))), ...own];
}

function toGroup(nom: ChampCote['nom']): string {
  return nom === 'population' ? 'taille' : nom;
}
