import { BotError } from '#corpus/law/bot-error.ts';

/** Why a model did not answer; each has its code, `ERR_MODELE_` and the word. */
export type ModelFault =
  | 'INJOIGNABLE'
  | 'CLE'
  | 'INCONNU'
  | 'CERTIFICAT'
  | 'REPONSE'
  | 'TROP_GROS'
  | 'DELAI'
  | 'BUDGET'
  | 'PAUSE'
  | 'REFUS'
  | 'ENCOMBRE';

/** What is known besides the fault. */
export type ModelErrorDetails = {
  /** A few technical words for the journal: a status, a code. Never words of a person, of the model or of a key. */
  readonly detail?: string | undefined;
  /** Milliseconds that the endpoint asks to wait. */
  readonly retryAfterMs?: number | undefined;
  /** What the endpoint said, to find what it cannot do; it is neither shown nor kept. */
  readonly said?: string | undefined;
};

/** A model that did not answer as it should. The exception behind it is not kept: it may hold the exchange or the key. */
export class ModelError extends BotError {
  readonly fault: ModelFault;
  readonly detail: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly #said: string;

  constructor(fault: ModelFault, { detail, retryAfterMs, said = '' }: ModelErrorDetails = {}) {
    const [message, remedy] = SENTENCES[fault];
    super(`ERR_MODELE_${fault}`, detail === undefined ? message : `${message} (${detail})`, remedy);
    this.fault = fault;
    this.detail = detail;
    this.retryAfterMs = retryAfterMs;
    this.#said = said;
  }

  /** What the endpoint said; for code alone. */
  hearEndpoint(): string {
    return this.#said;
  }
}

/** What happened, and what to do about it. */
const SENTENCES: Readonly<Record<ModelFault, readonly [string, string]>> = {
  INJOIGNABLE: [
    'le service du modèle ne répond pas',
    'Vérifiez OPENAI_BASE_URL et le réseau ; le bot répond sans modèle en attendant.',
  ],
  CLE: ['le service du modèle refuse la clé', 'Vérifiez OPENAI_API_KEY, et les droits de cette clé chez le service.'],
  INCONNU: [
    'le service ne connaît pas ce modèle, ou cette adresse',
    'Vérifiez OPENAI_MODEL, et OPENAI_BASE_URL, qui finit souvent par /v1.',
  ],
  CERTIFICAT: [
    'le certificat du service du modèle n’est pas reconnu',
    'Corrigez le certificat du service, ou donnez celui de son autorité par la variable NODE_EXTRA_CA_CERTS.',
  ],
  REPONSE: [
    'le service du modèle a répondu autre chose que ce que l’on attendait',
    'Vérifiez OPENAI_BASE_URL, qui se termine souvent par /v1.',
  ],
  TROP_GROS: [
    'la réponse du service du modèle est démesurée',
    'Vérifiez que OPENAI_BASE_URL mène bien à un service compatible avec l’API d’OpenAI.',
  ],
  DELAI: [
    'le modèle n’a pas répondu à temps',
    'Réessayez plus tard, ou choisissez un modèle plus rapide dans OPENAI_MODEL.',
  ],
  BUDGET: [
    'les jetons du jour sont consommés pour cet espace de travail',
    'Attendez demain, ou augmentez MODEL_TOKENS_PER_DAY.',
  ],
  PAUSE: [
    'le modèle est laissé de côté après plusieurs échecs de suite',
    'Le bot l’essaiera de nouveau dans une minute ; voyez l’échec qui précède dans le journal.',
  ],
  REFUS: ['le modèle a refusé de répondre', 'Le bot répond sans modèle ; rien n’est à faire.'],
  ENCOMBRE: [
    'le service du modèle demande d’attendre',
    'Réessayez plus tard, ou voyez les limites de votre compte chez le service.',
  ],
};
