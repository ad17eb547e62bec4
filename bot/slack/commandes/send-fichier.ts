import { toReceipt } from '#bot/receipts/receipt.ts';
import { renderEcheancesIcs } from '#bot/render/render-echeances-ics.ts';
import { renderFinancementJson } from '#bot/render/render-financement-json.ts';
import { describeTrace } from '#bot/trace/describe-trace.ts';
import type { Fichier } from '#bot/trace/trace.ts';
import { type FormatTrace, writeFichier } from '#bot/trace/write-fichier.ts';
import { computeEcheances } from '#tools/echeances/compute-echeances.ts';
import { listValues } from '#tools/outcome.ts';
import type { SlackContext } from '../slack-context.ts';
import type { DemandeEcheances } from './echeances.ts';
import { computeDemande } from './estimation/compute-demande.ts';
import type { Demande } from './estimation/demande.ts';
import type { Parole } from './parler.ts';

/** Writes an estimate as a file, in the person's language; same request, same bytes. */
export function writeEstimation(
  { nom, ...demande }: Demande,
  format: FormatTrace,
  { referentiel, lang }: Parole,
  { assembly }: Pick<SlackContext, 'assembly'>,
): Promise<Fichier> {
  const outcome = computeDemande(demande, referentiel.parametres);
  const receipt = toReceipt(renderFinancementJson(outcome, referentiel), assembly.hashes);
  const { input, signeEntre } = demande;
  const { signature: _, ...withoutDay } = input;
  const given = { outcome, input: signeEntre ? withoutDay : input, signeEntre, nom, receipt };
  return writeFichier(describeTrace(given, referentiel, lang), format, referentiel.vocabulary);
}

/** Days before a deadline when a calendar reminds of it. */
const RAPPELS = [30, 7];

/** Writes deadlines as a calendar; undefined when there is no day to put in it. */
export function writeAgenda({ input, asOf, nom }: DemandeEcheances, { referentiel, say }: Parole): Fichier | undefined {
  const outcome = computeEcheances(input, referentiel.parametres, asOf);
  const open = listValues(outcome)
    .flat()
    .filter(({ etat }) => etat !== 'fait');
  if (open.length === 0) return undefined;
  const agenda = { asOf, contrat: input, nom, rappels: RAPPELS, revision: 0 };
  return {
    nom: say('commandes-agenda-fichier'),
    titre: say('commandes-agenda-titre'),
    octets: Buffer.from(renderEcheancesIcs(open, agenda, referentiel)),
  };
}

/** Hands a file over in the person's own conversation with the bot. */
export async function sendFichier(
  { nom, titre, octets }: Fichier,
  user: string,
  comment: 'commandes-fichier' | 'commandes-agenda-comment',
  { say }: Parole,
  { sender }: Pick<SlackContext, 'sender'>,
): Promise<void> {
  const channel = await sender.openIm(user);
  await sender.sendFile({ name: nom, title: titre, bytes: octets }, { channel, comment: say(comment) });
}
