import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Message } from '#corpus/law/message.ts';
import type { Outcome } from '#tools/outcome.ts';
import type { Referentiel } from './referentiel.ts';
import { type ReferenceJson, renderReferencesJson } from './render-references-json.ts';
import type { Scribe } from './scribe.ts';

/** What every outcome says, in French sentences. */
export type OutcomeJson = {
  readonly kind: Outcome<unknown>['kind'];
  readonly asOf: CalendarDate;
  readonly reason?: string;
  readonly references?: readonly ReferenceJson[];
  readonly notComputed: readonly string[];
  readonly hypotheses: readonly string[];
  readonly missing: readonly string[];
};

/** Renders the part of an outcome that does not depend on the tool. */
export function renderOutcomeJson(outcome: Outcome<unknown>, scribe: Scribe, { corpus }: Referentiel): OutcomeJson {
  const { kind, asOf } = outcome;
  const empty = { kind, asOf, notComputed: [], hypotheses: [], missing: [] };
  const write = (message: Message) => scribe.write(message);
  switch (outcome.kind) {
    case 'computed':
    case 'ambiguous':
      return { ...empty, notComputed: outcome.notComputed.map(write), hypotheses: outcome.hypotheses.map(write) };
    case 'missing-input':
      return { ...empty, missing: outcome.missing.map(({ question }) => write(question)) };
    case 'not-applicable':
      return { ...empty, reason: write(outcome.reason) };
    case 'not-covered':
      return { ...empty, reason: write(outcome.reason), references: renderReferencesJson(outcome.references, corpus) };
  }
}
