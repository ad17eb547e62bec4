import type { Abonnement, DernierDigest, Digests, EnvoiEnMain } from '#bot/store/ports/digests.ts';
import type { Incident } from '#bot/tell-error.ts';
import type { CommunauteDatee, Jours } from '../calendrier/plan-jour.ts';

/** What is to be known of a try to write its message. */
export type Essai = {
  readonly envoi: EnvoiEnMain;
  readonly abonnement: Abonnement;
  /** It may have been sent before, and nobody can tell. */
  readonly isReprise: boolean;
  readonly isLate: boolean;
};

/** A message, or why there is none; what a digest tells is what the next one starts from. */
export type Ecrit<Message> = { readonly dernier?: DernierDigest | undefined } & (
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'rien'; readonly raison: string }
);

/** What sending digests and reminders is made of; the clock, the store and Slack are lent. */
export type FacteurParts<Message> = {
  readonly store: Digests;
  readonly team: string;
  /** Name of this process, unlike that of any other. */
  readonly owner: string;
  readonly now: () => number;
  readonly jours: Jours;
  /** Dates of the communities that a channel follows. */
  readonly listDates: (channel: string) => Promise<readonly CommunauteDatee[]>;
  readonly write: (essai: Essai) => Promise<Ecrit<Message>>;
  readonly post: (message: Message, to: { readonly destination: string; readonly id: string }) => Promise<string>;
  /** Looks for a message that may have been sent; 'inconnu' when the bot may not read there. */
  readonly findSent: (destination: string, id: string) => Promise<{ readonly ts: string } | undefined | 'inconnu'>;
  /** Whether what may have been sent there could be looked for. */
  readonly canFind: (destination: string) => Promise<boolean>;
  /** Tells somebody that a channel gets nothing any more. */
  readonly tellClosed: (abonnement: Abonnement, code: string) => Promise<void>;
  readonly journal: (incident: Incident) => void;
};

/** How long something is in hand without a sign of life, in milliseconds. */
export const LEASE_MS = 60_000;
/** How often a sign of life is given, in milliseconds. */
export const BEAT_MS = LEASE_MS / 4;
