/** Tables of the store. Times are milliseconds since 1970; memories are JSON, see `fil-json.ts`. */
export type Tables = {
  event: { team: string; name: string; seen_at: number };
  fil: FilRow;
  exchange: ExchangeRow;
  /** Tokens of a model, counted by workspace and day. */
  tokens: { team: string; day: string; used: number };
  /** Persons who spoke in a thread; they go with it. */
  fil_personne: { team: string; channel: string; thread_ts: string; user_id: string };
  work: WorkRow;
  profil: ProfilRow;
  /** Where profiles serve; the least `rang` of a place is the first. */
  profil_lieu: { team: string; lieu: string; profil_id: string; rang: number };
  trace: TraceRow;
  answer: AnswerRow;
  feedback: FeedbackRow;
  estimation: EstimationRow;
  abonnement: AbonnementRow;
  envoi: EnvoiRow;
  /** What was said of an échéance, as JSON; it goes with its profile. */
  marque: {
    team: string;
    profil_id: string;
    code: string;
    marque: string;
    marked_by: string;
    marked_at: number;
  };
  /** What was known of the law, as JSON, under its hash. */
  connu: { nom: string; etat: string; saved_at: number };
  /** Written by kysely: the migrations that this database has seen. */
  kysely_migration: { name: string; timestamp: string };
};

/** The memory of one thread. */
type FilRow = { team: string; channel: string; thread_ts: string; memory: string; saved_at: number };

/** One answered question; its thread is always in `fil`. */
type ExchangeRow = {
  team: string;
  channel: string;
  question_ts: string;
  thread_ts: string;
  answer_ts: string;
  /** Further messages of the answer, a list as JSON. */
  suite: string | null;
  version: string;
  memory_before: string | null;
  saved_at: number;
};

/** Something heard that an answer is owed to; `sending` is JSON. */
type WorkRow = {
  team: string;
  id: string;
  kind: string;
  payload: string;
  user_id: string;
  received_at: number;
  tries: number;
  sending: string | null;
};

/** A profile: `profil` and `editeurs` are JSON, see `profil-json.ts`. */
type ProfilRow = {
  team: string;
  id: string;
  profil: string;
  contact_cpam: string | null;
  editeurs: string;
  saved_by: string;
  saved_at: number;
};

/** A line of the journal; `rang` counts the lines of a workspace. */
type TraceRow = {
  team: string;
  rang: number;
  done_at: number;
  done_by: string;
  action: string;
  objet: string;
  detail: string | null;
};

type AnswerRow = {
  team: string;
  id: string;
  user_id: string;
  channel: string;
  answer_ts: string | null;
  kind: string;
  receipt: string;
  saved_at: number;
};

/** A verdict; it goes with its answer. */
type FeedbackRow = {
  team: string;
  answer_id: string;
  user_id: string;
  verdict: string;
  comment: string | null;
  given_at: number;
};

/** An estimate; it goes with its profile when it has one. */
type EstimationRow = {
  team: string;
  id: string;
  nom: string;
  profil_id: string | null;
  as_of: string;
  input: string;
  outcome: string;
  saved_by: string;
  saved_at: number;
};

/** A channel that gets digests; `reglages` is JSON. */
type AbonnementRow = {
  team: string;
  channel: string;
  reglages: string;
  saved_by: string;
  saved_at: number;
  prochain_jour: string;
  prochain_at: number;
  dernier_jour: string | null;
  dernier_connu: string | null;
  suspendu: string | null;
};

/** Something to send; in the hand of `owner` until `lease_until`. */
type EnvoiRow = {
  team: string;
  id: string;
  kind: string;
  communaute: string;
  destination: string;
  periode: string;
  channel: string;
  jour: string;
  due_at: number;
  state: string;
  owner: string;
  lease_until: number;
  tries: number;
  ts: string | null;
  raison: string | null;
  changed_at: number;
};
