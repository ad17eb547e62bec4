import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { Referentiel } from '../render/referentiel.ts';
import { renderAttendus } from '../render/render-verification-json.ts';
import { createScribe, type Scribe } from '../render/scribe.ts';
import type { ChiffreLu } from '../verification/create-verification.ts';
import { sealLines } from './layout.ts';
import { renderTextes } from './render-outcome-text.ts';

/** What a reader sees of each verdict. */
const VERDICTS = {
  'en-vigueur': 'verif-verdict-en-vigueur',
  expire: 'verif-verdict-expire',
  proposition: 'verif-verdict-proposition',
  contraire: 'verif-verdict-contraire',
  inconnu: 'verif-verdict-inconnu',
} as const;

/** How many characters of the text are shown on each side of a figure. */
const AUTOUR = 40;

/** The verdict of each figure of a text, in the order of the text, for a reader. */
export function renderVerificationText(
  chiffres: readonly ChiffreLu[],
  text: string,
  asOf: CalendarDate,
  { vocabulary }: Referentiel,
): string {
  const scribe = createScribe('verification', asOf, vocabulary);
  const titre = scribe.phrase('verif-titre', { asOf: { kind: 'date', date: asOf } });
  if (chiffres.length === 0) return `${sealLines([titre, scribe.phrase('verif-rien')])}\n`;
  const lines = chiffres.flatMap((chiffre) => [[], ...renderChiffre(chiffre, text, scribe)]);
  return `${sealLines([titre, ...lines, [], renderBilan(chiffres, scribe), ...renderConseil(chiffres, scribe)])}\n`;
}

function renderChiffre(chiffre: ChiffreLu, text: string, scribe: Scribe): readonly LicensedText[] {
  const { verdict, lectures, attendus, raison, references } = chiffre.verifie;
  const [lecture] = lectures;
  const extrait = {
    kind: 'question',
    text: findExtrait(chiffre, text),
    start: chiffre.start,
    end: chiffre.end,
  } as const;
  const ecrit = { kind: 'question', text: chiffre.text, start: chiffre.start, end: chiffre.end } as const;
  const head = scribe.phrase('verif-ligne', { verdict: renderVerdict(chiffre, scribe), chiffre: ecrit });
  const label = lecture ? [scribe.phrase(lecture.label.code, lecture.label.args, lecture)] : [];
  const why = [scribe.phrase(raison.code, raison.args)];
  if (verdict !== 'en-vigueur' && attendus.length > 0) {
    why.push(scribe.phrase('verif-au-lieu', { attendu: renderAttendus(attendus, scribe) }));
  }
  const from = references.length > 0 ? [renderTextes(references, scribe)] : [];
  return [
    joinLicensed([head, ...label], ' — '),
    ['    ', ...scribe.phrase('verif-extrait', { extrait })],
    ['    ', ...joinLicensed(why, ' ')],
    ...from.map((line): LicensedText => ['    ', ...line]),
  ];
}

function renderVerdict({ verifie: { verdict, lectures } }: ChiffreLu, scribe: Scribe): LicensedText {
  const isExact = verdict === 'en-vigueur' && lectures[0]?.statut !== 'en-vigueur';
  return scribe.phrase(isExact ? 'verif-verdict-exact' : VERDICTS[verdict]);
}

/** The words on each side of a figure, cut between words. */
function findExtrait({ start, end, phrase }: ChiffreLu, text: string): string {
  const [from, to] = [Math.max(phrase.start, start - AUTOUR), Math.min(phrase.end, end + AUTOUR)];
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  const head = from > phrase.start ? `… ${before.replace(/^\S*\s/, '')}` : before;
  const tail = to < phrase.end ? `${after.replace(/\s\S*$/, '')} …` : after;
  return `${head}${text.slice(start, end)}${tail}`.replace(/\s+/g, ' ').trim();
}

const ORDRE = ['contraire', 'expire', 'proposition', 'inconnu', 'en-vigueur'] as const;

function renderBilan(chiffres: readonly ChiffreLu[], scribe: Scribe): LicensedText {
  const parts = ORDRE.flatMap((verdict) => {
    const valeur = chiffres.filter(({ verifie }) => verifie.verdict === verdict).length;
    if (valeur === 0) return [];
    const nombre = { kind: 'nombre', valeur } as const;
    return [scribe.phrase('verif-bilan-part', { verdict: scribe.phrase(VERDICTS[verdict]), nombre })];
  });
  return scribe.phrase('verif-bilan', { bilan: joinLicensed(parts, ', ') });
}

function renderConseil(chiffres: readonly ChiffreLu[], scribe: Scribe): readonly LicensedText[] {
  return chiffres.some(({ verifie }) => verifie.verdict === 'inconnu') ? [scribe.phrase('verif-conseil')] : [];
}
