import { findProfil } from '#bot/slack/profil/find-profil.ts';
import type { Delivery } from '#bot/slack/render/render-delivery.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { checkFinancementInput } from '#tools/financement/check-financement-input.ts';
import { readArguments } from '../lecture/read-arguments.ts';
import { tellArguments } from '../lecture/tell-arguments.ts';
import type { Atelier, CommandeRecue } from '../recue.ts';
import { computeDemande } from './compute-demande.ts';
import { renderForm } from './form-financement.ts';
import { renderResultat } from './render-resultat.ts';
import { toDemande } from './to-demande.ts';

/**
 * `/cpts financement`: an estimate when the words and the profile are enough; else the form, filled with what they give
 * and headed by what is missing.
 * @returns undefined when the form was opened
 * @throws {BotError} ERR_SLACK_TROP_TARD when the form could not be opened in time
 */
export async function runFinancement(recue: CommandeRecue, atelier: Atelier): Promise<Delivery | undefined> {
  const { context, parole, lecture, today } = atelier;
  const { parametres } = parole.referentiel;
  const lus = readArguments(recue.suite, 'financement', { ...lecture, today });
  const saved = recue.profil ?? (await findProfil(recue.channel, context));
  const demande = toDemande(lus, saved, today);
  const notes = tellArguments(lus, saved?.profil.nom, parole);
  const wrong = checkFinancementInput(demande.input, parametres).map(({ message }) =>
    parole.say(message.code, message.args),
  );
  const needs = recue.suite === '' || lus.problems.length > 0 || wrong.length > 0;
  if (needs) return open([...notes, ...wrong]);
  const outcome = computeDemande(demande, parametres);
  if (outcome.kind !== 'missing-input') return renderResultat(demande, notes, parole);
  return open([...notes, ...outcome.missing.map(({ question }) => parole.say(question.code, question.args))]);

  async function open(told: readonly LicensedText[]): Promise<undefined> {
    const { channel, responseUrl, triggerId } = recue;
    const view = renderForm({ demande, retour: { channel, responseUrl } }, told, parole);
    await context.sender.openView(view, triggerId);
  }
}
