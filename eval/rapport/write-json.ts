import type { Resultat } from '../play-questions.ts';
import { listEchecs, type Rapport } from './rapport.ts';

/** The report as data: counts, and each failure with all that led to it. */
export function writeJson({ resultats, ...rapport }: Rapport): string {
  return `${JSON.stringify({ ...rapport, echecs: listEchecs(resultats).map(toEchec) }, null, 2)}\n`;
}

/** A failure as it can be read alone. */
function toEchec({ question, observed, fautes, instables = [] }: Resultat) {
  return {
    question,
    fautes,
    instables,
    obtenu: {
      ...observed,
      figures: observed.figures.map(({ text, value, statut }) => ({ text, value, statut })),
      enonces: observed.enonces.map(({ id, statut, refs }) => ({ id, statut, refs })),
    },
  };
}
