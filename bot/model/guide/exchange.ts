import type { Situation } from '#bot/answer/situate/situation.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import {
  type Blanked,
  blankKnown,
  blankLicensed,
  blankWords,
  type FindHandle,
  takeCode,
  takeOwnText,
  toSection,
} from '../blanks/blanked.ts';
import { createHandles, type Handles } from '../blanks/handles.ts';
import { type KnownFigure, listKnownFigures } from '../tools/list-known-figures.ts';
import type { Outils } from '../tools/outils.ts';

/** One part of a question as a model may see it: its figures under their handles, and nothing else of them. */
export type Exchange = {
  readonly handles: Handles;
  readonly figures: readonly KnownFigure[];
  /** The question and what is known besides, as sections of data. */
  readonly question: readonly Blanked[];
  /** A text of ours, blanked; the figures of the asker keep their handles. */
  readonly blank: (text: LicensedText) => Blanked;
};

/** Begins an exchange about one part of a question. */
export function openExchange(text: string, situation: Situation, { arguments: known }: Outils): Exchange {
  const handles = createHandles();
  const figures = listKnownFigures(situation, handles);
  const byKey = new Map([...figures].reverse().map(({ key, handle }) => [key, handle]));
  const findHandle: FindHandle = (key) => byKey.get(key);
  const placed = situation.figures.flatMap(({ start, end }, index) => {
    const figure = figures[index];
    return figure ? [{ start, end, name: figure.name, handle: figure.handle }] : [];
  });
  const langue = takeCode(situation.lang === 'fr' ? 'français' : 'anglais');
  const subjects = situation.suite ? [toSection('sujets', {}, blankWords(situation.sujets))] : [];
  const facts = figures.filter(({ isSaid }) => !isSaid).map((figure) => describeFact(figure, known));
  return {
    handles,
    figures,
    question: [toSection('question', { langue }, blankWords(text, placed)), ...subjects, ...facts],
    blank: (text) => blankLicensed(text, findHandle),
  };
}

function describeFact({ name, handle, role, mission }: KnownFigure, known: Outils['arguments']): Blanked {
  const { libelle = 'fait' } = Object.values(known).find((argument) => argument.role === role) ?? {};
  const about = mission === undefined ? {} : { mission: takeCode(mission) };
  return toSection('fait', { role: takeOwnText(libelle, 'outils.yaml'), ...about }, blankKnown(name, handle));
}
