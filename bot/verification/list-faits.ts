import { addDays, type CalendarDate, FIRST_DAY, toParts } from '#corpus/law/calendar-date.ts';
import { foldWord } from '#corpus/law/fold-text.ts';
import { type MessageArg, toMessage } from '#corpus/law/message.ts';
import { readFigures } from '#corpus/law/read-figures.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import type { ChiffreConnu } from '#tools/verification/chiffre.ts';
import { findSegment } from './find-segment.ts';
import { compileIndices } from './indices.ts';
import { findCompte, findPart } from './read-precision.ts';
import { type Quantite, readQuantites } from './read-quantites.ts';
import type { VerificationDonnees } from './verification-donnees.ts';

/** Theme of what is paid ahead at each anniversary of a contract. */
const CHAQUE_ANNEE = 'avance';
/** Below this, a number that counts nothing named is found everywhere. */
const PETIT = 13;

/**
 * Figures that stand in passages: counts, spending, shares, days. Those of a passage that corrects a mistake, or that
 * tells what is not known, are left out: they stand there to be denied.
 */
export function listFaits(
  passages: readonly CorpusPassage[],
  donnees: VerificationDonnees,
  listRacines: (text: string) => ReadonlySet<string>,
  asOf: CalendarDate,
): readonly ChiffreConnu[] {
  const isBut = compileIndices(donnees).but;
  return passages.filter(isFait).flatMap((passage) => {
    const figures = readFigures(passage.corps, FIRST_DAY);
    const annees = figures.flatMap((figure) => (figure.kind === 'date' ? [toParts(figure.from).year] : []));
    const quantites = readQuantites(passage.corps, figures, donnees, { argent: false, population: false });
    const mots = [...listRacines(`${passage.titre} ${passage.corps}`)];
    return quantites.flatMap(({ unite, valeur, figure, text, ...rest }, index): ChiffreConnu[] => {
      if (unite === 'taille' || unite === 'avenant' || unite === 'autre') return [];
      const jour = 'jours' in rest ? rest.jours?.[0] : undefined;
      const isDay = figure.kind === 'date' && figure.precision === 'day' && jour !== undefined;
      if ((unite === 'jour' && !isDay) || (unite === 'mois' && isDelai(passage))) return [];
      const compte = toCompte(unite, passage.corps, quantites, index, donnees);
      if (unite === 'nombre' && compte === undefined && valeur < PETIT) return [];
      return [
        {
          unite,
          valeur: unite === 'jour' ? (jour as CalendarDate) : valeur,
          montre: toMontre(text, passage),
          sujet: 'passage',
          regle: 'passage',
          compte,
          // What is paid each year is not what signing pays.
          jalon: unite === 'pourcent' && passage.themes.includes(CHAQUE_ANNEE) ? 'anniversaire' : undefined,
          but: unite === 'nombre' && isBut(foldWord(findSegment(passage.corps, quantites, index))),
          missions: [],
          themes: passage.themes,
          requis: [],
          ...toFin(passage, asOf),
          confiance: passage.confiance,
          aVenir: false,
          label: toMessage('connu-passage', { titre: { kind: 'donnee', fr: passage.titre, en: passage.titre } }),
          references: [{ texte: passage.texte.id, refs: passage.refs, passage: passage.id }],
          annees,
          mots,
        },
      ];
    });
  });
}

function isFait({ statut, remplacePar }: CorpusPassage): boolean {
  return statut !== 'absent' && !(statut === 'historique' && remplacePar !== undefined);
}

/** The delays of the missions are parameters; a passage tells them again, without saying which is which. */
function isDelai({ themes }: CorpusPassage): boolean {
  return themes.includes('demarrage') || themes.includes('deploiement');
}

function toFin({ statut, valideJusquau }: CorpusPassage, asOf: CalendarDate): Pick<ChiffreConnu, 'statut' | 'fin'> {
  if (valideJusquau === undefined || statut === 'historique') return { statut, fin: null };
  const fin = addDays(valideJusquau, 1);
  return fin <= asOf ? { statut: 'expire', fin } : { statut: statut === 'expire' ? 'en-vigueur' : statut, fin: null };
}

function toCompte(
  unite: Quantite['unite'],
  corps: string,
  quantites: readonly Quantite[],
  index: number,
  donnees: VerificationDonnees,
): string | undefined {
  if (unite === 'pourcent') return findPart(findSegment(corps, quantites, index), donnees);
  return unite === 'nombre' ? findCompte(corps, quantites, index, donnees) : undefined;
}

function toMontre(text: string, { titre }: CorpusPassage): MessageArg {
  return { kind: 'donnee', fr: text, en: `${text} (${titre})` };
}
