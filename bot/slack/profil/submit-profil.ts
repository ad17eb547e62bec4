import type { SavedProfil } from '#bot/store/ports/profils.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { joinLicensed } from '#corpus/law/licensed-text.ts';
import type { InputProblem } from '#tools/outcome.ts';
import { findDay } from '../../find-today.ts';
import { openSaisie, type Saisie, type Values } from '../modal/saisie.ts';
import { type OutgoingObject, toVisible } from '../outgoing/outgoing.ts';
import type { SlackContext } from '../slack-context.ts';
import { sayIncident } from '../tell-incident.ts';
import { readAcces } from './acces.ts';
import { readCommunaute } from './communaute.ts';
import type { Lue } from './lecteur.ts';
import { loadShown } from './load-shown.ts';
import { mayEdit } from './may-edit.ts';
import { readMission } from './mission.ts';
import { createWords, type ProfilWords } from './profil-words.ts';
import { ACCES_VIEW } from './render-acces.ts';
import { COMMUNAUTE_VIEW } from './render-communaute.ts';
import { MISSION_VIEW } from './render-mission.ts';
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
export type Submitted = { readonly reply: OutgoingObject; readonly changed: boolean };

/** What a form does once it is read: nothing is written when anything in it is wrong. */
type Form = {
  /** Field under which what concerns the whole form is told. */
  readonly first: string;
  readonly read: (sent: Sent, former: SavedProfil | undefined) => Lue<(context: SlackContext) => Promise<void>>;
};

type Sent = ProfilSent & { readonly saisie: Saisie; readonly context: SlackContext };

/**
 * Reads a form, keeps what it says, and shows the profile in its place. What is wrong is told under each field, all at
 * once; whatever happens the form stays open with what was written in it until it is kept.
 */
export async function submitProfil(sent: ProfilSent, context: SlackContext): Promise<Submitted> {
  const form = FORMS.get(sent.view);
  const words = createWords(await context.findLang(sent.user), context);
  const { say } = words;
  if (!form) return { reply: { response_action: 'clear' }, changed: false };
  try {
    const former = await context.store.readProfil(context.team, sent.place.id);
    const refusal = await findRefusal(former, sent, context);
    if (refusal) return refuse([[form.first, say(refusal)]]);
    const lue = form.read({ ...sent, saisie: openSaisie(sent.values), context }, former);
    if (lue.kind === 'problems') return refuse(groupProblems(lue.problems, words));
    await lue.value(context);
    return { reply: await renderKept(former === undefined, sent, words, context), changed: true };
  } catch (error) {
    return refuse([[form.first, sayIncident('profil-occupe', error, { ...context, say })]]);
  }
}
