import { BotError } from '#corpus/law/bot-error.ts';

/** What is kept of an incident, and never shown: its code and the exception behind it. */
export type Incident = {
  readonly code: string;
  readonly exception: string;
  /** What the person was given to name this incident. */
  readonly reference?: string;
};

/** Where an error goes: a sentence for the person, the exception for the journal. */
export type ErrorSinks = { readonly err: (text: string) => void; readonly log: (incident: Incident) => void };

/** Tells broken data or a defect: what happened and what to do, with a code; the trace goes to the journal only. */
export function tellError(error: unknown, { err, log }: ErrorSinks): void {
  if (error instanceof BotError) {
    err(`${error.message}\n${error.remedy} [${error.code}]\n`);
    return;
  }
  err("Incident : la commande n'a pas pu être exécutée. C'est un défaut du programme. [ERR_INTERNE]\n");
  log(toIncident(error));
}

/** An error as the journal keeps it, with what caused it. */
export function toIncident(error: unknown): Incident {
  return { code: error instanceof BotError ? error.code : 'ERR_INTERNE', exception: toTrace(error) };
}

function toTrace(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const trace = error.stack ?? error.message;
  return error.cause === undefined ? trace : `${trace}\n${toTrace(error.cause)}`;
}
