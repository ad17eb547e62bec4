import { webApi } from '@slack/bolt';
import { BotError } from '#corpus/law/bot-error.ts';

/** Why a call failed: try again, after the time Slack asked for if it did, or never. */
export type Failure =
  | { readonly kind: 'passing'; readonly retryAfterMs?: number }
  | { readonly kind: 'final'; readonly error: unknown };

/** Names under which Slack says that the fault is its own. */
const PASSING: ReadonlySet<string> = new Set([
  'fatal_error',
  'internal_error',
  'rate_limited',
  'ratelimited',
  'request_timeout',
  'service_unavailable',
]);

/** Refusals that the person who installs the bot can lift, with what to do. */
const REMEDIES: readonly (readonly [code: string, names: ReadonlySet<string>, message: string, remedy: string])[] = [
  [
    'ERR_SLACK_JETON',
    new Set(['account_inactive', 'invalid_auth', 'not_authed', 'token_expired', 'token_revoked']),
    'Slack refuse le jeton',
    "Réinstallez l'application dans l'espace de travail, recopiez ses jetons dans .env, puis relancez le bot.",
  ],
  [
    'ERR_SLACK_DISPARU',
    new Set(['cant_delete_message', 'cant_update_message', 'edit_window_closed', 'message_not_found']),
    "Le message à remplacer n'est plus là",
    'Une nouvelle réponse est écrite à sa place.',
  ],
  [
    'ERR_SLACK_TROP_TARD',
    new Set(['exchanged_trigger_id', 'expired_trigger_id', 'invalid_trigger_id', 'trigger_expired']),
    "Slack n'ouvre plus de fenêtre pour ce clic",
    'Cliquez de nouveau : Slack laisse trois secondes pour ouvrir une fenêtre.',
  ],
  [
    'ERR_SLACK_FENETRE',
    new Set(['hash_conflict', 'not_found', 'view_too_large']),
    'La fenêtre ne peut pas être montrée, ou elle a été fermée',
    'Ouvrez-la de nouveau ; si cela recommence, signalez cet incident avec son code.',
  ],
  [
    'ERR_SLACK_FLUX',
    new Set([
      'channel_type_not_supported',
      'message_not_in_streaming_state',
      'message_not_owned_by_app',
      'messaging_processing_failed',
      'missing_recipient_team_id',
      'missing_recipient_user_id',
      'stopped_by_user',
      'streaming_mode_mismatch',
    ]),
    'Slack ne prend plus la suite de cette réponse',
    'La réponse entière est écrite en message ordinaire.',
  ],
  [
    'ERR_SLACK_TROP_LONG',
    new Set(['msg_blocks_too_long', 'msg_blocks_too_many', 'msg_too_long']),
    'Le message est trop long pour Slack',
    "La réponse est écrite en plusieurs messages ; sinon, signalez cet incident avec son code : c'est un défaut du programme.",
  ],
  [
    'ERR_SLACK_PERSONNE',
    new Set([
      'cannot_dm_bot',
      'user_disabled',
      'user_not_found',
      'user_not_in_channel',
      'user_not_visible',
      'users_not_found',
    ]),
    'Slack ne trouve pas cette personne là où le bot veut lui écrire',
    "Vérifiez qu'elle est encore dans l'espace de travail et dans le canal.",
  ],
  [
    'ERR_SLACK_FICHIER',
    new Set([
      'file_not_found',
      'file_type_not_allowed',
      'file_update_failed',
      'file_upload_size_restricted',
      'file_uploads_disabled',
      'file_uploads_except_images_disabled',
      'posting_to_channel_denied',
      'storage_limit_reached',
    ]),
    'Slack ne prend pas ce fichier',
    "Demandez à l'administrateur de l'espace de travail si les fichiers y sont permis, ou prenez le résultat dans le message.",
  ],
  [
    'ERR_SLACK_DROITS',
    new Set(['missing_scope', 'no_permission', 'not_allowed_token_type']),
    "Un droit manque à l'application",
    'Mettez à jour l’application avec manifest.json, puis réinstallez-la.',
  ],
  [
    'ERR_SLACK_CANAL',
    new Set([
      'cannot_reply_to_message',
      'channel_not_found',
      'is_archived',
      'messages_tab_disabled',
      'not_in_channel',
      'restricted_action',
      'restricted_action_read_only_channel',
      'thread_not_found',
    ]),
    'Le bot ne peut pas écrire dans cette conversation',
    'Invitez le bot dans le canal, ou posez la question en message direct.',
  ],
];

/** Sorts an error of the Web API client or of an HTTP call. */
export function toFailure(error: unknown): Failure {
  if (error instanceof webApi.WebAPIRateLimitedError) return { kind: 'passing', retryAfterMs: error.retryAfter * 1000 };
  if (error instanceof webApi.WebAPIHTTPError) {
    return error.statusCode >= 500 || error.statusCode === 429
      ? { kind: 'passing' }
      : { kind: 'final', error: toRefusal(String(error.statusCode), error) };
  }
  if (error instanceof webApi.WebAPIRequestError) return { kind: 'passing' };
  if (!(error instanceof webApi.WebAPIPlatformError)) return { kind: 'final', error };
  const name = error.data.error;
  return PASSING.has(name) ? { kind: 'passing' } : { kind: 'final', error: toRefusal(name, error) };
}

/** Whether a call that failed may have taken effect all the same: its reply was lost, or the fault came after. */
export function mayBeTaken(error: unknown): boolean {
  if (error instanceof webApi.WebAPIRateLimitedError) return false;
  return toFailure(error).kind === 'passing';
}

/** A refusal of Slack, under one of our codes; the name that Slack gives it is kept in the message. */
export function toRefusal(name: string, cause: unknown): BotError {
  const known = REMEDIES.find(([, names]) => names.has(name));
  if (!known) {
    const remedy = "Signalez cet incident avec son code : c'est un défaut du programme.";
    const shown = /^[a-z_]{1,60}$/.test(name) ? name : 'réponse illisible';
    return new BotError('ERR_SLACK_REFUS', `Slack refuse un envoi (${shown})`, remedy, cause);
  }
  const [code, , message, remedy] = known;
  return new BotError(code, `${message} (${name})`, remedy, cause);
}
