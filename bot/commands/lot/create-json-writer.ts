import type { Compte, LotHead, LotWriter } from './lot-writer.ts';
import type { LigneRendue } from './render-ligne.ts';

/** One JSON object, written line by line: `lignes` first, the count at the end. */
export function createJsonWriter({ asOf, fichier, bareme, ignorees }: LotHead): LotWriter {
  let separator = '\n';
  return {
    open: () => {
      const head = JSON.stringify({ asOf, fichier, bareme, colonnesIgnorees: ignorees });
      return `${head.slice(0, -1)},"lignes":[`;
    },
    add: (ligne) => {
      const text = `${separator}${JSON.stringify(toJson(ligne))}`;
      separator = ',\n';
      return text;
    },
    close: (compte: Compte) => {
      const { erreurs, ...others } = compte;
      return `\n],"erreurs":${erreurs},"compte":${JSON.stringify({ ...others, erreurs })}}\n`;
    },
  };
}

/** As `financement --json`: readings and their totals only where there are several. */
function toJson({ lectures, ...ligne }: LigneRendue): object {
  if (lectures.length === 0) return ligne;
  const totaux = [...new Set(lectures.flatMap(({ total }) => (total === null ? [] : [total])))];
  return { ...ligne, lectures, totaux: totaux.sort((a, b) => a - b) };
}
