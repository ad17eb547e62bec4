import { renderLost } from '#bot/slack/modal/render-lost.ts';
import { openSaisie, type Values } from '#bot/slack/modal/saisie.ts';
import { type OutgoingObject, toVisible } from '#bot/slack/outgoing/outgoing.ts';
import { joinLicensed } from '#corpus/law/licensed-text.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { InputProblem } from '#tools/outcome.ts';
import type { Parole } from '../parler.ts';
import type { Atelier } from '../recue.ts';
import { renderTold } from '../render-messages.ts';
import { tellAsker, tellTrouble } from '../tell-asker.ts';
import { renderVerdictsView, verifyTexte } from '../verdicts.ts';
import { TEXTE_CHAMP, VERIFIER_VIEW } from '../verifier.ts';
import { COMPARER_VIEW, compareDemandes, parseSaved, readComparer } from './comparer.ts';
import { computeDemande } from './compute-demande.ts';
import { Demande, unpack } from './demande.ts';
import { renderReadOnly } from './detail.ts';
import { NOM_CHAMP, NOM_LONGEST, NOM_VIEW, saveEstimation } from './enregistrer.ts';
import { FINANCEMENT_VIEW, parsePorte, type Retour } from './form-financement.ts';
import { readForm } from './read-form.ts';
import { renderResultat } from './render-resultat.ts';

/** A form that somebody sent. */
export type FormSent = {
  readonly view: string;
  readonly viewId: string;
  readonly metadata: string;
  readonly user: string;
  readonly values: Values;
};

/** What to acknowledge a form with, and what is done once it is closed. */
export type Submitted = { readonly reply?: OutgoingObject; readonly after?: () => Promise<void> };

/** Reads a form and says what becomes of it; what is wrong is told under each field, all at once. */
export async function submitForm(sent: FormSent, atelier: Atelier): Promise<Submitted> {
  switch (sent.view) {
    case FINANCEMENT_VIEW:
      return submitFinancement(sent, atelier);
    case NOM_VIEW:
      return submitNom(sent, atelier);
    case COMPARER_VIEW:
      return submitComparer(sent, atelier);
    case VERIFIER_VIEW:
      return submitTexte(sent, atelier);
    default:
      return {};
  }
}

/** Forms of the commands. */
export const FORMS = [FINANCEMENT_VIEW, NOM_VIEW, COMPARER_VIEW, VERIFIER_VIEW] as const;

function submitFinancement({ metadata, values, user }: FormSent, atelier: Atelier): Submitted {
  const { parole } = atelier;
  const porte = parsePorte(metadata);
  if (!porte) return { reply: renderLost(parole.say) };
  const { parametres } = parole.referentiel;
  const { demande, problems } = readForm(openSaisie(values), porte.demande, parametres);
  if (problems.length > 0) return refuse(problems, parole);
  const outcome = computeDemande(demande, parametres);
  if (outcome.kind === 'missing-input') {
    const asked = outcome.missing.map(({ champ, question }) => ({ champ: toChamp(champ), message: question }));
    return refuse(asked, parole);
  }
  return { after: () => tellSafely(() => renderResultat(demande, [], parole), porte.retour, user, atelier) };
}

/** Fields that the form asks for; anything else is told under the first. */
function toChamp(champ: string): string {
  return ['population', 'taille', 'signature', 'renouvellement', 'annee', 'membres', 'prorata'].includes(champ)
    ? champ
    : 'population';
}

async function submitNom({ metadata, values, user, viewId }: FormSent, atelier: Atelier): Promise<Submitted> {
  const { parole, context } = atelier;
  const porte = parsePorte(metadata);
  if (!porte) return { reply: renderLost(parole.say) };
  const nom = (openSaisie(values).text(NOM_CHAMP) ?? '').replaceAll(/\s+/gu, ' ');
  if (nom === '') return refuse([{ champ: NOM_CHAMP, message: toMessage('commandes-nom-vide') }], parole);
  if (nom.length > NOM_LONGEST) {
    const args = {
      longueur: { kind: 'nombre', valeur: nom.length },
      plus: { kind: 'nombre', valeur: NOM_LONGEST },
    } as const;
    return refuse([{ champ: NOM_CHAMP, message: toMessage('commandes-nom-long', args) }], parole);
  }
  await saveEstimation(porte.demande, nom, { user, viewId }, parole, context);
  const echo = { kind: 'question', text: nom, start: 0, end: nom.length } as const;
  return {
    after: () =>
      tellSafely(() => renderTold(parole.say('commandes-enregistree', { nom: echo })), porte.retour, user, atelier),
  };
}

async function submitComparer({ metadata, values }: FormSent, { parole, context }: Atelier): Promise<Submitted> {
  const demande = unpack(metadata, Demande);
  if (!demande) return { reply: renderLost(parole.say) };
  const saisie = openSaisie(values);
  const id = saisie.text('estimation');
  const saved = id === undefined ? undefined : await context.store.readEstimation(context.team, id);
  const read = readComparer(saisie, demande, () => saved && parseSaved(saved));
  if ('problems' in read) return refuse(read.problems, parole);
  const compared = compareDemandes(demande, read.autre, parole);
  if ('problems' in compared) return refuse(compared.problems, parole);
  const view = renderReadOnly('estimation-comparaison', 'commandes-comparaison', compared.parts, parole);
  return { reply: { response_action: 'update', view } };
}

function submitTexte({ values }: FormSent, { parole, textes, verify, today }: Atelier): Submitted {
  const texte = verifyTexte(openSaisie(values).text(TEXTE_CHAMP) ?? '', today, verify);
  return { reply: { response_action: 'update', view: renderVerdictsView(texte, textes.keep(texte), 0, parole) } };
}

async function tellSafely(
  render: () => ReturnType<typeof renderTold>,
  retour: Retour,
  user: string,
  { parole, context }: Atelier,
): Promise<void> {
  try {
    await tellAsker(render(), { user, ...retour }, context);
  } catch (error) {
    await tellTrouble(error, { user, ...retour }, parole, context);
  }
}

function refuse(problems: readonly InputProblem[], { say }: Parole): Submitted {
  const champs = [...new Set(problems.map(({ champ }) => champ))];
  const errors = champs.map((champ) => {
    const told = problems.filter((one) => one.champ === champ).map(({ message }) => say(message.code, message.args));
    return [champ, toVisible(joinLicensed(told, ' '))] as const;
  });
  return { reply: { response_action: 'errors', errors: Object.fromEntries(errors) } };
}
