import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Amounts by number of size, `null` where nobody knows. */
const Amounts = z.record(z.string(), z.number().nullable());
const Parts = z.looseObject({ fixe: z.number(), variable: z.number(), si_crise_reconnue: z.number().optional() });
const Delays = z.looseObject({
  mission: z.string(),
  start_months: z.number().nullable(),
  deploy_months: z.number().nullable(),
});

/** The part of `domain/baremes.json` that the parameters of the corpus say too. */
const Baremes = z.looseObject({
  sources: z.record(z.string(), z.looseObject({ url: z.string().nullish() })),
  size_classes: z.array(
    z.looseObject({
      status: z.string(),
      boundary_policy: z.record(z.string(), z.looseObject({ size: z.number().nullable() })).optional(),
    }),
  ),
  funding: z.looseObject({
    functioning_annual: z.looseObject({ rows: z.array(z.looseObject({ amounts: Amounts })) }),
    exceptional_topup_avenant2: z.looseObject({ amounts: Amounts, boundary: z.record(z.string(), z.string()) }),
    missions: z.looseObject({
      ACI_2019: z.null(),
      AVENANT_2: z.looseObject({
        '1': z.null(),
        '2': z.null(),
        '3': z.looseObject({}),
        '4': z.null(),
        depuis: z.string(),
      }),
    }),
    snp_supplement: z.looseObject({ ACI_2019: Amounts }),
    caps_total_per_year: z.array(z.looseObject({ version: z.string(), amounts: Amounts })),
    non_binding_proposals: z.array(
      z.looseObject({
        date: z.string(),
        what: z.string(),
        amounts: Amounts,
        press_variant: Amounts.optional(),
        conflict: z.record(z.string(), Amounts).optional(),
      }),
    ),
  }),
  calendar: z.looseObject({ rows: z.array(Delays) }),
  payment: z.looseObject({
    functioning_yearly: z.looseObject({ rule: z.string() }),
    mission_fixed_first: z.looseObject({ rule: z.string() }),
    contract: z.looseObject({ years: z.number() }),
  }),
  legal: z.looseObject({
    member_payment_cap: z.looseObject({ PASS: Amounts }),
    ars_tacit_acceptance: z.looseObject({ months: z.number() }),
  }),
  texts: z.array(
    z.looseObject({
      id: z.string(),
      signed: z.string().nullish(),
      jo: z.string().nullish(),
      in_force: z.string().nullish(),
    }),
  ),
});
export type Baremes = z.infer<typeof Baremes>;

/** Reads the validated amounts kept beside the project; the file is another's, so only what is compared is checked. */
export function loadBaremes(path: string): Baremes {
  return Baremes.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Fixed and variable parts of the missions of size 3, by mission, in euros. */
export function listParts({ funding }: Baremes): ReadonlyMap<string, z.infer<typeof Parts>> {
  const rows = Object.entries(funding.missions.AVENANT_2['3']).flatMap(([code, parts]) => {
    const { success, data } = Parts.safeParse(parts);
    return success ? [[code, data] as const] : [];
  });
  return new Map(rows);
}
