import type { Digest, DigestCommunaute, EcheanceSuivie } from '#bot/digest/contenu/digest.ts';
import { renderDigest } from '#bot/digest/rendu/render-digest.ts';
import { tellEcheance, toNomDonne } from '#bot/digest/rendu/tell-lignes.ts';
import type { Rubrique } from '#bot/render/render-text.ts';
import type { Scribe } from '#bot/render/scribe.ts';
import { joinLicensed, type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';
import { pack } from '../commandes/estimation/demande.ts';
import { type OutgoingObject, toPlainText, toVisible } from '../outgoing/outgoing.ts';
import type { OutgoingMessage } from '../outgoing/slack-sender.ts';
import { toSection, toTitledList } from '../render/render-blocks.ts';

/** Names of the clicks on an échéance. */
export const FAIT_ACTION = 'echeance-fait';
export const REPORTER_ACTION = 'echeance-reporter';
export const PAS_CONCERNE_ACTION = 'echeance-pas-concerne';
export const AGENDA_ACTION = 'echeance-agenda';

/** Days by which a reminder is put off. */
export const REPORT_JOURS = 7;

/** Échéances of a message that have buttons: each takes two blocks, and Slack takes fifty. */
const MOST_BUTTONS = 8;
/** Characters of the blocks of a message; Slack refuses some 13 200 in all, its fallback text among them. */
const MOST_CHARACTERS = 9500;
/** Lines of a list that are shown, the longest that fits. */
const LINES = [30, 12, 6, 3, 1];

/** A digest as one message: each échéance with its buttons, lists shortened until all of it holds. */
export function renderDigestMessage(digest: Digest, marks: readonly LicensedText[], scribe: Scribe): OutgoingMessage {
  const built = LINES.map((most) => buildDigest(digest, marks, most, scribe));
  const fitting = built.find(({ length }) => length <= MOST_CHARACTERS) ?? built.at(-1);
  if (!fitting) throw new RangeError('a digest has no form');
  return fitting.message;
}

/** A reminder as a message: the échéances of one community, with their buttons. */
export function renderRappelMessage(
  communaute: DigestCommunaute,
  echeances: readonly EcheanceSuivie[],
  marks: readonly LicensedText[],
  scribe: Scribe,
): OutgoingMessage {
  const titre = scribe.phrase('digest-rappel', { nom: toNomDonne(communaute.nom) });
  const lines = echeances.map((echeance) => tellEcheance(echeance, scribe));
  return {
    text: toVisible(joinLicensed([titre, ...lines], '\n')),
    blocks: [
      toRich([toTitle(titre), ...marks.map(toSection)]),
      ...echeances.flatMap((echeance, rang) => renderEcheance(communaute.id, echeance, rang < MOST_BUTTONS, scribe)),
      toContext(scribe.phrase('digest-note')),
    ],
  };
}

function buildDigest(digest: Digest, marks: readonly LicensedText[], most: number, scribe: Scribe) {
  const { titre, portee, communautes, droit, pied } = renderDigest(digest, scribe);
  const shown = communautes.slice(0, most);
  let buttons = MOST_BUTTONS;
  const blocks = shown.flatMap(({ nom, rubriques }, index) => {
    const communaute = digest.communautes[index];
    const echeances = communaute ? [...communaute.depassees, ...communaute.aVenir] : [];
    const own = echeances.slice(0, buttons);
    buttons -= own.length;
    const titles = new Map([
      ...(communaute?.aVenir.slice(0, 1) ?? []).map((one) => [one, scribe.phrase('digest-a-venir')] as const),
      ...(communaute?.depassees.slice(0, 1) ?? []).map((one) => [one, scribe.phrase('digest-depassees')] as const),
    ]);
    // What has buttons is told with them, the rest in its list.
    const told = new Set(own.map((echeance) => renderLicensed(tellEcheance(echeance, scribe)).text));
    const rest = rubriques.map(({ titre: name, lignes }) => {
      return { titre: name, lignes: lignes.filter((ligne) => !told.has(renderLicensed(ligne).text)) };
    });
    return [
      toRich([toTitle(nom)]),
      ...own.flatMap((echeance) => renderEcheance(communaute?.id ?? '', echeance, true, scribe, titles.get(echeance))),
      ...toLists(rest, most, scribe),
    ];
  });
  const hidden = communautes.length - shown.length;
  const more = hidden > 0 ? [scribe.phrase('digest-et-autres', { nombre: { kind: 'nombre', valeur: hidden } })] : [];
  const head = toRich([
    toTitle(titre),
    toSection(['\n', ...portee]),
    ...marks.map((mark) => toSection(['\n', ...mark])),
  ]);
  const all = [head, ...blocks, ...toLists(droit, most, scribe), ...[...more, ...pied].map(toContext)];
  const names = joinLicensed([titre, ...shown.map(({ nom }) => nom)], '\n');
  return { message: { text: toVisible(names), blocks: all }, length: measure(all) };
}

/** An échéance with its buttons: done, put off a week, not concerned, calendar; above the first of its sort, a title. */
function renderEcheance(
  profilId: string,
  echeance: EcheanceSuivie,
  hasButtons: boolean,
  scribe: Scribe,
  titre?: LicensedText,
): readonly OutgoingObject[] {
  const told = tellEcheance(echeance, scribe);
  const line = toRich(titre ? [toTitle(titre), toSection(['\n• ', ...told])] : [toSection(['• ', ...told])]);
  if (!hasButtons) return [line];
  const value = pack([profilId, echeance.code]);
  const jours = { kind: 'duree', valeur: REPORT_JOURS, unite: 'jours' } as const;
  const elements = [
    [FAIT_ACTION, 'digest-fait'],
    [REPORTER_ACTION, 'digest-reporter'],
    [PAS_CONCERNE_ACTION, 'digest-pas-concerne'],
    [AGENDA_ACTION, 'digest-agenda'],
  ].map(([action = '', code = '']) => {
    return { type: 'button', action_id: action, text: toPlainText(scribe.phrase(code, { jours })), value };
  });
  return [line, { type: 'actions', elements }];
}

function toLists(rubriques: readonly Rubrique[], most: number, scribe: Scribe): readonly OutgoingObject[] {
  const filled = rubriques.filter(({ lignes }) => lignes.length > 0);
  if (filled.length === 0) return [];
  const short = filled.map(({ titre, lignes }) => {
    const others = lignes.length - most;
    if (others <= 0) return { titre, lignes };
    const more = scribe.phrase('digest-et-autres', { nombre: { kind: 'nombre', valeur: others } });
    return { titre, lignes: [...lignes.slice(0, most), more] };
  });
  return [toRich(short.flatMap(toTitledList))];
}

function toRich(elements: readonly OutgoingObject[]): OutgoingObject {
  return { type: 'rich_text', elements };
}

function toTitle(text: LicensedText): OutgoingObject {
  return { type: 'rich_text_section', elements: [{ type: 'text', text: toVisible(text), style: { bold: true } }] };
}

function toContext(text: LicensedText): OutgoingObject {
  return { type: 'context', elements: [toPlainText(text)] };
}

/** Characters that a person reads, some more for the layout. */
function measure(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + measure(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  if ('visible' in value) return renderLicensed(value.visible as LicensedText).text.length;
  return measure(Object.values(value));
}
