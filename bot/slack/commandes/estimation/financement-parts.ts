import { describeFinancement, type LectureDecrite } from '#bot/render/describe-financement.ts';
import { describeReferences, listReferences } from '#bot/render/describe-references.ts';
import type { AnswerParts, Rubrique } from '#bot/render/render-text.ts';
import type { Scribe } from '#bot/render/scribe.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Financement } from '#tools/financement/financement.ts';
import type { Outcome } from '#tools/outcome.ts';
import type { Parole } from '../parler.ts';

/**
 * A funding estimate as the parts of a message: totals first, then lines, payments, hypotheses, gaps, sources and day.
 * @param notes what was understood of the words, and what was not: said before all the rest
 */
export function toFinancementParts(
  outcome: Outcome<Financement>,
  notes: readonly LicensedText[],
  { referentiel, write }: Parole,
): AnswerParts {
  const scribe = write('financement', outcome.asOf);
  const { titre, lectures, enonces, rubriques } = describeFinancement(outcome, scribe);
  const references = describeReferences(listReferences(outcome), referentiel, scribe);
  const sources = references.map(({ texte, lu }) => scribe.phrase('commandes-source', { texte, lu }));
  return {
    enonces: [
      ...notes,
      ...(titre ? [titre] : []),
      ...(lectures.length > 1 ? [scribe.phrase('cli-lectures')] : []),
      ...lectures.flatMap((lecture) => tellTotaux(lecture, scribe)),
      ...enonces,
    ],
    rubriques: [...lectures.flatMap((lecture) => toRubriques(lecture, scribe)), ...rubriques],
    sources: sources.length > 0 ? { titre: scribe.phrase('interface-sources'), lignes: sources } : undefined,
    avis: [],
    jour: scribe.phrase('interface-jour', { asOf: { kind: 'date', date: outcome.asOf } }),
  };
}

function tellTotaux({ nom, totaux }: LectureDecrite, scribe: Scribe): readonly LicensedText[] {
  const lines = totaux.map((total) => scribe.phrase('commandes-montant', total));
  return nom === undefined ? lines : [scribe.phrase('commandes-lecture', { nom: capitalise(nom) }), ...lines];
}

function toRubriques({ nom, lignes, versements }: LectureDecrite, scribe: Scribe): readonly Rubrique[] {
  const name = (titre: LicensedText) =>
    nom === undefined ? titre : scribe.phrase('commandes-de-lecture', { titre, nom });
  const lists = [
    {
      titre: name(scribe.phrase('commandes-lignes')),
      lignes: lignes.map(({ montant, label, origine }) =>
        scribe.phrase('commandes-ligne', { montant, label, origine }),
      ),
    },
    {
      titre: name(scribe.phrase('cli-versements')),
      lignes: versements.map(({ jour, montant, label }) =>
        scribe.phrase('commandes-versement', { jour: capitalise(jour), montant, label }),
      ),
    },
  ];
  return lists.filter((list) => list.lignes.length > 0);
}

/** A text that opens a line. */
function capitalise([first, ...others]: LicensedText): LicensedText {
  if (typeof first !== 'string') return first === undefined ? [] : [first, ...others];
  return [`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...others];
}
