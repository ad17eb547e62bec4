import { toProfilText } from '#bot/answer/to-profil-text.ts';
import type { Lieu, SavedProfil, Trace } from '#bot/store/ports/profils.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { type OutgoingObject, toPlainText, toVisible } from '../outgoing/outgoing.ts';
import type { Say } from '../slack-context.ts';
import type { Acces } from './acces.ts';
import type { ProfilWords } from './profil-words.ts';
import { renderChange } from './tell-change.ts';
import { tellCommunaute, tellMission } from './tell-profil.ts';
import { renderPlace, type ViewPlace } from './view-place.ts';

/** Names of the clicks in the view of a profile. */
export const COMMUNAUTE_ACTION = 'profil-modifier';
export const MISSION_ACTION = 'profil-modifier-mission';
export const ACCES_ACTION = 'profil-modifier-acces';
export const LIRE_ICI_ACTION = 'profil-lire-ici';
export const NOUVEAU_ACTION = 'profil-nouveau';
export const SUPPRIMER_ACTION = 'profil-supprimer';

/** A profile with all that its view shows of it. */
export type ProfilShown = {
  readonly saved: SavedProfil;
  readonly lieux: Acces['lieux'];
  /** Latest first. */
  readonly changes: readonly Trace[];
  /** Whether the person who looks at it may change it. */
  readonly editable: boolean;
  /** Whether questions asked in the channel it was opened from are read with it; undefined away from a channel. */
  readonly luIci: boolean | undefined;
};

/** The view of a profile, from which each part of it is changed; `told` opens it when something was just done. */
export function renderProfil(
  shown: ProfilShown,
  place: ViewPlace,
  words: ProfilWords,
  told?: LicensedText,
): OutgoingObject {
  const { say } = words;
  const { saved, editable } = shown;
  return {
    type: 'modal',
    callback_id: 'profil',
    private_metadata: renderPlace(place),
    title: toPlainText(say('profil-titre')),
    close: toPlainText(say('profil-fermer')),
    blocks: [
      ...(told ? [{ type: 'section', text: toPlainText(told) }] : []),
      { type: 'header', text: toPlainText(toProfilText(saved.profil.nom, 'nom')) },
      ...renderFacts(shown, words),
      ...(editable ? [renderActions(shown, words)] : []),
      ...renderMissions(shown, words),
      ...renderChanges(shown, words),
      ...(editable ? [renderDelete(words)] : []),
    ],
  };
}

function renderFacts({ saved, lieux, editable, luIci }: ProfilShown, words: ProfilWords): readonly OutgoingObject[] {
  const { say } = words;
  const { editeurs } = saved;
  const lines = tellCommunaute(saved, words).map((line) => [toText(line)]);
  const places = lieux.map((lieu) => toLieu(lieu, say));
  const rights = [
    [toText(say('profil-dit-lieux')), ...separate(places)],
    editeurs === 'tous'
      ? [toText(say('profil-dit-editeurs-tous'))]
      : [toText(say('profil-dit-editeurs')), ...separate(editeurs.map((user) => ({ type: 'user', user_id: user })))],
    ...(luIci ? [[toText(say('profil-dit-lu-ici'))]] : []),
  ];
  return [
    toList([...lines, ...rights]),
    ...(editable ? [] : [{ type: 'context', elements: [toPlainText(say('profil-sans-droit'))] }]),
  ];
}

function toLieu(lieu: Lieu, say: Say): OutgoingObject {
  if (lieu === 'espace') return toText(say('profil-dit-espace'));
  return lieu.startsWith('D') ? toText(say('profil-lieu-direct')) : { type: 'channel', channel_id: lieu };
}

function renderActions({ luIci }: ProfilShown, { say }: ProfilWords): OutgoingObject {
  return {
    type: 'actions',
    elements: [
      toButton(COMMUNAUTE_ACTION, say('profil-modifier')),
      toButton(ACCES_ACTION, say('profil-modifier-acces')),
      ...(luIci === false ? [toButton(LIRE_ICI_ACTION, say('profil-lire-ici'))] : []),
      toButton(NOUVEAU_ACTION, say('profil-nouveau')),
    ],
  };
}

function renderMissions({ saved, editable }: ProfilShown, words: ProfilWords): readonly OutgoingObject[] {
  const { say } = words;
  const missions = Object.entries(saved.profil.missions);
  if (missions.length === 0) {
    return [{ type: 'section', text: toPlainText(say('profil-sans-mission')) }];
  }
  const button = { ...toButton(MISSION_ACTION, say('profil-completer')) };
  return [
    { type: 'divider' },
    ...missions.map(([code, mission]) => ({
      type: 'section',
      block_id: `mission-${code}`,
      text: toPlainText(tellMission(code, mission, words)),
      ...(editable ? { accessory: { ...button, value: code } } : {}),
    })),
  ];
}

function renderChanges({ changes }: ProfilShown, words: ProfilWords): readonly OutgoingObject[] {
  if (changes.length === 0) return [];
  const title = { type: 'text', text: toVisible(words.say('profil-changements')), style: { bold: true } };
  const list = toList(changes.map((change) => renderChange(change, words)));
  return [
    { type: 'divider' },
    { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [title] }] },
    list,
  ];
}

function renderDelete({ say }: ProfilWords): OutgoingObject {
  const confirm = {
    title: toPlainText(say('profil-supprimer-titre')),
    text: toPlainText(say('profil-supprimer-sur')),
    confirm: toPlainText(say('profil-supprimer')),
    deny: toPlainText(say('profil-garder')),
    style: 'danger',
  };
  const button = { ...toButton(SUPPRIMER_ACTION, say('profil-supprimer')), style: 'danger', confirm };
  return { type: 'actions', elements: [button] };
}

/** A button of a view of profiles. */
export function toButton(action: string, label: LicensedText, value?: string): OutgoingObject {
  const carried = value === undefined ? {} : { value };
  return { type: 'button', action_id: action, text: toPlainText(label), ...carried };
}

/** Lines as a list, each made of texts, persons and channels. */
function toList(lines: readonly (readonly OutgoingObject[])[]): OutgoingObject {
  const elements = lines.map((line) => ({ type: 'rich_text_section', elements: line }));
  return { type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements }] };
}

/** Words of a line. */
export function toText(text: LicensedText): OutgoingObject {
  return { type: 'text', text: toVisible(text) };
}

function separate(elements: readonly OutgoingObject[]): readonly OutgoingObject[] {
  return elements.flatMap((element, index) => (index === 0 ? [element] : [toText([', ']), element]));
}
