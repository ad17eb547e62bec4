import { FIRST_DAY } from '#corpus/law/calendar-date.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Financement } from '#tools/financement/financement.ts';
import { listValues, type Outcome } from '#tools/outcome.ts';
import { licenseText } from '../answer/license-text.ts';
import { joinPoints } from './join-points.ts';
import type { Referentiel } from './referentiel.ts';
import type { Scribe } from './scribe.ts';

/** A text behind a result: its name with the article read, where it was read, its address when it is known. */
export type ReferenceDite = {
  readonly texte: LicensedText;
  readonly lu: LicensedText;
  readonly adresse: LicensedText | undefined;
};

/** Every reference of a funding outcome, in the order of its lines. */
export function listReferences(outcome: Outcome<Financement>): readonly Reference[] {
  if (outcome.kind === 'not-covered') return outcome.references;
  return listValues(outcome).flatMap(({ lignes }) => lignes.flatMap(({ references }) => references));
}

/** Tells references, each text once for each of its articles. */
export function describeReferences(
  references: readonly Reference[],
  { corpus }: Pick<Referentiel, 'corpus'>,
  scribe: Scribe,
): readonly ReferenceDite[] {
  const groups = new Map<string, Reference[]>();
  for (const reference of references) {
    const key = JSON.stringify([reference.texte, reference.article, reference.bareme?.fichier]);
    groups.set(key, [...(groups.get(key) ?? []), reference]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const known = corpus.textes.get(first.texte);
    const refs = [...new Set(group.flatMap((reference) => reference.refs))];
    const places = [...new Set(refs.map((ref) => corpus.sources.get(ref)?.editeur ?? known?.editeur ?? ''))];
    const lu = first.bareme === undefined ? places.filter((place) => place !== '') : [first.bareme.ou];
    return [
      {
        texte: tellTexte(first, scribe),
        lu: scribe.phrase('reference-lu', {
          lu: joinPoints(
            lu.map((place) => license(place, first)),
            scribe.phrase,
          ),
        }),
        adresse: known?.url ? scribe.phrase('reference-adresse', { adresse: license(known.url, first) }) : undefined,
      },
    ];
  });
}

function tellTexte({ texte, article }: Reference, scribe: Scribe): LicensedText {
  const args = { texte: { kind: 'texte', id: texte } } as const;
  if (article === undefined) return scribe.phrase('cli-texte', args);
  return scribe.phrase('ics-article', { ...args, article: { kind: 'donnee', fr: article, en: article } });
}

/** Names of publishers and addresses hold figures: they refer to the text itself. */
function license(text: string, reference: Reference): LicensedText {
  return licenseText(text, reference.texte, FIRST_DAY, { statut: null, confiance: null, references: [reference] });
}
