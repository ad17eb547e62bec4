import { z } from 'zod';
import type { Parsed } from '#bot/commands/options/parsed.ts';
import type { CalendrierDonnees } from '#bot/digest/calendrier/calendrier-donnees.ts';
import {
  findRegion,
  parseFuseau,
  parseHeure,
  parseHorizon,
  parseRappels,
  parseRythme,
} from '#bot/digest/calendrier/parse-reglages.ts';
import { Reglages } from '#bot/digest/calendrier/reglages.ts';
import type { Abonnement } from '#bot/store/ports/digests.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { toDonnee } from '#corpus/law/message.ts';
import type { InputProblem } from '#tools/outcome.ts';
import { pack, unpack } from '../commandes/estimation/demande.ts';
import type { Parole } from '../commandes/parler.ts';
import {
  type Choix,
  toCheckboxes,
  toConversationsElement,
  toInput,
  toSelectElement,
  toTextElement,
  toUsersElement,
} from '../modal/inputs.ts';
import type { Saisie } from '../modal/saisie.ts';
import { type OutgoingObject, toPlainText } from '../outgoing/outgoing.ts';

/** Names of the form of a digest, and of the click that stops one. */
export const REGLAGES_VIEW = 'digest-reglages';
export const ARRETER_ACTION = 'digest-arreter';

/** What the form and its preview carry. */
export const Porte = z.strictObject({ channel: z.string(), reglages: Reglages.optional() });
export type Porte = z.infer<typeof Porte>;

/** Reads what a form carries; undefined when it is not one of ours. */
export function parsePorte(metadata: string): Porte | undefined {
  return unpack(metadata, Porte);
}

/** What stands in the form before anybody writes in it. */
export type ReglagesShown = {
  readonly channel: string;
  /** Zone of the person, for a first subscription. */
  readonly fuseau: string;
  readonly abonnement: Abonnement | undefined;
  /** Every channel of the workspace that gets a digest. */
  readonly abonnes: readonly string[];
};

/** The form of a digest, filled with what the channel has chosen, or with what is usual. */
export function renderReglagesForm(shown: ReglagesShown, donnees: CalendrierDonnees, parole: Parole): OutgoingObject {
  const { say } = parole;
  const { channel, abonnement, abonnes } = shown;
  const stop = {
    type: 'button',
    action_id: ARRETER_ACTION,
    text: toPlainText(say('digest-arreter')),
    value: pack({ channel }),
  };
  return {
    type: 'modal',
    callback_id: REGLAGES_VIEW,
    private_metadata: pack({ channel }),
    title: toPlainText(say('digest-formulaire')),
    submit: toPlainText(say('digest-apercu')),
    close: toPlainText(say('commandes-annuler')),
    blocks: [
      { type: 'section', text: toPlainText(say(abonnement ? 'digest-deja-abonne' : 'digest-formulaire-intro')) },
      ...(abonnes.length > 0 ? [renderAbonnes(abonnes, say('digest-abonnes'))] : []),
      ...(abonnement ? [{ type: 'actions', elements: [stop] }] : []),
      ...renderFields(shown, donnees, parole),
    ],
  };
}

function renderAbonnes(channels: readonly string[], titre: LicensedText): OutgoingObject {
  const links = channels.flatMap((channel) => [
    { type: 'text', text: { visible: [' '] } },
    { type: 'channel', channel_id: channel },
  ]);
  const title = { type: 'text', text: { visible: titre } };
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [title, ...links] }] };
}

