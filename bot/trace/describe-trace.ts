import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Lang } from '#corpus/law/lang.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { toDonnee } from '#corpus/law/message.ts';
import type { Financement, FinancementInput } from '#tools/financement/financement.ts';
import { findAnnees } from '#tools/financement/find-annees.ts';
import type { Outcome } from '#tools/outcome.ts';
import type { Periode } from '../answer/situate/faits.ts';
import type { Receipt } from '../receipts/receipt.ts';
import { describeFinancement, type LectureDecrite } from '../render/describe-financement.ts';
import { describeReferences, listReferences } from '../render/describe-references.ts';
import type { Referentiel } from '../render/referentiel.ts';
import { createScribe, type Scribe } from '../render/scribe.ts';
import { describeEntrees } from './describe-entrees.ts';
import type { LigneTrace, SectionTrace, TraceCalcul } from './trace.ts';

/** What is written down besides the outcome. */
export type TraceDonnee = {
  readonly outcome: Outcome<Financement>;
  readonly input: FinancementInput;
  /** Days among which the contract was signed, when its day is not known. */
  readonly signeEntre?: Periode | undefined;
  /** Name of the community, as its profile or the person gives it. */
  readonly nom: string | undefined;
  readonly receipt: Receipt;
};

/** Writes a funding estimate down: inputs, lines, steps, totals, payments, hypotheses, gaps, references, receipt. */
export function describeTrace(
  { outcome, input, signeEntre, nom, receipt }: TraceDonnee,
  referentiel: Referentiel,
  lang: Lang,
): TraceCalcul {
  const { asOf } = outcome;
  // A day of signature that is not known leaves the day of the rules open.
  const joursDeDroit = signeEntre ? [] : listJoursDeDroit(input, referentiel, asOf);
  const scribe = createScribe('financement', asOf, referentiel.vocabulary, lang);
  const { titre, lectures, enonces, rubriques } = describeFinancement(outcome, scribe);
  const references = describeReferences(listReferences(outcome), referentiel, scribe).map(
    ({ texte, lu, adresse }): LigneTrace => ({ element: texte, precision: [lu, ...(adresse ? [adresse] : [])] }),
  );
  const sections: readonly SectionTrace[] = [
    {
      titre: scribe.phrase('trace-entrees'),
      lignes: describeEntrees({ input, signeEntre, asOf, joursDeDroit }, scribe),
    },
    { titre: scribe.phrase('trace-sans-resultat'), lignes: enonces.map((element) => ({ element })) },
    ...lectures.flatMap((lecture) => describeLecture(lecture, scribe)),
    ...rubriques.map((rubrique) => ({
      titre: rubrique.titre,
      lignes: rubrique.lignes.map((element) => ({ element })),
    })),
    { titre: scribe.phrase('trace-references'), lignes: references },
    { titre: scribe.phrase('trace-recu'), lignes: describeReceipt(receipt, scribe) },
  ];
  const name = nom === undefined ? [] : [scribe.phrase('trace-nom', { nom: toEcho(nom) })];
  return {
    lang,
    asOf,
    titre: titre ?? scribe.phrase('trace-titre', { asOf: { kind: 'date', date: asOf } }),
    entete: [...name, scribe.phrase('trace-avertissement', { asOf: { kind: 'date', date: asOf } })],
    sections: sections.filter(({ lignes }) => lignes.length > 0),
    pied: (page, pages) => scribe.phrase('trace-page', { page: toCounter(page), pages: toCounter(pages) }),
  };
}

/**
 * Days whose law was applied: the first of each contract year, else the day of the answer.
 * @legal each contract year is read with the law of its first day (convention of ours)
 */
function listJoursDeDroit(
  input: FinancementInput,
  { parametres }: Referentiel,
  asOf: CalendarDate,
): readonly CalendarDate[] {
  const annees = findAnnees(input, parametres, asOf);
  return annees.kind === 'computed' ? [...new Set(annees.value.map(({ jourDeDroit }) => jourDeDroit))] : [asOf];
}

function describeLecture({ nom, lignes, totaux, versements }: LectureDecrite, scribe: Scribe): readonly SectionTrace[] {
  const name = (titre: LicensedText): LicensedText => (nom === undefined ? titre : [...titre, ' — ', ...nom]);
  return [
    {
      titre: name(scribe.phrase('trace-lignes')),
      lignes: lignes.map(({ montant, label, etapes, origine }) => ({
        element: label,
        valeur: montant,
        precision: [...etapes, origine],
      })),
    },
    {
      titre: name(scribe.phrase('trace-totaux')),
      lignes: totaux.map(({ montant, label }) => ({ element: label, valeur: montant })),
    },
    {
      titre: name(scribe.phrase('cli-versements')),
      lignes: versements.map(({ jour, montant, label }) => ({ element: label, valeur: montant, precision: [jour] })),
    },
  ];
}

/** What identifies the data and the result: the same bytes give the same receipt. */
function describeReceipt({ corpus, parametres, answer }: Receipt, scribe: Scribe): readonly LigneTrace[] {
  return [
    { element: scribe.phrase('trace-recu-corpus'), precision: [toHash(corpus)] },
    { element: scribe.phrase('trace-recu-parametres'), precision: [toHash(parametres)] },
    { element: scribe.phrase('trace-recu-resultat'), precision: [toHash(answer)] },
  ];

  function toHash(sum: string): LicensedText {
    return scribe.phrase('trace-empreinte', { empreinte: toDonnee(sum) });
  }
}

function toCounter(valeur: number) {
  return { kind: 'nombre', valeur } as const;
}

/** The person's own words, on one line. */
function toEcho(nom: string) {
  const text = nom.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return { kind: 'question', text, start: 0, end: nom.length } as const;
}
