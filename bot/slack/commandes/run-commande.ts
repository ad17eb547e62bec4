import { parseMontant } from '#bot/commands/options/parse-montant.ts';
import { toDonnee } from '#corpus/law/message.ts';
import { openDigest } from '../digest/run-digest.ts';
import { toPlainText } from '../outgoing/outgoing.ts';
import { openProfil } from '../profil/open-profil.ts';
import type { Delivery } from '../render/render-delivery.ts';
import { runAide } from './aide.ts';
import { runEcheances } from './echeances.ts';
import { pack } from './estimation/demande.ts';
import { runFinancement } from './estimation/financement.ts';
import type { NomCommande } from './lecture/commandes-donnees.ts';
import { hasFaits, readArguments } from './lecture/read-arguments.ts';
import { type CommandeLue, readCommande } from './lecture/read-commande.ts';
import { runMontant, toFrenchAmount } from './montant.ts';
import { runOublier } from './oublier.ts';
import type { Atelier, CommandeRecue } from './recue.ts';
import { addActions, renderTold } from './render-messages.ts';
import { runVerifier } from './verifier.ts';

/** Name of the click that runs the command which was meant. */
export const PROCHE_ACTION = 'commande-proche';

type Run = (recue: CommandeRecue, atelier: Atelier) => Promise<Delivery | undefined>;

/** Every command of `/cpts`; a new one is a line here and an entry of `bot/donnees/commandes.yaml`. */
const COMMANDES: Readonly<Record<NomCommande, Run>> = {
  financement: runFinancement,
  echeances: runEcheances,
  verifier: runVerifier,
  montant: async (recue, atelier) => runMontant(recue, atelier),
  async profil({ user, channel, triggerId }, { context }) {
    await openProfil({ user, canal: channel, triggerId }, context);
    return undefined;
  },
  async digest(recue, { context, parole }) {
    await openDigest(recue, parole, context);
    return undefined;
  },
  oublier: async (_, { parole }) => runOublier(parole),
  aide: async (_, atelier) => runAide(atelier),
};

/** Reads what was written after `/cpts`. */
export function readTyped(
  text: string,
  { donnees, lecture, today }: Pick<Atelier, 'donnees' | 'lecture' | 'today'>,
): CommandeLue {
  const hasSujet = (suite: string) => lecture.comprehension.detectConcepts(suite).length > 0;
  return readCommande(
    text,
    donnees,
    (suite, nom) => {
      if (nom === 'montant') return parseMontant(toFrenchAmount(suite)).kind === 'value';
      return hasFaits(readArguments(suite, nom === 'echeances' ? 'echeances' : 'financement', { ...lecture, today }));
    },
    hasSujet,
  );
}

/**
 * Runs a command, or offers the one that a word looks like.
 * @returns what to tell the asker; undefined when a window was opened
 */
export async function runCommande(
  lue: Exclude<CommandeLue, { readonly kind: 'question' }>,
  recue: Omit<CommandeRecue, 'suite'>,
  atelier: Atelier,
): Promise<Delivery | undefined> {
  if (lue.kind === 'commande') return COMMANDES[lue.nom]({ ...recue, suite: lue.suite }, atelier);
  return offerNearest(lue, atelier);
}

/** « Vouliez-vous dire /cpts financement ? », with a button that runs it as it was meant. */
function offerNearest(
  { nom, ecrit, suite }: Extract<CommandeLue, { readonly kind: 'proche' }>,
  { parole, donnees }: Atelier,
): Delivery {
  const { say, lang } = parole;
  const commande = toDonnee(`/cpts ${donnees.commandes[nom].noms[lang][0]}`);
  const told = say('commandes-inconnue', {
    ecrit: { kind: 'question', text: ecrit, start: 0, end: ecrit.length },
    commande,
  });
  const value = pack([nom, suite]);
  const button = {
    type: 'button',
    action_id: PROCHE_ACTION,
    text: toPlainText(say('commandes-lancer', { commande })),
    value,
  };
  // Words too long for a button are typed again.
  return addActions(renderTold(told), value.length > 2000 ? [] : [button]);
}
