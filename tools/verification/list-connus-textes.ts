import { addDays, type CalendarDate, isCalendarDate } from '#corpus/law/calendar-date.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { NORMES, type TexteMetadata } from '#corpus/law/texte.ts';
import type { ChiffreConnu, FindThemes, Precision } from './chiffre.ts';

/**
 * Days of the texts (signature, publication, entry into force) and the last day of the exceptional top-up.
 * @param themesOf concepts that name a text, by its id
 * @legal days read in each text's metadata; a day of a text stays true whatever the day asked
 */
export function listConnusTextes(
  textes: readonly TexteMetadata[],
  themesOf: (texte: TexteMetadata) => readonly string[],
  { complement }: Parametres,
  findThemes: FindThemes,
  asOf: CalendarDate,
): readonly ChiffreConnu[] {
  const days = textes
    .filter(({ nature }) => NORMES.includes(nature))
    .flatMap((texte) => listDays(texte).map((day) => toConnu(texte, day, themesOf(texte))));
  const limite = addDays(complement.signature.jusquau, 1);
  const isOver = complement.statut === 'en-vigueur' && asOf >= limite;
  const cutOff: ChiffreConnu = {
    unite: 'jour',
    valeur: limite,
    montre: { kind: 'date', date: limite },
    sujet: 'limite-complement',
    regle: complement.id,
    missions: [],
    themes: findThemes(complement.reference),
    requis: ['complement-exceptionnel', 'eligibilite', 'amorcage', 'fonctionnement'],
    statut: isOver ? 'expire' : complement.statut,
    confiance: complement.confiance,
    fin: isOver ? limite : null,
    aVenir: asOf < complement.signature.du,
    label: toMessage('connu-limite-complement'),
    references: [complement.reference],
  };
  return [...days, cutOff];
}

type Day = { readonly jour: CalendarDate; readonly evenement: NonNullable<Precision['evenement']> };

/** The three days of a text, or its date alone when it is all that is known. */
function listDays({ signeLe, publieLe, enVigueurDu, date }: TexteMetadata): readonly Day[] {
  const signed = signeLe ?? (isCalendarDate(date) ? date : undefined);
  return [
    ...(signed ? [{ jour: signed, evenement: 'signature' as const }] : []),
    ...(publieLe ? [{ jour: publieLe, evenement: 'publication' as const }] : []),
    ...(enVigueurDu ? [{ jour: enVigueurDu, evenement: 'vigueur' as const }] : []),
  ];
}

const LABELS = {
  signature: 'connu-jour-signature',
  publication: 'connu-jour-publication',
  vigueur: 'connu-jour-vigueur',
} as const;

function toConnu(texte: TexteMetadata, { jour, evenement }: Day, themes: readonly string[]): ChiffreConnu {
  return {
    unite: 'jour',
    valeur: jour,
    montre: { kind: 'date', date: jour },
    sujet: 'jour-de-texte',
    regle: 'jour-de-texte',
    texte: texte.id,
    evenement,
    missions: [],
    themes,
    requis: themes,
    statut: 'en-vigueur',
    confiance: 'S',
    fin: null,
    aVenir: false,
    label: toMessage(LABELS[evenement], { texte: { kind: 'texte', id: texte.id } }),
    references: [{ texte: texte.id, refs: texte.refs }],
  };
}
