import { describeChiffre, tellBilan, tellConseil } from '#bot/render/describe-verification.ts';
import type { AnswerParts } from '#bot/render/render-text.ts';
import type { ChiffreLu, Verification } from '#bot/verification/create-verification.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type OutgoingObject, toPlainText } from '../outgoing/outgoing.ts';
import { drawLetters } from '../to-letters.ts';
import { pack } from './estimation/demande.ts';
import type { Parole } from './parler.ts';
import { renderWindow, toParts } from './render-messages.ts';

/** A text whose figures were verified, kept while its pages may be turned. */
export type TexteVerifie = {
  readonly text: string;
  readonly chiffres: readonly ChiffreLu[];
  readonly asOf: CalendarDate;
};

/** Texts verified lately: in memory alone, since they are people's words. */
export type TextesVerifies = {
  readonly keep: (texte: TexteVerifie) => string;
  readonly find: (id: string) => TexteVerifie | undefined;
};

/** Texts kept at most. */
const MOST = 200;
/** Verdicts shown at once. */
const PAR_PAGE = 10;

/** Names of the clicks that turn the pages, and of the window. */
export const PAGE_ACTIONS = { suivante: 'verification-suivante', precedente: 'verification-precedente' } as const;
const VERIFICATION_VIEW = 'verification';

/** Remembers texts while their pages may be turned. */
export function createTextesVerifies(): TextesVerifies {
  const kept = new Map<string, TexteVerifie>();
  return {
    keep(texte) {
      const id = drawLetters(16);
      kept.set(id, texte);
      const [oldest] = kept.keys();
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
      return id;
    },
    find: (id) => kept.get(id),
  };
}

/** Verifies the figures of a text. */
export function verifyTexte(text: string, today: CalendarDate, verify: Verification): TexteVerifie {
  return { text, chiffres: verify(text, today, today), asOf: today };
}

/** One page of verdicts. */
export function toVerdictParts({ text, chiffres, asOf }: TexteVerifie, page: number, { write }: Parole): AnswerParts {
  const scribe = write('verification', asOf);
  const titre = scribe.phrase('verif-titre', { asOf: { kind: 'date', date: asOf } });
  if (chiffres.length === 0) return toParts({ enonces: [scribe.phrase('commandes-sans-chiffre')] });
  const shown = chiffres.slice(page * PAR_PAGE, (page + 1) * PAR_PAGE).map((chiffre) => {
    const { verdict, extrait, raison, source } = describeChiffre(chiffre, text, scribe);
    return { titre: verdict, lignes: [extrait, raison, ...(source ? [source] : [])] };
  });
  return toParts({
    enonces: [titre, tellBilan(chiffres, scribe)],
    rubriques: shown,
    avis: [...tellPage(chiffres.length, page, scribe), ...tellConseil(chiffres, scribe)],
  });
}

function tellPage(count: number, page: number, scribe: ReturnType<Parole['write']>) {
  const pages = Math.ceil(count / PAR_PAGE);
  if (pages < 2) return [];
  return [
    scribe.phrase('commandes-page', {
      page: { kind: 'nombre', valeur: page + 1 },
      pages: { kind: 'nombre', valeur: pages },
    }),
  ];
}

/** The buttons that turn the pages; none when there is one page. */
export function renderPageButtons(
  { chiffres }: TexteVerifie,
  id: string,
  page: number,
  { say }: Parole,
): readonly OutgoingObject[] {
  const last = Math.ceil(chiffres.length / PAR_PAGE) - 1;
  const make = (action: string, code: string, to: number) => ({
    type: 'button',
    action_id: action,
    text: toPlainText(say(code)),
    value: pack({ id, page: to }),
  });
  return [
    ...(page > 0 ? [make(PAGE_ACTIONS.precedente, 'commandes-page-precedente', page - 1)] : []),
    ...(page < last ? [make(PAGE_ACTIONS.suivante, 'commandes-page-suivante', page + 1)] : []),
  ];
}

/** A page of verdicts as a window. */
export function renderVerdictsView(texte: TexteVerifie, id: string, page: number, parole: Parole): OutgoingObject {
  const buttons = renderPageButtons(texte, id, page, parole);
  const blocks = renderWindow(toVerdictParts(texte, page, parole), parole);
  return renderVerificationView(
    [...blocks, ...(buttons.length > 0 ? [{ type: 'actions', elements: buttons }] : [])],
    parole,
  );
}

/** The window of a verification, whatever it shows. */
export function renderVerificationView(blocks: readonly OutgoingObject[], { say }: Parole): OutgoingObject {
  return {
    type: 'modal',
    callback_id: VERIFICATION_VIEW,
    title: toPlainText(say('commandes-verifier-titre')),
    close: toPlainText(say('commandes-fermer')),
    blocks,
  };
}
