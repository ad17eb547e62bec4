import { z } from 'zod';
import { type CalendarDate, isCalendarDate } from './calendar-date.ts';
import { type Centimes, toCentimes } from './euros.ts';
import type { MissionCode, TailleCode } from './parametre.ts';
import type { Confiance } from './statut.ts';

/** Amounts of one mission in one size, in euro cents a year; `null` = not known, absent = unchanged. */
export type MontantBareme = {
  readonly fixe?: Centimes | null | undefined;
  readonly variable?: Centimes | null | undefined;
  /** Fixed part of the first year of the mission, when it is not that of the others. */
  readonly fixePremiereAnnee?: Centimes | null | undefined;
  /** Paid besides if the ARS recognises a crisis: in no total. */
  readonly siCriseReconnue?: Centimes | null | undefined;
};
/** Name of an amount of a mission. */
export type VoletBareme = keyof MontantBareme;

/** Where the administrator read a block; every field is needed once the block gives an amount. */
export type ReferenceBareme = {
  /** Text of the corpus, or `titre` for one that the corpus does not hold. */
  readonly texte?: string | null | undefined;
  readonly titre?: string | null | undefined;
  readonly article?: string | null | undefined;
  readonly lu?: string | null | undefined;
  readonly luLe?: CalendarDate | null | undefined;
  readonly confiance?: Confiance | null | undefined;
};

/** Amounts read in one place, from the first day on which they hold. */
export type BlocBareme = {
  readonly depuis: CalendarDate;
  readonly reference: ReferenceBareme;
  readonly montants: Readonly<Record<TailleCode, Readonly<Record<MissionCode, MontantBareme>>>>;
  /** Yearly ceilings that the corpus lacks, in euro cents. */
  readonly plafonds: Readonly<Record<TailleCode, Centimes | null>>;
  /** Known already: given to be compared. */
  readonly fonctionnement: Readonly<Record<TailleCode, Centimes | null>>;
  /** Place in the file, from 0. */
  readonly rang: number;
};

/** An overlay of the official tables, in the order of the days. */
export type Bareme = { readonly fichier: string; readonly blocs: readonly BlocBareme[] };

/**
 * Schema of an overlay file whose scalars are all text, as typed: « 90.000 » must not become ninety.
 * The message of an issue is the code of its sentence.
 * @param tailles  sizes that exist
 * @param missions missions that exist
 */
export function createBaremeSchema(tailles: readonly TailleCode[], missions: readonly MissionCode[]) {
  const mission = z.strictObject(
    { fixe: Montant, variable: Montant, fixePremiereAnnee: Montant, siCriseReconnue: Montant },
    OBJET,
  );
  const parMission = z.strictObject(toOptional(missions, mission), OBJET);
  const bloc = z.strictObject(
    {
      depuis: Jour,
      reference: Lecture.nullish(),
      montants: z.strictObject(toOptional(tailles, parMission), OBJET).nullish(),
      plafonds: z.strictObject(toOptional(tailles, Montant), OBJET).nullish(),
      fonctionnement: z.strictObject(toOptional(tailles, Montant), OBJET).nullish(),
    },
    OBJET,
  );
  return z.strictObject({ titre: Texte, blocs: z.array(bloc, { error: 'bareme-blocs-attendus' }) }, OBJET);
}

const OBJET = { error: 'bareme-champs-attendus' };

/** A group left empty is one not given. */
function toOptional<T extends z.ZodType>(keys: readonly string[], schema: T) {
  return Object.fromEntries(keys.map((key) => [key, schema.nullish()]));
}

const Montant = z
  .string({ error: 'bareme-montant-illisible' })
  .superRefine((text, context) => {
    const code = findMontantProblem(text);
    if (code !== undefined) context.addIssue({ code: 'custom', message: code });
  })
  .transform((text) => toCentimes(Number(text.replaceAll(GROUP, ''))))
  .nullish();

const GROUP = /[ \u00a0\u202f](?=\d{3}(?!\d))/g;

function findMontantProblem(text: string): string | undefined {
  if (/^[-−]/.test(text)) return 'bareme-montant-negatif';
  if (/^[\d ]+[.,]\d{3,}$/.test(text)) return 'bareme-montant-decimales';
  if (/^(?:\d{1,9}|\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,2})(?:\.\d{1,2})?$/.test(text)) return undefined;
  return 'bareme-montant-illisible';
}

const Jour = z
  .string({ error: 'bareme-jour-absent' })
  .superRefine((text, context) => {
    if (isCalendarDate(text)) return;
    const message = /^\d{4}-\d{2}-\d{2}$/.test(text) ? 'date-impossible' : 'bareme-jour-illisible';
    context.addIssue({ code: 'custom', message });
  })
  .transform((text) => text as CalendarDate);

const Texte = z.string({ error: 'bareme-texte-attendu' }).max(300, { error: 'bareme-texte-long' }).nullish();

const Lecture = z.strictObject(
  {
    texte: Texte,
    titre: Texte,
    article: Texte,
    lu: Texte,
    luLe: Jour.nullish(),
    confiance: z.enum(['O', 'S', 'P'], { error: 'bareme-confiance-inconnue' }).nullish(),
  },
  OBJET,
);
