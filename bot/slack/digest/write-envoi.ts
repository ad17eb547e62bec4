import type { Jours } from '#bot/digest/calendrier/plan-jour.ts';
import { listRappels } from '#bot/digest/calendrier/plan-jour.ts';
import { toCommunauteDatee } from '#bot/digest/calendrier/to-communaute-datee.ts';
import { toJourLocal } from '#bot/digest/calendrier/to-instant.ts';
import type { Communaute } from '#bot/digest/contenu/communaute.ts';
import { computeDigest } from '#bot/digest/contenu/compute-digest.ts';
import type { Ecrit, Essai } from '#bot/digest/envois/facteur.ts';
import { createScribe, type Scribe } from '#bot/render/scribe.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { ImageVoulue } from '../images/create-image-sender.ts';
import { toCommunauteImage } from '../images/to-communaute-image.ts';
import type { OutgoingMessage } from '../outgoing/slack-sender.ts';
import type { SlackContext } from '../slack-context.ts';
import { createEtats, type EtatsDuJour } from './etat-connu-garde.ts';
import { loadCommunautes } from './load-communautes.ts';
import { renderDigestMessage, renderRappelMessage } from './render-digest-message.ts';

/** A message, and the pictures that are joined to it once it is sent. */
export type MessageIllustre = { readonly words: OutgoingMessage; readonly images: readonly ImageVoulue[] };

/** Why there is nothing to send. */
const SANS_COMMUNAUTE = 'sans-communaute';
const RIEN_A_DIRE = 'rien-a-dire';
const SANS_OBJET = 'sans-objet';

/** Builds what writes digests and reminders: the marks and the profiles are those of the moment when it leaves. */
export function createWriter(context: SlackContext, jours: Jours) {
  const findEtats = createEtats(context);
  return async function write(essai: Essai): Promise<Ecrit<MessageIllustre>> {
    const { envoi, abonnement } = essai;
    const { reglages, dernier } = abonnement;
    const asOf = toJourLocal(context.now(), reglages.fuseau);
    const known = await findEtats(asOf, dernier);
    const communautes = await loadCommunautes(envoi.channel, context);
    const { vocabulary } = context.assembly.pipeline;
    const scribe = createScribe('digest', asOf, vocabulary, reglages.langue);
    const rappelees = listRappelees(communautes, essai, asOf, context, jours);
    const materials = { communautes, known, rappelees, scribe, marks: listMarks(essai, scribe) };
    return envoi.kind === 'digest' ? writeDigest(essai, materials) : writeRappel(essai, materials);
  };
}

type Materials = {
  readonly communautes: readonly Communaute[];
  readonly known: EtatsDuJour;
  readonly rappelees: ReadonlyMap<string, ReadonlySet<string>>;
  readonly scribe: Scribe;
  readonly marks: readonly LicensedText[];
};

function writeDigest(
  { abonnement: { reglages } }: Essai,
  { communautes, known, rappelees, scribe, marks }: Materials,
): Ecrit<MessageIllustre> {
  if (communautes.length === 0) return { kind: 'rien', raison: SANS_COMMUNAUTE };
  const { etat, etats, nom } = known;
  const { horizonJours, silencieux } = reglages;
  const digest = computeDigest({ communautes, horizonJours, etat, etats, rappelees });
  const dernier = { jour: etat.jour, connu: nom };
  if (digest.rienADire && silencieux) return { kind: 'rien', raison: RIEN_A_DIRE, dernier };
  const words = renderDigestMessage(digest, marks, scribe);
  const images = reglages.images ? communautes.map((one) => toCommunauteImage(one, etat.jour, reglages.langue)) : [];
  return { kind: 'message', message: { words, images }, dernier };
}

function writeRappel(
  { envoi }: Essai,
  { communautes, known: { etat }, rappelees, scribe, marks }: Materials,
): Ecrit<MessageIllustre> {
  const codes = rappelees.get(envoi.communaute) ?? new Set();
  const own = communautes.filter(({ id }) => id === envoi.communaute);
  const [told] = computeDigest({ communautes: own, horizonJours: 0, etat, etats: null, rappelees }).communautes;
  const echeances = told ? [...told.depassees, ...told.aVenir].filter(({ code }) => codes.has(code)) : [];
  if (!told || echeances.length === 0) return { kind: 'rien', raison: SANS_OBJET };
  return { kind: 'message', message: { words: renderRappelMessage(told, echeances, marks, scribe), images: [] } };
}

/** What is reminded of on the day of the message, as the marks now stand. */
function listRappelees(
  communautes: readonly Communaute[],
  { envoi, abonnement }: Essai,
  asOf: CalendarDate,
  { assembly }: SlackContext,
  jours: Jours,
): Materials['rappelees'] {
  return new Map(
    communautes.map((communaute) => {
      const datee = toCommunauteDatee(communaute, assembly.parametres, asOf);
      return [communaute.id, new Set(listRappels(datee, abonnement.reglages, envoi.jour, jours))];
    }),
  );
}

/** What is said of the message itself. */
function listMarks({ envoi, isReprise, isLate }: Essai, scribe: Scribe): readonly LicensedText[] {
  return [
    ...(isReprise ? [scribe.phrase('digest-reprise')] : []),
    ...(isLate ? [scribe.phrase('digest-en-retard', { jour: { kind: 'date', date: envoi.jour } })] : []),
  ];
}
