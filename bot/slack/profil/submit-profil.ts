import type { ViewResponseAction } from '@slack/bolt';
import type { SavedProfil } from '#bot/store/ports/profils.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { InputProblem } from '#tools/outcome.ts';
import { openSaisie, type Values } from '../modal/saisie.ts';
import { sealViewReply } from '../modal/seal-view-reply.ts';
import { type OutgoingObject, toVisible } from '../outgoing/outgoing.ts';
import type { SlackContext } from '../slack-context.ts';
import { sayIncident } from '../tell-incident.ts';
import { FORMS, type ProfilForm } from './keep-forms.ts';
import { loadShown } from './load-shown.ts';
import { mayEdit } from './may-edit.ts';
import { createWords, type ProfilWords } from './profil-words.ts';
import { renderProfil } from './render-profil.ts';
import type { ViewPlace } from './view-place.ts';

/** A form of a profile that somebody sent. */
export type ProfilSent = {
  readonly view: string;
  readonly user: string;
  readonly place: ViewPlace;
  readonly values: Values;
};

/** What to acknowledge a form with, and whether something was changed. */
export type Submitted = { readonly reply: ViewResponseAction; readonly changed: boolean };

/**
 * Reads a form, keeps what it says, and shows the profile in its place. What is wrong is told under each field, all at
 * once; the form stays open with what was written in it until it is kept.
 */
export async function submitProfil(sent: ProfilSent, context: SlackContext): Promise<Submitted> {
  const form = FORMS.get(sent.view);
  const { sender, journal } = context;
  if (!form) return { reply: sealViewReply({ response_action: 'clear' }, sender), changed: false };
  const words = createWords(await context.findLang(sent.user), context);
  try {
    const { reply, changed } = await keepForm(sent, form, words, context);
    return { reply: sealViewReply(reply, sender), changed };
  } catch (error) {
    const { reply, changed } = refuse([[form.first, sayIncident('profil-occupe', error, { journal, say: words.say })]]);
    return { reply: sealViewReply(reply, sender), changed };
  }
}

/** The same before the gate. */
type Replied = { readonly reply: OutgoingObject; readonly changed: boolean };

async function keepForm(
  { user, place, values }: ProfilSent,
  form: ProfilForm,
  words: ProfilWords,
  context: SlackContext,
): Promise<Replied> {
  const { store, team } = context;
  const former = await store.readProfil(team, place.id);
  const refusal = await findRefusal(former, place, user, context);
  if (refusal !== undefined) return refuse([[form.first, words.say(refusal)]]);
  const keeping = form.read({ saisie: openSaisie(values), place, user, former }, context);
  if (keeping.kind === 'problems') return refuse(groupProblems(keeping.problems, words));
  await keeping.value();
  const kept = await store.readProfil(team, place.id);
  const { id, canal } = place;
  const here = { id, ...(canal === undefined ? {} : { canal }) };
  const told = words.say(place.nouveau ? 'profil-cree' : 'profil-enregistre');
  const view = kept && renderProfil(await loadShown(kept, user, canal, context), here, words, told);
  return { reply: view ? { response_action: 'update', view } : { response_action: 'clear' }, changed: true };
}

/** Why a form may not be kept: while she wrote, the profile was deleted, or changed, or the person lost the right. */
async function findRefusal(
  former: SavedProfil | undefined,
  place: ViewPlace,
  user: string,
  context: SlackContext,
): Promise<'profil-parti' | 'profil-refuse' | 'profil-change-ailleurs' | undefined> {
  if (!former) return place.nouveau ? undefined : 'profil-parti';
  if (!(await mayEdit(former, user, context))) return 'profil-refuse';
  return place.vu !== undefined && place.vu !== former.savedAt ? 'profil-change-ailleurs' : undefined;
}

/** Every problem of a field, in one text. */
function groupProblems(
  problems: readonly InputProblem[],
  { say }: ProfilWords,
): readonly (readonly [champ: string, told: LicensedText])[] {
  const champs = [...new Set(problems.map(({ champ }) => champ))];
  return champs.map((champ) => {
    const told = problems.filter((one) => one.champ === champ).map(({ message }) => say(message.code, message.args));
    return [champ, joinLicensed(told, ' ')];
  });
}

function refuse(errors: readonly (readonly [champ: string, told: LicensedText])[]): Replied {
  const told = errors.map(([champ, text]) => [champ, toVisible(text)]);
  return { reply: { response_action: 'errors', errors: Object.fromEntries(told) }, changed: false };
}
