import type { Referentiel } from '#bot/render/referentiel.ts';
import { createScribe } from '#bot/render/scribe.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Lang } from '#corpus/law/lang.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { computeEcheances } from '#tools/echeances/compute-echeances.ts';
import type { EcheancesInput, MissionSuivie } from '#tools/echeances/echeance.ts';
import { computeFinancement } from '#tools/financement/compute-financement.ts';
import type { Financement, FinancementInput, MissionSaisie } from '#tools/financement/financement.ts';
import type { Outcome } from '#tools/outcome.ts';
import { openPainter, type Painter, type Png } from './draw-png.ts';
import { layRangs } from './lay-rangs.ts';
import type { Measure, Planche } from './planche.ts';
import { describeCalendrierImage, layCalendrier } from './planche-calendrier.ts';
import { describeFinancementImage } from './planche-financement.ts';
import { describeVersementsImage } from './planche-versements.ts';
import { loadStyle, type Style } from './style.ts';

/** The pictures there are. */
export const GENRES = ['financement', 'calendrier', 'versements'] as const;
export type GenreImage = (typeof GENRES)[number];

/** What a picture is made from: a community as the calculators take it. */
export type SujetImage = {
  readonly nom?: string | undefined;
  readonly contrat: Omit<FinancementInput, 'missions' | 'annee'> & Pick<EcheancesInput, 'projetDepose'>;
  readonly annee?: number | undefined;
  readonly missions: readonly (MissionSaisie & MissionSuivie)[];
  /** The funding to draw, when it was computed already. */
  readonly financement?: Outcome<Financement> | undefined;
};

/** A picture, and the sentences that say the same to who does not see it. */
export type Image = Png & { readonly titre: LicensedText; readonly alternative: LicensedText };

/** Draws pictures; its libraries are loaded at the first one. */
export type ImageRenderer = (
  genre: GenreImage,
  sujet: SujetImage,
  asOf: CalendarDate,
  lang: Lang,
) => Promise<Image | undefined>;

/**
 * Builds the renderer. The same subject on the same day gives the same bytes.
 * @returns a function that gives undefined when there is nothing to draw: no size, or no signature for a calendar
 * @throws {BotError} ERR_IMAGE_POLICE when the font is missing, ERR_CHIFFRE_SANS_ORIGINE for a figure without origin
 */
export function createImageRenderer(referentiel: Referentiel, style: Style = loadStyle()): ImageRenderer {
  let opening: Promise<Painter> | undefined;
  return async function renderImage(genre, sujet, asOf, lang) {
    const described = describe(genre, sujet, { asOf, lang, referentiel });
    if (!described) return undefined;
    opening ??= openPainter(style);
    const painter = await opening;
    const { titre, alternative } = described;
    return { ...(await painter.draw(described.lay(style, painter.measure))), titre, alternative };
  };
}

type Cadre = { readonly asOf: CalendarDate; readonly lang: Lang; readonly referentiel: Referentiel };
type Described = {
  readonly titre: LicensedText;
  readonly alternative: LicensedText;
  readonly lay: (style: Style, measure: Measure) => Planche;
};

function describe(genre: GenreImage, sujet: SujetImage, { asOf, lang, referentiel }: Cadre): Described | undefined {
  const { nom, contrat, missions, annee, financement } = sujet;
  const { parametres, vocabulary } = referentiel;
  if (genre === 'calendrier') {
    const outcome = computeEcheances({ ...contrat, missions }, parametres, asOf);
    const scribe = createScribe('echeances', asOf, vocabulary, lang);
    const made = describeCalendrierImage(outcome, { nom, signature: contrat.signature }, scribe);
    return (
      made && {
        ...made,
        titre: made.tableau.titre,
        lay: (style, measure) => layCalendrier(made.tableau, style, measure),
      }
    );
  }
  const scribe = createScribe('financement', asOf, vocabulary, lang);
  const isYear = genre === 'financement';
  const input = { ...contrat, missions, annee: isYear ? annee : ('contrat-entier' as const) };
  const outcome = (isYear ? financement : undefined) ?? computeFinancement(input, parametres, asOf);
  const made = isYear ? describeFinancementImage(outcome, nom, scribe) : describeVersementsImage(outcome, nom, scribe);
  return (
    made && { ...made, titre: made.tableau.titre, lay: (style, measure) => layRangs(made.tableau, style, measure) }
  );
}
