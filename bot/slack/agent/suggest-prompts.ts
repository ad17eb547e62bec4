import type { Profil } from '#bot/answer/profil.ts';
import { toIncident } from '#bot/tell-error.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Prompt } from '../outgoing/slack-sender.ts';
import { findProfil } from '../profil/find-profil.ts';
import type { Say, SlackContext } from '../slack-context.ts';

/** Questions offered at most: what Slack shows. */
const MOST = 4;

/**
 * Offers questions to a person who opens her conversation with the bot: those of her community when its profile is
 * known, then the general ones, in her language.
 */
export async function suggestPrompts(
  { user, channel }: { readonly user: string; readonly channel: string },
  context: SlackContext,
): Promise<void> {
  const { sender, sayIn, findLang, journal, assembly } = context;
  const [saved, lang] = await Promise.all([findProfil(channel, context), findLang(user)]);
  const missions = assembly.parametres.missions.missions.map(({ code }) => code);
  const prompts = listPrompts(saved?.profil, missions, sayIn(lang));
  try {
    await sender.suggestPrompts(prompts, { channel });
  } catch (error) {
    // The conversation works without them.
    journal(toIncident(error));
  }
}

/**
 * Questions to offer.
 * @param missions codes of the missions, in the order in which they are told
 */
function listPrompts(profil: Profil | undefined, missions: readonly string[], say: Say): readonly Prompt[] {
  return [...(profil ? listOwn(profil, missions, say) : []), ...listGeneral(say)].slice(0, MOST);
}

function listOwn(profil: Profil, missions: readonly string[], say: Say): readonly Prompt[] {
  const { signature, population, taille } = profil;
  const isSized = population !== undefined || taille !== undefined;
  const waiting = signature === undefined ? undefined : missions.find((code) => isWaiting(profil, code));
  return [
    ...(signature ? [toPrompt(say('agent-amorce-nos-echeances'), say('agent-amorce-nos-echeances-question'))] : []),
    ...(isSized
      ? [toPrompt(say('agent-amorce-notre-financement'), say('agent-amorce-notre-financement-question'))]
      : []),
    ...(waiting === undefined ? [] : [toMissionPrompt(waiting, say)]),
  ];
}

/** A mission that the community has, or may have, and that it has not started. */
function isWaiting({ missions }: Profil, code: string): boolean {
  const known = missions[code];
  return known !== undefined && known.demarrage === undefined && !known.fait;
}

function toMissionPrompt(code: string, say: Say): Prompt {
  const mission = { kind: 'mission', code } as const;
  return toPrompt(say('agent-amorce-mission', { mission }), say('agent-amorce-mission-question', { mission }));
}

function listGeneral(say: Say): readonly Prompt[] {
  return [
    toPrompt(say('agent-amorce-financement'), say('agent-amorce-financement-question')),
    toPrompt(say('agent-amorce-missions'), say('agent-amorce-missions-question')),
    toPrompt(say('agent-amorce-taille'), say('agent-amorce-taille-question')),
    toPrompt(say('agent-amorce-echeances'), say('agent-amorce-echeances-question')),
  ];
}

function toPrompt(title: LicensedText, message: LicensedText): Prompt {
  return { title, message };
}
