import { addDays, type CalendarDate, FIRST_DAY, toParts } from '#corpus/law/calendar-date.ts';
import { type MessageArg, toMessage } from '#corpus/law/message.ts';
import { type ReadFigure, readFigures } from '#corpus/law/read-figures.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import type { ChiffreConnu } from '#tools/verification/chiffre.ts';
import { toSingulier } from './describe-chiffres.ts';
import { readQuantites } from './read-quantites.ts';
import type { VerificationDonnees } from './verification-donnees.ts';

/** Nouns too vague to say what a number counts. */
const VAGUES: ReadonlySet<string> = new Set(['de', 'des', 'du', 'les', 'le', 'la', 'et', 'en', 'a', 'ou', 'dans']);

/**
 * Figures that stand in passages: counts, spending, shares, days. Those of a passage that corrects a mistake, or that
 * tells what is not known, are left out: they stand there to be denied.
 */
export function listFaits(
  passages: readonly CorpusPassage[],
  donnees: VerificationDonnees,
  asOf: CalendarDate,
): readonly ChiffreConnu[] {
  return passages.filter(isFait).flatMap((passage) => {
    const figures = readFigures(passage.corps, FIRST_DAY);
    const annees = figures.flatMap((figure) => (figure.kind === 'date' ? [toParts(figure.from).year] : []));
    const quantites = readQuantites(passage.corps, figures, donnees, { argent: false, population: false });
    return quantites.flatMap(({ unite, valeur, figure, text, ...rest }): ChiffreConnu[] => {
      if (unite === 'taille' || unite === 'avenant' || unite === 'autre') return [];
      const jour = 'jours' in rest ? rest.jours?.[0] : undefined;
      const isDay = figure.kind === 'date' && figure.precision === 'day' && jour !== undefined;
      if (unite === 'jour' && !isDay) return [];
      return [
        {
          unite,
          valeur: unite === 'jour' ? (jour as CalendarDate) : valeur,
          montre: toMontre(text, passage),
          sujet: 'passage',
          regle: 'passage',
          compte: unite === 'nombre' ? findCompte(figure) : undefined,
          missions: [],
          themes: passage.themes,
          requis: [],
          ...toFin(passage, asOf),
          confiance: passage.confiance,
          aVenir: false,
          label: toMessage('connu-passage', { titre: { kind: 'donnee', fr: passage.titre, en: passage.titre } }),
          references: [{ texte: passage.texte.id, refs: passage.refs, passage: passage.id }],
          annees,
        },
      ];
    });
  });
}

function isFait({ statut, remplacePar }: CorpusPassage): boolean {
  return statut !== 'absent' && !(statut === 'historique' && remplacePar !== undefined);
}

function toFin({ statut, valideJusquau }: CorpusPassage, asOf: CalendarDate): Pick<ChiffreConnu, 'statut' | 'fin'> {
  if (valideJusquau === undefined || statut === 'historique') return { statut, fin: null };
  const fin = addDays(valideJusquau, 1);
  return fin <= asOf ? { statut: 'expire', fin } : { statut: statut === 'expire' ? 'en-vigueur' : statut, fin: null };
}

function findCompte({ noun }: ReadFigure): string | undefined {
  return noun === undefined || VAGUES.has(noun) ? undefined : toSingulier(noun);
}

function toMontre(text: string, { titre }: CorpusPassage): MessageArg {
  return { kind: 'donnee', fr: text, en: `${text} (${titre})` };
}
