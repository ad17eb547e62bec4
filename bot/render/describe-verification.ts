import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { ChiffreLu } from '../verification/create-verification.ts';
import { renderAttendus } from './render-verification-json.ts';
import type { Scribe } from './scribe.ts';
import { tellTextes } from './tell-outcome.ts';

/** The verdict of a figure in words. */
export type ChiffreDit = {
  /** « Contraire aux textes : 80 000 € — le fonctionnement, taille 3 ». */
  readonly verdict: LicensedText;
  /** The words of the text around it, the asker's own. */
  readonly extrait: LicensedText;
  readonly raison: LicensedText;
  /** The texts that say so; none when none does. */
  readonly source: LicensedText | undefined;
};

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

/** Tells the verdict of a figure, the same for the terminal and Slack. */
export function describeChiffre(chiffre: ChiffreLu, text: string, scribe: Scribe): ChiffreDit {
  const { verdict, lectures, attendus, raison, references } = chiffre.verifie;
  const [lecture] = lectures;
  const { start, end } = chiffre;
  const extrait = { kind: 'question', text: findExtrait(chiffre, text), start, end } as const;
  const ecrit = { kind: 'question', text: chiffre.text, start, end } as const;
  const head = scribe.phrase('verif-ligne', { verdict: tellVerdict(chiffre, scribe), chiffre: ecrit });
  const label = lecture ? [scribe.phrase(lecture.label.code, lecture.label.args, lecture)] : [];
  const why = [scribe.phrase(raison.code, raison.args)];
  if (verdict !== 'en-vigueur' && attendus.length > 0) {
    why.push(scribe.phrase('verif-au-lieu', { attendu: renderAttendus(attendus, scribe) }));
  }
  return {
    verdict: joinLicensed([head, ...label], ' — '),
    extrait: scribe.phrase('verif-extrait', { extrait }),
    raison: joinLicensed(why, ' '),
    source: references.length > 0 ? tellTextes(references, scribe) : undefined,
  };
}

function tellVerdict({ verifie: { verdict, lectures } }: ChiffreLu, scribe: Scribe): LicensedText {
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

/** How many figures got each verdict, those to look at first. */
export function tellBilan(chiffres: readonly ChiffreLu[], scribe: Scribe): LicensedText {
  const parts = ORDRE.flatMap((verdict) => {
    const valeur = chiffres.filter(({ verifie }) => verifie.verdict === verdict).length;
    if (valeur === 0) return [];
    const nombre = { kind: 'nombre', valeur } as const;
    return [scribe.phrase('verif-bilan-part', { verdict: scribe.phrase(VERDICTS[verdict]), nombre })];
  });
  return scribe.phrase('verif-bilan', { bilan: joinLicensed(parts, ', ') });
}

/** What to do of figures that nobody here knows; nothing when there are none. */
export function tellConseil(chiffres: readonly ChiffreLu[], scribe: Scribe): readonly LicensedText[] {
  return chiffres.some(({ verifie }) => verifie.verdict === 'inconnu') ? [scribe.phrase('verif-conseil')] : [];
}
