import { z } from 'zod';
import { CalendarDate } from './calendar-date.ts';
import { Centimes, Fraction } from './euros.ts';
import { Reference } from './reference.ts';
import { Confiance, Statut } from './statut.ts';

/** Key of a size in the data: `taille1`, `taille2`… A new size is data, so this is a string. */
export type TailleCode = string;
/** Code of a mission in the data (`prevention`); a new mission is data. */
export type MissionCode = string;

const TailleKey = z.string().regex(/^taille[1-9]$/, { error: 'une taille se désigne par taille1, taille2…' });
const MissionKey = z.string().regex(/^[a-z]+(-[a-z]+)*$/, { error: 'un code de mission est en minuscules et tirets' });

/** What every dated value carries: first day of its rule, standing, how we know it, and where it comes from. */
const Provenance = {
  depuis: CalendarDate,
  statut: Statut,
  confiance: Confiance,
  reference: Reference,
  /** Named assumption printed with the result (key of the messages). */
  hypothese: z.string().optional(),
};

const Heading = {
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  titre: z.string().min(3),
  titreAnglais: z.string().min(3),
  verifieLe: CalendarDate,
};

function dated<T extends z.ZodType>(valeur: T) {
  return inOrder(z.array(z.strictObject({ ...Provenance, valeur })).min(1));
}

function inOrder<T extends z.ZodType<readonly DatedValue[]>>(list: T) {
  return list.superRefine((values, context) => {
    for (const [index, value] of values.entries()) {
      const previous = values[index - 1];
      if (previous && previous.depuis >= value.depuis) {
        context.addIssue({ code: 'custom', path: [index, 'depuis'], message: 'les jours doivent croître strictement' });
      }
    }
  });
}

/** An amount for each size; null when nobody here knows it. */
const ParTaille = z.record(TailleKey, Centimes.nullable());

/** Population brackets; two brackets may share a limit, which is then undecidable. */
export const Tailles = z.strictObject({
  ...Heading,
  type: z.literal('tailles'),
  valeurs: dated(
    z.strictObject({
      classes: z.array(
        z.strictObject({ taille: TailleKey, de: z.int().nonnegative(), a: z.int().positive().nullable() }),
      ),
      /** Limits whose reading is ours, with the reason. */
      points: z.array(z.strictObject({ population: z.int(), confiance: Confiance, pourquoi: z.string() })),
    }),
  ),
});
export type Tailles = z.infer<typeof Tailles>;

/** Amounts printed otherwise than those kept, with the reference of what printed them. */
const Variante = z.strictObject({ montants: ParTaille, reference: Reference, note: z.string() });

/** Amounts by size, in euro cents: functioning, ceilings, proposals… */
export const MontantsParTaille = z.strictObject({
  ...Heading,
  type: z.literal('montants-par-taille'),
  unite: z.enum(['EUR', 'EUR/an']),
  valeurs: dated(
    z.strictObject({
      montants: ParTaille,
      /** Conditions under which an amount is reached, by size. */
      conditions: z
        .record(
          TailleKey,
          z.strictObject({ plusDeMembres: z.int().optional(), toutesMissions: z.boolean().optional() }),
        )
        .optional(),
      /** Figures printed otherwise by a source, kept so that a reader who met them is answered. */
      variantes: z.array(Variante).optional(),
    }),
  ),
  /** Where a missing amount is to be looked for. */
  ouTrouver: z.string().optional(),
  /** For what is not the rule: the parameter that says what holds. */
  regle: z.string().optional(),
});
export type MontantsParTaille = z.infer<typeof MontantsParTaille>;

/** One-off top-up for contracts signed in a window. */
export const Complement = z.strictObject({
  ...Heading,
  type: z.literal('complement'),
  montants: ParTaille,
  signature: z.strictObject({
    /** First day for which we compute it. */
    du: CalendarDate,
    /** Last day that the wording covers without doubt. */
    jusquau: CalendarDate,
    /** Days for which the wording can be read both ways. */
    joursIndecis: z.array(CalendarDate),
    /** Signatures from this day to the eve of `du`: neither granted nor excluded by a text we read. */
    indetermineDu: CalendarDate,
  }),
  statut: Statut,
  confiance: Confiance,
  reference: Reference,
  hypothese: z.string().optional(),
});
export type Complement = z.infer<typeof Complement>;

