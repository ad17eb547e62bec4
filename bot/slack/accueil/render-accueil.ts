import { toProfilText } from '#bot/answer/to-profil-text.ts';
import type { SavedProfil, Trace } from '#bot/store/ports/profils.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { type OutgoingObject, toPlainText, toVisible } from '../outgoing/outgoing.ts';
import type { ProfilWords } from '../profil/profil-words.ts';
import { OUVRIR_ACTION } from '../profil/render-choix.ts';
import { NOUVEAU_ACTION, toButton, toText } from '../profil/render-profil.ts';
import { renderChange } from '../profil/tell-change.ts';
import { tellCommunaute } from '../profil/tell-profil.ts';
import type { Prochaines } from './list-prochaines.ts';

/** A community as the home shows it. */
export type Fiche = {
  readonly saved: SavedProfil;
  readonly prochaines: Prochaines;
  readonly change: Trace | undefined;
};

/** What the home shows to a person. */
export type Accueil = {
  /** The communities of this page, and where the page stands among the others. */
  readonly fiches: readonly Fiche[];
  readonly page: number;
  readonly pages: number;
  readonly corpus: {
    readonly textes: number;
    readonly verifieLe: CalendarDate | undefined;
    readonly documents: number;
  };
  /** A sentence to open with, when something is wrong. */
  readonly trouble?: LicensedText | undefined;
};

/** Names of the clicks of the home: the common jobs, and the other pages. */
export const TRAVAUX = ['question', 'financement', 'echeances', 'verifier', 'digest', 'aide'] as const;
export type Travail = (typeof TRAVAUX)[number];

/** Whether a word names one of the jobs. */
export function isTravail(name: string): name is Travail {
  return TRAVAUX.some((travail) => travail === name);
}

/** Jobs that each community has a button for. */
const TRAVAUX_DU_PROFIL = ['echeances', 'financement'] as const;

/** Name of the click on the calendar of a community. */
export const CALENDRIER_ACTION = 'accueil-calendrier';

/** Beginning of the names of the clicks on a job. */
export const TRAVAIL_HEAD = 'accueil-travail-';
const PAGE_ACTIONS = { avant: 'accueil-page-avant', apres: 'accueil-page-apres' } as const;

/** Communities of one page: with what stands around them they keep far within the hundred blocks of a home. */
export const PER_PAGE = 8;

/** The home of the application. */
export function renderAccueil(accueil: Accueil, words: ProfilWords): OutgoingObject {
  const { say } = words;
  const { fiches, trouble } = accueil;
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: toPlainText(say('accueil-titre')) },
      ...(trouble ? [{ type: 'section', text: toPlainText(trouble) }] : []),
      ...(fiches.length === 0 && !trouble ? [{ type: 'section', text: toPlainText(say('accueil-bonjour')) }] : []),
      renderTravaux(words),
      { type: 'divider' },
      ...renderFiches(accueil, words),
      { type: 'divider' },
      renderCorpus(accueil, words),
    ],
  };
}

function renderTravaux({ say }: ProfilWords): OutgoingObject {
  return {
    type: 'actions',
    block_id: 'travaux',
    elements: TRAVAUX.map((travail) => toButton(`${TRAVAIL_HEAD}${travail}`, say(`accueil-travail-${travail}`))),
  };
}

function renderFiches({ fiches, page, pages, trouble }: Accueil, words: ProfilWords): readonly OutgoingObject[] {
  const { say } = words;
  const nouveau = toButton(NOUVEAU_ACTION, say(fiches.length === 0 ? 'accueil-premier-profil' : 'profil-nouveau'));
  if (fiches.length === 0) {
    if (trouble) return [];
    const button = { ...nouveau, style: 'primary' };
    return [
      { type: 'section', text: toPlainText(say('accueil-sans-profil')) },
      { type: 'actions', elements: [button] },
    ];
  }
  const turns = [
    ...(page > 0 ? [toButton(PAGE_ACTIONS.avant, say('accueil-page-avant'), String(page - 1))] : []),
    ...(page + 1 < pages ? [toButton(PAGE_ACTIONS.apres, say('accueil-page-apres'), String(page + 1))] : []),
  ];
  return [
    { type: 'header', text: toPlainText(say('accueil-profils')) },
    ...fiches.flatMap((fiche) => renderFiche(fiche, words)),
    { type: 'actions', elements: [...turns, nouveau] },
  ];
}

function renderFiche({ saved, prochaines, change }: Fiche, words: ProfilWords): readonly OutgoingObject[] {
  const { say } = words;
  const { profil, id } = saved;
  const facts = tellCommunaute(saved, words);
  const { lignes, depassees } = prochaines;
  const days = lignes.map(({ jour, label, statut }) => say('accueil-echeance', { jour, label, statut }));
  const past = depassees === 0 ? [] : [say('accueil-depassees', { nombre: { kind: 'nombre', valeur: depassees } })];
  const echeances = profil.signature === undefined ? [say('accueil-sans-signature')] : [...days, ...past];
  return [
    {
      type: 'rich_text',
      elements: [
        toBold(toProfilText(profil.nom, 'nom')),
        ...toLists(facts),
        ...(echeances.length === 0 ? [] : [toBold(say('accueil-echeances-titre')), ...toLists(echeances)]),
        ...(change ? [{ type: 'rich_text_section', elements: renderChange(change, words) }] : []),
      ],
    },
    {
      type: 'actions',
      elements: [
        toButton(OUVRIR_ACTION, say('accueil-ouvrir'), id),
        ...TRAVAUX_DU_PROFIL.map((travail) =>
          toButton(`${TRAVAIL_HEAD}${travail}`, say(`accueil-travail-${travail}`), id),
        ),
        ...(profil.signature === undefined ? [] : [toButton(CALENDRIER_ACTION, say('image-voir-calendrier'), id)]),
      ],
    },
  ];
}

function toBold(text: LicensedText): OutgoingObject {
  return { type: 'rich_text_section', elements: [{ type: 'text', text: toVisible(text), style: { bold: true } }] };
}

function toLists(lines: readonly LicensedText[]): readonly OutgoingObject[] {
  if (lines.length === 0) return [];
  const elements = lines.map((line) => ({ type: 'rich_text_section', elements: [toText(line)] }));
  return [{ type: 'rich_text_list', style: 'bullet', elements }];
}

function renderCorpus({ corpus }: Accueil, { say }: ProfilWords): OutgoingObject {
  const { textes, verifieLe, documents } = corpus;
  const told = say('accueil-corpus', { textes: { kind: 'nombre', valeur: textes } });
  const checked = verifieLe ? [say('accueil-verifie', { jour: { kind: 'date', date: verifieLe } })] : [];
  const imported = say(documents === 0 ? 'accueil-sans-document' : 'accueil-documents', {
    documents: { kind: 'nombre', valeur: documents },
  });
  return { type: 'context', elements: [told, ...checked, imported].map(toPlainText) };
}
