import type { Profil } from '#bot/answer/profil.ts';

/** Who may change a profile: anyone who can see it, or the persons named. */
export type Editeurs = 'tous' | readonly string[];

/** The profile of a CPTS, as a workspace keeps it. */
export type SavedProfil = {
  /** Letters only: it travels in buttons. */
  readonly id: string;
  readonly profil: Profil;
  /** Who to call at the CPAM, as the person wrote it. */
  readonly contactCpam?: string | undefined;
  readonly editeurs: Editeurs;
  /** '' once that person is forgotten. */
  readonly savedBy: string;
  readonly savedAt: number;
};

/** Where a profile serves: a channel (`C…`, `D…`, `G…`), or the whole workspace. */
export type Lieu = string | 'espace';

/** Profiles, workspace by workspace; one that this version cannot read is left out as if it were absent. */
export type Profils = {
  /** Every profile of a workspace, by name. */
  listProfils(team: string): Promise<readonly SavedProfil[]>;
  readProfil(team: string, id: string): Promise<SavedProfil | undefined>;
  /** The profiles of a channel, the first being the one that questions are read with; those of the workspace when it has none. */
  findProfils(team: string, channel: string): Promise<readonly SavedProfil[]>;
  /** Every place where a profile serves. */
  listLieux(team: string, id: string): Promise<readonly Lieu[]>;
  /**
   * Creates or replaces a profile, and writes the change in the journal, both or neither.
   * A profile saved as it was leaves no line in the journal.
   */
  saveProfil(team: string, saved: Omit<SavedProfil, 'savedAt'>, now: number): Promise<void>;
  /**
   * Makes a profile serve in a place, first of it; journalled.
   * @throws {BotError} ERR_PROFIL_ABSENT when there is no such profile
   */
  placeProfil(team: string, lieu: Lieu, id: string, by: string, now: number): Promise<void>;
  /** Takes a profile out of a place; journalled when it served there. */
  unplaceProfil(team: string, lieu: Lieu, id: string, by: string, now: number): Promise<void>;
  /** Deletes a profile, its places and its estimates; journalled when there was one. */
  deleteProfil(team: string, id: string, by: string, now: number): Promise<void>;
};

/** A line of the journal of changes: who did what, when, on what; never what was said. */
export type Trace = {
  readonly at: number;
  /** '' once that person is forgotten. */
  readonly by: string;
  /** `profil-cree`, `profil-change`, `profil-place`, `profil-retire`, `profil-supprime`, `echeance-faite`… */
  readonly action: string;
  /** Identifier of what was changed. */
  readonly objet: string;
  /** Fields that changed, each with its value before and after when it has one, as JSON: see `Changements`. */
  readonly detail?: string | undefined;
};

/** What `Trace.detail` holds for a change: `{ "membres": { "avant": 40, "apres": 42 } }`. */
export type Changements = Readonly<Record<string, { readonly avant?: unknown; readonly apres?: unknown }>>;

/** The journal of changes. */
export type Traces = {
  addTrace(team: string, trace: Trace): Promise<void>;
  /** Latest first. */
  listTraces(team: string, objet: string, most: number): Promise<readonly Trace[]>;
};
