import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import { toDonnee } from '#corpus/law/message.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Echeance } from '#tools/echeances/echeance.ts';
import { seal } from '../gate.ts';
import type { Appui, Scribe } from './scribe.ts';

/** The texts of a deadline in a calendar, each passed through the gate. */
export type EcheanceDecrite = {
  readonly summary: string;
  /** One idea a line: what is planned, standing and texts, hypotheses, day of the computation. */
  readonly description: string;
  readonly categories: readonly string[];
  /** Whether the day only comes about if the contract is renewed. */
  readonly conditional: boolean;
};

/** What a deadline says where there is only a title and a note to say it. */
export function describeEcheance(echeance: Echeance, asOf: CalendarDate, scribe: Scribe): EcheanceDecrite {
  const { code, label, suivi, statut, references, hypotheses } = echeance;
  const appui = { statut, confiance: null, references };
  const lines = [
    ...(suivi ? [scribe.phrase(suivi.phrase.code, suivi.phrase.args)] : []),
    tellAppui(appui, scribe),
    ...hypotheses.map(({ code: hypothese, args }) => scribe.phrase(hypothese, args, appui)),
    scribe.phrase('ics-calcule', { asOf: { kind: 'date', date: asOf } }),
  ];
  return {
    summary: scribe.write(label, appui),
    description: seal(joinLicensed(lines, '\n')),
    categories: ['ics-categorie', toCategorie(code)].map((categorie) => seal(scribe.phrase(categorie))),
    conditional: hypotheses.some((hypothese) => hypothese.code === 'avance-si-renouvellement'),
  };
}

/** « en vigueur, d'après : avenant 2 »: standing and the texts that make a rule. */
export function tellAppui(appui: Appui & Pick<Echeance, 'statut'>, scribe: Scribe): LicensedText {
  const textes = appui.references.map((reference) => tellReference(reference, appui, scribe));
  const statut = scribe.phrase(`statut-${appui.statut}`);
  return scribe.phrase('ics-appui', { statut, textes: joinLicensed(textes, ', ') });
}

function tellReference({ texte, article }: Reference, appui: Appui, scribe: Scribe): LicensedText {
  const args = { texte: { kind: 'texte', id: texte } } as const;
  if (article === undefined) return scribe.phrase('cli-texte', args, appui);
  return scribe.phrase('ics-article', { ...args, article: toDonnee(article) }, appui);
}

/** Kind of a deadline, from the family of its code. */
function toCategorie(code: string): string {
  if (code.startsWith('projet-sante:')) return 'ics-categorie-projet';
  if (code.startsWith('fonctionnement:')) return 'ics-categorie-versement';
  const ofContrat = code.startsWith('contrat:') || code.startsWith('anniversaire:');
  return ofContrat ? 'ics-categorie-contrat' : 'ics-categorie-mission';
}
