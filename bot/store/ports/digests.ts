import type { Reglages } from '#bot/digest/calendrier/reglages.ts';
import type { Marque } from '#bot/digest/contenu/communaute.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';

/** What a digest told, so that the next one tells what is new since. */
export type DernierDigest = {
  readonly jour: CalendarDate;
  /** Name of what was known of the law, see `saveConnu`. */
  readonly connu: string;
};

/** A channel that gets digests and reminders. */
export type Abonnement = {
  readonly channel: string;
  readonly reglages: Reglages;
  readonly savedBy: string;
  readonly savedAt: number;
  /** First day of its time zone of which nothing is planned yet, and the moment when it is. */
  readonly prochainJour: CalendarDate;
  readonly prochainAt: number;
  readonly dernier?: DernierDigest | undefined;
  /** Code of what stopped it: the channel is gone, say; nothing is planned until somebody saves it again. */
  readonly suspendu?: string | undefined;
};

/** What names something to send: there is one row for each, whoever plans it. */
export type EnvoiKey = {
  readonly kind: 'digest' | 'rappel';
  /** Identifier of a profile; `*` for a digest. */
  readonly communaute: string;
  /** Channel or person. */
  readonly destination: string;
  readonly periode: string;
};

/** Something to send, as it is planned. */
export type EnvoiPrevu = EnvoiKey & {
  /** Identifier of its message, the same for every try. */
  readonly id: string;
  /** Channel whose subscription it comes from. */
  readonly channel: string;
  readonly jour: CalendarDate;
  readonly dueAt: number;
  /** Why it is given up as soon as it is planned: it is too old. */
  readonly raison?: string | undefined;
};

/** Something to send that this process has in hand. */
export type EnvoiEnMain = Omit<EnvoiPrevu, 'raison'> & {
  /** A former try had written that it was about to send: it may have. */
  readonly mayBeSent: boolean;
  /** How often it was taken up, this time included. */
  readonly tries: number;
};

/** How an envoi stands. */
export type EnvoiState = 'prevu' | 'envoi' | 'envoye' | 'abandonne';

/** What became of one, for whoever looks. */
export type EnvoiTrace = EnvoiKey & {
  readonly id: string;
  readonly state: EnvoiState;
  readonly dueAt: number;
  readonly ts?: string | undefined;
  readonly raison?: string | undefined;
};

/** What is planned at once for a channel: all of it, or nothing when another process was there first. */
export type Plan = {
  /** The day from which it is planned: the one that the subscription still has, or another was there first. */
  readonly depuis: CalendarDate;
  readonly envois: readonly EnvoiPrevu[];
  readonly prochainJour: CalendarDate;
  readonly prochainAt: number;
};

/** Digests and reminders, workspace by workspace. The database decides: two processes never have the same one in hand. */
export type Digests = {
  /** Subscribes a channel, or changes what it has chosen; journalled. What it was last told stays. */
  saveAbonnement(
    team: string,
    abonnement: Omit<Abonnement, 'savedAt' | 'dernier' | 'suspendu'>,
    now: number,
  ): Promise<void>;
  /** Journalled; what is planned and not sent is given up. */
  deleteAbonnement(team: string, channel: string, by: string, now: number): Promise<void>;
  readAbonnement(team: string, channel: string): Promise<Abonnement | undefined>;
  listAbonnements(team: string): Promise<readonly Abonnement[]>;
  /** Those whose next day has come, the longest due first. */
  listAbonnementsDus(team: string, now: number, most: number): Promise<readonly Abonnement[]>;
  suspendAbonnement(team: string, channel: string, raison: string): Promise<void>;

  /** @returns false when another process has planned it before */
  planEnvois(team: string, channel: string, plan: Plan, now: number): Promise<boolean>;
  /** Takes in hand what is due and nobody has; `owner` names the process. */
  claimEnvois(team: string, owner: string, lease: Lease, most: number): Promise<readonly EnvoiEnMain[]>;
  /** Keeps in hand what is: said well before the lease ends. */
  renewEnvois(team: string, owner: string, lease: Lease): Promise<void>;
  /** Writes that it is about to be sent. @returns false when it is not in hand any more: it must not be sent */
  noteEnvoi(team: string, id: string, owner: string, now: number): Promise<boolean>;
  /** A digest that is sent is what the next one is told from. */
  finishEnvoi(team: string, id: string, ts: string, now: number, dernier?: DernierDigest): Promise<void>;
  /** Gives it back, to be taken up from a moment on. */
  releaseEnvoi(team: string, id: string, owner: string, from: number): Promise<void>;
  dropEnvoi(team: string, id: string, raison: string, now: number, dernier?: DernierDigest): Promise<void>;
  listEnvois(team: string, channel: string): Promise<readonly EnvoiTrace[]>;

  /** What a person said of an échéance; journalled under the profile. */
  saveMarque(team: string, marque: MarqueDonnee, now: number): Promise<void>;
  /** Marks of a profile by code of échéance. */
  listMarques(team: string, profilId: string): Promise<Readonly<Record<string, Marque>>>;

  /** Keeps what is known of the law under its name, once; it belongs to no workspace. */
  saveConnu(nom: string, etat: string, now: number): Promise<void>;
  readConnu(nom: string): Promise<string | undefined>;
};

/** Until when something is in hand: now, and how long from now. */
export type Lease = { readonly now: number; readonly ms: number };

/** A mark, with who made it. */
export type MarqueDonnee = {
  readonly profilId: string;
  readonly code: string;
  readonly marque: Marque;
  readonly by: string;
};
