import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import { toDonnee } from '#corpus/law/message.ts';
import type { LuDansBareme, Reference } from '#corpus/law/reference.ts';
import type { Financement, LigneFinancement, Versement } from '#tools/financement/financement.ts';
import type { Outcome } from '#tools/outcome.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import { toFinancementLabel } from '../answer/to-financement-label.ts';
import type { Referentiel } from '../render/referentiel.ts';
import { createScribe, type Scribe } from '../render/scribe.ts';
import { type Line, sealLines, toColumns, toSection } from './layout.ts';
import { renderAppui, renderOutcomeText, renderTextes } from './render-outcome-text.ts';

/** The funding outcome for a reader: lines with their steps, totals, payments, hypotheses, gaps. */
export function renderFinancementText(outcome: Outcome<Financement>, { vocabulary }: Referentiel): string {
  const scribe = createScribe('financement', outcome.asOf, vocabulary);
  const rest = renderOutcomeText(outcome, scribe);
  if (outcome.kind === 'computed') {
    const { value, asOf } = outcome;
    return `${sealLines([renderTitle([value], asOf, scribe), [], ...renderLecture(value, scribe), ...rest])}\n`;
  }
  if (outcome.kind !== 'ambiguous') return `${sealLines(rest)}\n`;
  const values = outcome.readings.map(({ value }) => value);
  const lectures = outcome.readings.flatMap(({ hypothese, value }) => {
    const name = joinLicensed(
      hypothese.map(({ code, args }) => scribe.phrase(code, args)),
      ', ',
    );
    return toSection(['— ', ...name], renderLecture(value, scribe));
  });
  return `${sealLines([renderTitle(values, outcome.asOf, scribe), scribe.phrase('cli-lectures'), ...lectures, ...rest])}\n`;
}

function renderTitle(values: readonly Financement[], asOf: CalendarDate, scribe: Scribe): LicensedText {
  const numeros = [...new Set(values.map(({ taille }) => toNumeroTaille(taille)))];
  const tailles = joinLicensed(
    numeros.map((numero) => scribe.phrase('nombre', { nombre: { kind: 'taille', numero } })),
    ' ou ',
  );
  const args = { taille: tailles, asOf: { kind: 'date', date: asOf } } as const;
  const [first] = values;
  if (first?.annee) {
    const annee = { kind: 'nombre', valeur: first.annee, unite: 'annee-contrat' } as const;
    return scribe.phrase('cli-financement-annee', { ...args, annee });
  }
  const isSeveralYears = first?.lignes.some(({ annee }) => annee !== null);
  return scribe.phrase(isSeveralYears ? 'cli-financement-contrat' : 'cli-financement-annee-pleine', args);
}

function renderLecture(value: Financement, scribe: Scribe): readonly LicensedText[] {
  const amounts: Line[] = value.lignes.flatMap((ligne) => renderLigne(ligne, value, scribe));
  const totals = [
    { code: 'cli-total', montant: value.total },
    { code: 'cli-estimation', montant: value.estimation },
    { code: 'cli-maximum', montant: value.maximum },
    { code: 'cli-plafond', montant: value.plafond },
  ].flatMap(({ code, montant }): Line[] =>
    montant === null ? [] : [[renderEuros(montant, scribe), scribe.phrase(code)]],
  );
  const versements = value.versements.map((versement) => renderVersement(versement, value, scribe));
  return [
    ...toColumns([...amounts, ...totals], 1),
    ...toSection(scribe.phrase('cli-versements'), toColumns(versements, 2)),
  ];
}

/** A payment: its day, and the contract year it pays for when the value spans several. */
function renderVersement({ date, annee, montant, label }: Versement, value: Financement, scribe: Scribe): Line {
  const jour =
    date === null ? scribe.phrase('cli-date-absente') : scribe.phrase('cli-jour', { jour: { kind: 'date', date } });
  const named = scribe.phrase(label.code, label.args);
  if (value.annee !== null || annee === null) return [jour, renderEuros(montant, scribe), named];
  const rang = scribe.phrase('cli-annee-contrat', {
    annee: { kind: 'nombre', valeur: annee, unite: 'annee-contrat' },
  });
  return [jour, renderEuros(montant, scribe), joinLicensed([named, rang], ', ')];
}

function renderLigne(ligne: LigneFinancement, value: Financement, scribe: Scribe): readonly Line[] {
  const { code, args } = toFinancementLabel(ligne, value);
  return [
    [renderEuros(ligne.montant, scribe), scribe.phrase(code, args, ligne)],
    ...ligne.etapes.map((etape): Line => [[], ['  ', ...scribe.phrase(etape.code, etape.args, ligne)]]),
    [[], ['  ', ...renderOrigine(ligne, scribe)]],
  ];
}

/** A rule in force known by a contract is the asker's own amount: the texts only say how it is paid. */
function renderOrigine({ statut, confiance, references }: LigneFinancement, scribe: Scribe): LicensedText {
  const fourni = references.find(({ bareme }) => bareme !== undefined);
  if (fourni?.bareme !== undefined) return renderFourni(fourni, fourni.bareme, scribe);
  if (statut === 'expire') {
    // It was due by the law of its day: what has ended since is the rule, not the right to it.
    return joinLicensed([scribe.phrase('cli-expire-depuis'), renderTextes(references, scribe)], ', ');
  }
  if (statut !== 'en-vigueur' || confiance !== 'C') return renderAppui(statut, references, scribe);
  const contrat = scribe.phrase('cli-votre-contrat');
  if (references.length === 0) return contrat;
  return scribe.phrase('cli-votre-contrat-verse', { contrat, textes: renderTextes(references, scribe) });
}

/** « barème fourni par votre administrateur (fichier), d'après : avenant 2, article 8, lu le … : Légifrance ». */
function renderFourni(reference: Reference, { fichier, ou, le }: LuDansBareme, scribe: Scribe): LicensedText {
  return scribe.phrase('bareme-origine', {
    fichier: toDonnee(fichier),
    textes: renderTextes([reference], scribe),
    article: toDonnee(reference.article ?? ''),
    lu: toDonnee(ou),
    jour: { kind: 'date', date: le },
  });
}

function renderEuros(centimes: Centimes, scribe: Scribe): LicensedText {
  return scribe.phrase('cli-montant', { montant: { kind: 'euros', centimes } });
}