function renderFields(
  { channel, fuseau, abonnement }: ReglagesShown,
  donnees: CalendrierDonnees,
  { say, lang }: Parole,
): readonly OutgoingObject[] {
  const { defauts, jours } = donnees;
  const reglages = abonnement?.reglages;
  const langues: readonly Choix[] = [
    { value: 'fr', label: say('digest-langue-fr') },
    { value: 'en', label: say('digest-langue-en') },
  ];
  const silence = { value: 'silencieux', label: say('digest-silencieux') };
  const images = { value: 'images', label: say('image-joindre') };
  const chosen = [...(reglages?.silencieux ? [silence] : []), ...(reglages?.images ? [images] : [])];
  const rappels = reglages?.rappels ?? defauts.rappels;
  function toText(champ: string, hint: LicensedText | undefined, initial: string) {
    const label = say(`digest-champ-${champ}`);
    return toInput(
      { champ, label, hint, optional: false },
      toTextElement(say('digest-saisie', { ecrit: toDonnee(initial) })),
    );
  }
  return [
    toInput({ champ: 'canal', label: say('digest-champ-canal'), optional: false }, toConversationsElement([channel])),
    toText('jour', say('digest-aide-jour', { exemple: toDonnee('5') }), nameJour(reglages, jours, defauts.jour, lang)),
    toText('heure', undefined, reglages?.heure ?? defauts.heure),
    toText('fuseau', undefined, reglages?.fuseau ?? fuseau),
    toText('horizon', undefined, String(reglages?.horizonJours ?? defauts.horizonJours)),
    toText('rappels', say('digest-aide-rappels'), rappels.length === 0 ? 'aucun' : rappels.join(', ')),
    toInput(
      { champ: 'langue', label: say('digest-champ-langue'), optional: false },
      toSelectElement(langues, reglages?.langue ?? lang),
    ),
    toInput(
      { champ: 'destinataires', label: say('digest-champ-destinataires'), hint: say('digest-aide-destinataires') },
      toUsersElement(reglages?.destinataires ?? []),
    ),
    toInput(
      { champ: 'options', label: say('digest-champ-options') },
      toCheckboxes(
        [silence, images],
        chosen.map(({ value }) => value),
      ),
    ),
  ];
}

function nameJour(
  reglages: Reglages | undefined,
  jours: CalendrierDonnees['jours'],
  usual: string,
  lang: Parole['lang'],
): string {
  if (reglages?.rythme.kind === 'mois') return String(reglages.rythme.quantieme);
  const noms = reglages ? jours[reglages.rythme.jour - 1] : jours.find((names) => names.includes(usual));
  return noms?.[lang === 'fr' ? 0 : 1] ?? noms?.[0] ?? usual;
}

/** What was filled in, or everything wrong in it. */
export type ReglagesLus =
  | { readonly kind: 'reglages'; readonly channel: string; readonly reglages: Reglages }
  | { readonly kind: 'problems'; readonly problems: readonly InputProblem[] };

/** Reads the form of a digest. */
export function readReglages(saisie: Saisie, channel: string, donnees: CalendrierDonnees): ReglagesLus {
  const problems: InputProblem[] = [];
  function read<T>(champ: string, parse: (text: string) => Parsed<T>): T | undefined {
    const parsed = parse(saisie.text(champ) ?? '');
    if (parsed.kind === 'value') return parsed.value;
    problems.push({ champ, message: parsed.message });
    return undefined;
  }
  const rythme = read('jour', (text) => parseRythme(text, donnees));
  const heure = read('heure', parseHeure);
  const fuseau = read('fuseau', parseFuseau);
  const horizonJours = read('horizon', (text) => parseHorizon(text, donnees));
  const rappels = read('rappels', (text) => parseRappels(text, donnees));
  if (!rythme || !heure || !fuseau || !horizonJours || !rappels) return { kind: 'problems', problems };
  const reglages: Reglages = {
    rythme,
    heure,
    fuseau,
    region: findRegion(fuseau, donnees),
    horizonJours,
    langue: saisie.text('langue') === 'en' ? 'en' : 'fr',
    silencieux: saisie.list('options').includes('silencieux'),
    images: saisie.list('options').includes('images'),
    rappels: [...rappels],
    destinataires: saisie.list('destinataires').slice(0, donnees.bornes.destinataires),
  };
  return { kind: 'reglages', channel: saisie.list('canal')[0] ?? channel, reglages };
}
