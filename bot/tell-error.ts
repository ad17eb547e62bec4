import { BotError } from '#corpus/law/bot-error.ts';
import { describeError } from './operation/describe-error.ts';

/** What is kept of an incident, and never shown: its code and what may be told of the exception behind it. */
export type Incident = {
  readonly code: string;
  /** Kinds, codes and calls; never words of a person or of a model. */
  readonly exception: string;
  /** What the person was given to name this incident. */
  readonly reference?: string;
  /** Where it happened in Slack. */
  readonly team?: string;
  readonly channel?: string;
  readonly ts?: string;
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
  return { code: error instanceof BotError ? error.code : 'ERR_INTERNE', exception: describeError(error) };
}
