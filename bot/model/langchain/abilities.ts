import type { ModelError } from '../model-error.ts';

/** How an object is asked for, the surest way first. */
export const FORMATS = ['json_schema', 'json_object', 'text'] as const;
export type Format = (typeof FORMATS)[number];

/** What an endpoint takes, as far as it was tried. */
export type Abilities = {
  readonly format: Format;
  readonly tools: boolean;
  /** Whether the temperature may be set. */
  readonly temperature: boolean;
  /** Name of the bound on what is written. */
  readonly bound: 'max_tokens' | 'max_completion_tokens';
};

/** What is hoped for before anything was tried. */
export const EVERY_ABILITY: Abilities = {
  format: 'json_schema',
  tools: true,
  temperature: true,
  bound: 'max_tokens',
};

/** What is wanted of an exchange. */
export type Wish = 'tools' | 'draft' | 'words';

/**
 * What to do without after a refusal of the endpoint.
 * @returns lesser abilities; undefined when the refusal is about something else
 */
export function lowerAbilities(abilities: Abilities, wish: Wish, error: ModelError): Abilities | undefined {
  const said = error.hearEndpoint();
  // A refusal says something; without its words nothing is known of what to leave out.
  if (said === '' || !isRefusal(error)) return undefined;
  if (/max_tokens|max_completion_tokens/.test(said) && abilities.bound === 'max_tokens')
    return { ...abilities, bound: 'max_completion_tokens' };
  if (/temperature/.test(said) && abilities.temperature) return { ...abilities, temperature: false };
  if (wish === 'tools' && TOOLS.test(said) && LACKING.test(said)) return { ...abilities, tools: false };
  // Some say no more than « bad request »: the next form is then tried whatever the words.
  if (wish === 'draft' && (error.fault === 'REPONSE' || FORM.test(said))) {
    const next = FORMATS[FORMATS.indexOf(abilities.format) + 1];
    return next === undefined ? undefined : { ...abilities, format: next };
  }
  return undefined;
}

/** Tools, and a word that says they are not to be had: a wrong call is another matter. */
const TOOLS = /\b(?:tools?|functions?)(?:\b|_)/i;
const LACKING = /support|enabl|permitted|allowed|recogni[sz]ed|unknown|disabled/i;

const FORM = /response_format|json_schema|json_object|structured|schema|parameter/i;

/** An answer of the endpoint itself to what was asked, neither its absence nor the model's own words. */
function isRefusal({ fault }: ModelError): boolean {
  return fault === 'REPONSE' || fault === 'INCONNU';
}
