import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import { toDonnee } from '#corpus/law/message.ts';
import type { LuDansBareme, Reference } from '#corpus/law/reference.ts';
import type { Financement, LigneFinancement, Versement } from '#tools/financement/financement.ts';
import type { Outcome } from '#tools/outcome.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import { toFinancementLabel } from '../answer/to-financement-label.ts';
import type { Scribe } from './scribe.ts';
import { type OutcomeTold, tellAppui, tellOutcome, tellTextes } from './tell-outcome.ts';

/** A funding outcome in words, the same for the terminal, Slack and files: each lays it out its own way. */
export type FinancementDecrit = OutcomeTold & {
  /** What was computed, and for which day; none when nothing could be. */
  readonly titre: LicensedText | undefined;
  /** One when the law leaves no choice, several when it does, each then with its name. */
  readonly lectures: readonly LectureDecrite[];
};

/** One way of reading the law. */
export type LectureDecrite = {
  readonly nom: LicensedText | undefined;
  readonly lignes: readonly LigneDecrite[];
  /** Total, then estimate, maximum and ceiling when they are known. */
  readonly totaux: readonly MontantDecrit[];
  readonly versements: readonly VersementDecrit[];
};

/** An amount and what it is. */
export type MontantDecrit = { readonly montant: LicensedText; readonly label: LicensedText };
/** A line with its steps, and where it comes from. */
export type LigneDecrite = MontantDecrit & {
  readonly etapes: readonly LicensedText[];
  readonly origine: LicensedText;
};
/** A payment and its day, or the words that say there is none. */
export type VersementDecrit = MontantDecrit & { readonly jour: LicensedText };

/** Tells a funding outcome: lines with their steps, totals, payments, hypotheses, gaps. */
export function describeFinancement(outcome: Outcome<Financement>, scribe: Scribe): FinancementDecrit {
  const told = tellOutcome(outcome, scribe);
  if (outcome.kind === 'computed') {
    const lectures = [describeLecture(outcome.value, undefined, scribe)];
    return { ...told, titre: tellTitre([outcome.value], outcome.asOf, scribe), lectures };
  }
  if (outcome.kind !== 'ambiguous') return { ...told, titre: undefined, lectures: [] };
  const values = outcome.readings.map(({ value }) => value);
  const lectures = outcome.readings.map(({ hypothese, value }) => {
    const names = hypothese.map(({ code, args }) => scribe.phrase(code, args));
    return describeLecture(value, joinLicensed(names, ', '), scribe);
  });
  return { ...told, titre: tellTitre(values, outcome.asOf, scribe), lectures };
}

function tellTitre(values: readonly Financement[], asOf: CalendarDate, scribe: Scribe): LicensedText {
  const numeros = [...new Set(values.map(({ taille }) => toNumeroTaille(taille)))];
  const taille = numeros
    .map((numero) => scribe.phrase('nombre', { nombre: { kind: 'taille', numero } }))
    .reduce((a, b) => scribe.phrase('cli-ou', { a, b }));
  const args = { taille, asOf: { kind: 'date', date: asOf } } as const;
  const [first] = values;
  if (first?.annee) {
    const annee = { kind: 'nombre', valeur: first.annee, unite: 'annee-contrat' } as const;
    return scribe.phrase('cli-financement-annee', { ...args, annee });
  }
  const isSeveralYears = first?.lignes.some(({ annee }) => annee !== null);
  return scribe.phrase(isSeveralYears ? 'cli-financement-contrat' : 'cli-financement-annee-pleine', args);
}

function describeLecture(value: Financement, nom: LicensedText | undefined, scribe: Scribe): LectureDecrite {
  const totaux = [
    { code: 'cli-total', montant: value.total },
    { code: 'cli-estimation', montant: value.estimation },
    { code: 'cli-maximum', montant: value.maximum },
    { code: 'cli-plafond', montant: value.plafond },
  ].flatMap(({ code, montant }): MontantDecrit[] =>
    montant === null ? [] : [{ montant: tellEuros(montant, scribe), label: scribe.phrase(code) }],
  );
  return {
    nom,
    lignes: value.lignes.map((ligne) => describeLigne(ligne, value, scribe)),
    totaux,
    versements: value.versements.map((versement) => describeVersement(versement, value, scribe)),
  };
}

/** A payment: its day, and the contract year it pays for when the value spans several. */
function describeVersement(
  { date, annee, montant, label }: Versement,
  value: Financement,
  scribe: Scribe,
): VersementDecrit {
  const jour =
    date === null ? scribe.phrase('cli-date-absente') : scribe.phrase('cli-jour', { jour: { kind: 'date', date } });
  const named = scribe.phrase(label.code, label.args);
  const told = { jour, montant: tellEuros(montant, scribe) };
  if (value.annee !== null || annee === null) return { ...told, label: named };
  const rang = scribe.phrase('cli-annee-contrat', {
    annee: { kind: 'nombre', valeur: annee, unite: 'annee-contrat' },
  });
  return { ...told, label: joinLicensed([named, rang], ', ') };
}

function describeLigne(ligne: LigneFinancement, value: Financement, scribe: Scribe): LigneDecrite {
  const { code, args } = toFinancementLabel(ligne, value);
  return {
    montant: tellEuros(ligne.montant, scribe),
    label: scribe.phrase(code, args, ligne),
    etapes: ligne.etapes.map((etape) => scribe.phrase(etape.code, etape.args, ligne)),
    origine: tellOrigine(ligne, scribe),
  };
}

/** A rule in force known by a contract is the asker's own amount: the texts only say how it is paid. */
function tellOrigine({ statut, confiance, references }: LigneFinancement, scribe: Scribe): LicensedText {
  const fourni = references.find(({ bareme }) => bareme !== undefined);
  if (fourni?.bareme !== undefined) return tellFourni(fourni, fourni.bareme, scribe);
  if (statut === 'expire') {
    // It was due by the law of its day: what has ended since is the rule, not the right to it.
    return joinLicensed([scribe.phrase('cli-expire-depuis'), tellTextes(references, scribe)], ', ');
  }
  if (statut !== 'en-vigueur' || confiance !== 'C') return tellAppui(statut, references, scribe);
  const contrat = scribe.phrase('cli-votre-contrat');
  if (references.length === 0) return contrat;
  return scribe.phrase('cli-votre-contrat-verse', { contrat, textes: tellTextes(references, scribe) });
}

/** « barème fourni par votre administrateur (fichier), d'après : avenant 2, article 8, lu le … : Légifrance ». */
function tellFourni(reference: Reference, { fichier, ou, le }: LuDansBareme, scribe: Scribe): LicensedText {
  return scribe.phrase('bareme-origine', {
    fichier: toDonnee(fichier),
    textes: tellTextes([reference], scribe),
    article: toDonnee(reference.article ?? ''),
    lu: toDonnee(ou),
    jour: { kind: 'date', date: le },
  });
}

function tellEuros(centimes: Centimes, scribe: Scribe): LicensedText {
  return scribe.phrase('cli-montant', { montant: { kind: 'euros', centimes } });
}
