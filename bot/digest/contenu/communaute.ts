import { z } from 'zod';
import type { Profil } from '#bot/answer/profil.ts';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { FinancementInput } from '#tools/financement/financement.ts';

/** What a person said of an échéance with a button; the échéance itself never moves. */
export const Marque = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fait'), le: CalendarDate }),
  /** Reminders are silent until that day, which brings one. */
  z.strictObject({ kind: z.literal('reporte'), au: CalendarDate }),
  z.strictObject({ kind: z.literal('pas-concerne') }),
]);
export type Marque = z.infer<typeof Marque>;

/** Marks by code of échéance: « prevention:demarrage ». */
export type Marques = Readonly<Record<string, Marque>>;

/** An estimate that somebody saved: computed again with the law of before and of now. */
export type EstimationSuivie = {
  readonly nom: string;
  readonly asOf: CalendarDate;
  readonly entree: FinancementInput;
};

/** A community as a digest sees it. */
export type Communaute = {
  /** Identifier of its profile. */
  readonly id: string;
  readonly profil: Profil;
  readonly marques: Marques;
  readonly estimations: readonly EstimationSuivie[];
};
