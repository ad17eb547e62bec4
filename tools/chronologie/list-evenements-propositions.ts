import { toMessage } from '#corpus/law/message.ts';
import type { TexteMetadata } from '#corpus/law/texte.ts';
import type { Cote, Proposition } from '../comparaison/comparaison.ts';
import { computeComparaison } from '../comparaison/compute-comparaison.ts';
import { listTextesDesRegles } from '../comparaison/find-texte-compare.ts';
import { findOrigine, listPropositions } from '../comparaison/list-propositions.ts';
import { listValues } from '../outcome.ts';
import type { Archives, Evenement } from './evenement.ts';

/**
 * Every proposal that was never adopted, with what it offered and what the next text kept.
 * @legal values of corpus/parametres whose standing is `proposition`: never law
 */
export function listEvenementsPropositions(archives: Archives): readonly Evenement[] {
  return listPropositions(archives.parametres).map((proposition) => {
    const origines = proposition.valeurs.flatMap((valeur) => findOrigine(valeur) ?? []);
    const references = [...new Map(origines.map(({ reference }) => [reference.texte, reference])).values()];
    const texte = archives.textes.find(({ id }) => id === references[0]?.texte);
    const suite = findSuite(proposition, archives);
    const arg = { proposition: { kind: 'texte', id: references[0]?.texte ?? '' } } as const;
    return {
      date: toDate(proposition, texte),
      nature: 'proposition',
      texte: references[0]?.texte ?? proposition.alias,
      label: suite
        ? toMessage('evenement-proposition', { ...arg, suite: { kind: 'texte', id: suite.id } })
        : toMessage('evenement-proposition-sans-suite', arg),
      statut: 'proposition',
      references,
      changements: suite ? compare(proposition, suite, archives) : [],
    };
  });
}

/** The text that made rules after the proposal: its fate. */
function findSuite({ depuis }: Proposition, { textes, parametres }: Archives): TexteMetadata | undefined {
  const made = listTextesDesRegles(parametres);
  const later = textes.filter(
    ({ id, enVigueurDu }) => made.has(id) && enVigueurDu !== undefined && enVigueurDu > depuis,
  );
  return later.toSorted((a, b) => ((a.enVigueurDu ?? '') < (b.enVigueurDu ?? '') ? -1 : 1))[0];
}

function compare(proposition: Proposition, suite: TexteMetadata, { parametres }: Archives): Evenement['changements'] {
  const a: Cote = { asOf: proposition.depuis, texte: { kind: 'proposition', proposition }, entree: { missions: [] } };
  const asOf = suite.enVigueurDu ?? proposition.depuis;
  const b: Cote = { asOf, texte: { kind: 'texte', texte: suite }, entree: { missions: [] } };
  const values = listValues(computeComparaison({ a, b }, parametres, asOf));
  // What the proposal says nothing of is not its story.
  return values.flatMap(({ differences }) => differences.filter((difference) => difference.a.statut === 'proposition'));
}

/** A first of the month stands for a month in the data when its text is dated to the month; a 1 January for a year. */
function toDate({ depuis }: Proposition, texte: TexteMetadata | undefined): string {
  const exact = texte === undefined || texte.date.length === depuis.length || !depuis.endsWith('-01');
  if (exact) return depuis;
  return depuis.endsWith('-01-01') ? depuis.slice(0, 'AAAA'.length) : depuis.slice(0, 'AAAA-MM'.length);
}
