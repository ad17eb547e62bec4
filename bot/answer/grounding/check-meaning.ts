import type { Liaisons } from './liaisons.ts';
import type { Motif } from './regles.ts';
import type { Run } from './runs.ts';
import type { Stretch } from './stretches.ts';

/** Linking words speak of the answer: they give no order to the reader, and say nothing of the law. */
export function checkMeaning({ text, stretches }: Run, liaisons: Liaisons): readonly Motif[] {
  const motifs: Motif[] = [];
  if (stretches.some((stretch, at) => givesOrder(stretch, stretches[at - 1], liaisons))) motifs.push('ordre');
  const isAccented = (text.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => liaisons.accentues.has(word));
  if (isAccented || stretches.some((stretch) => assertsLaw(stretch, liaisons))) motifs.push('affirmation');
  return motifs;
}

function givesOrder({ words, end }: Stretch, previous: Stretch | undefined, liaisons: Liaisons): boolean {
  if (liaisons.actions.isIn(words)) return true;
  if (words.length === 1 && end.includes(':') && liaisons.roles.has(words[0] ?? '')) return true;
  const continues = previous?.end.includes(',') && previous.words.includes('vous');
  return words.some((word, at) => {
    if (liaisons.infinitifs.has(word) && isCommanded(words.slice(0, at), liaisons)) return true;
    const isCalled = at === 0 || liaisons.appels.has(words[at - 1] ?? '');
    if (liaisons.verbesAnglais.has(word) && isCalled) return true;
    // « Donnez-moi la date » asks for what the bot needs; « veuillez agréer » asks for nothing.
    const isCourteous = words[at + 1] === 'moi' || liaisons.neutres.measureAt(words, at) > 0;
    return /..ez$/.test(word) && !liaisons.lecture.has(word) && !isCourteous && !words.includes('vous') && !continues;
  });
}

/** Longest of the small words that may stand before an infinitive of command: « ne pas la signer », « à payer ». */
const CLITIC = 3;

/** An infinitive orders at the beginning, or behind what calls for it: « merci de la signer », « il faut payer ». */
function isCommanded(before: readonly string[], { commandements }: Liaisons): boolean {
  // « Avant de se lancer » speaks of somebody; nobody is told « se lancer ».
  if (before.at(-1) === 'se') return false;
  return before.every((word) => word.length <= CLITIC) || commandements.isIn(before);
}

/** How far before an adjective its verb may stand: « c'est donc tout à fait obligatoire ». */
const REACH = 5;

/** Says the law, unless it is only named as what is spoken of: « concernant le droit à cette aide ». */
function assertsLaw({ words }: Stretch, { affirmations, attributs, themes, copules }: Liaisons): boolean {
  const isCopula = (word: string) => copules.has(word);
  return words.some((_, at) => {
    if (attributs.measureAt(words, at) > 0 && words.slice(Math.max(0, at - REACH), at).some(isCopula)) return true;
    if (affirmations.measureAt(words, at) === 0) return false;
    const theme = words.findIndex((__, start) => start < at && themes.measureAt(words, start) > 0);
    return theme === -1 || words.slice(theme, at).some(isCopula);
  });
}