/** A mission of the accord, with its calendar in months from the signature. */
export const Mission = z.strictObject({
  code: MissionKey,
  nom: z.string(),
  nomAnglais: z.string(),
  genre: z.enum(['socle', 'complementaire']),
  /** First day of the text that makes it. */
  ...Provenance,
  delaiDemarrageMois: z.int().positive().nullable(),
  delaiDeploiementMois: z.int().positive().nullable(),
  /** Contracts signed before this day: the starting point of the delays is not known. */
  delaisConnusPourSignatureDepuis: CalendarDate.optional(),
  /** Delays that replace those above, in the order of the days. */
  nouveauxDelais: inOrder(
    z.array(
      z.strictObject({
        ...Provenance,
        /** Contracts signed before `depuis` are under them too from that day; they keep their own otherwise. */
        contratsEnCours: z.boolean().default(false),
        delaiDemarrageMois: z.int().positive().nullable(),
        delaiDeploiementMois: z.int().positive().nullable(),
      }),
    ),
  ).optional(),
});
export type Mission = z.infer<typeof Mission>;

/** All missions. */
export const Missions = z.strictObject({ ...Heading, type: z.literal('missions'), missions: z.array(Mission).min(1) });
export type Missions = z.infer<typeof Missions>;

/** Amounts of one mission by size; `null` = not known. */
const MontantMission = z.strictObject({
  fixe: Centimes.nullable(),
  variable: Centimes.nullable(),
  /** Paid besides if the ARS recognises a crisis. */
  siCriseReconnue: Centimes.optional(),
  /** The amount holds from the second year of the mission only; the first year is not known. */
  anneesSuivantesSeulement: z.boolean().default(false),
});

/** Amounts by mission and size (unknown sizes stay null). */
export const MontantsMissions = z.strictObject({
  ...Heading,
  type: z.literal('montants-missions'),
  valeurs: dated(z.record(TailleKey, z.record(MissionKey, MontantMission).nullable())),
  ouTrouver: z.string(),
});
export type MontantsMissions = z.infer<typeof MontantsMissions>;

/** Share of an amount that is paid ahead. */
export const Partage = z.strictObject({
  ...Heading,
  type: z.literal('partage'),
  valeurs: dated(
    z.strictObject({
      /** Share of the start-up grant paid at signature. */
      signature: Fraction,
      /** Share of the yearly functioning paid when the contract year begins. */
      avanceFonctionnement: Fraction,
      /** Share of a mission's fixed part paid when it starts, then when each contract year begins. */
      avanceVoletFixe: Fraction,
    }),
  ),
});
export type Partage = z.infer<typeof Partage>;

/** A length in months or years. */
export const Duree = z.strictObject({
  ...Heading,
  type: z.literal('duree'),
  unite: z.enum(['mois', 'ans']),
  valeurs: dated(z.int().positive()),
  ouTrouver: z.string().optional(),
});
export type Duree = z.infer<typeof Duree>;

/** An amount for each civil year. */
export const MontantsParAnnee = z.strictObject({
  ...Heading,
  type: z.literal('montants-par-annee'),
  unite: z.literal('EUR/an'),
  statut: Statut,
  confiance: Confiance,
  reference: Reference,
  annees: z.record(z.string().regex(/^\d{4}$/), Centimes),
  /** Where the amount of another year is to be looked for. */
  ouTrouver: z.string(),
  variantes: z
    .array(z.strictObject({ annee: z.string(), montant: Centimes, note: z.string(), refs: Reference.shape.refs }))
    .optional(),
});
export type MontantsParAnnee = z.infer<typeof MontantsParAnnee>;

/** Delays or brackets of a draft that never became law, kept to answer who met them. */
const CalendrierPropose = z.strictObject({
  ...Heading,
  type: z.literal('calendrier-propose'),
  ...Provenance,
  lignes: z.array(
    z.strictObject({
      mission: z.string(),
      demarrageMois: z.int().positive().nullable(),
      deploiementMois: z.int().positive().nullable(),
    }),
  ),
  regle: z.string(),
});

/** A file of `corpus/parametres/`. */
export const Parametre = z.discriminatedUnion('type', [
  Tailles,
  MontantsParTaille,
  Complement,
  Missions,
  MontantsMissions,
  Partage,
  Duree,
  MontantsParAnnee,
  CalendrierPropose,
]);
export type Parametre = z.infer<typeof Parametre>;

/** Where a value comes from, and since when it holds. */
export type Regle = Pick<Mission, 'depuis' | 'statut' | 'confiance' | 'reference' | 'hypothese'>;

/** Anything that starts to hold on a day. */
type DatedValue = { readonly depuis: CalendarDate };

/** The value that holds on a day: the last one that has begun; undefined before the first. */
export function findValueAt<T extends DatedValue>(values: readonly T[], asOf: CalendarDate): T | undefined {
  for (let index = values.length - 1; index >= 0; index -= 1) {
    const value = values[index];
    if (value && value.depuis <= asOf) return value;
  }
  return undefined;
}
