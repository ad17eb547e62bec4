import { z } from 'zod';

/** What the process of the fake is told to do; over HTTP, where the bot listens. */
export const Order = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('load'), eventsUrl: z.string().optional() }),
  z.strictObject({ kind: z.literal('go-on') }),
]);
export type Order = z.infer<typeof Order>;

/** Who the fake says the bot is. */
export const Secrets = z.strictObject({
  apiUrl: z.string(),
  botToken: z.string(),
  appToken: z.string(),
  signingSecret: z.string(),
});
export type Secrets = z.infer<typeof Secrets>;

const Figure = z.strictObject({
  name: z.string(),
  value: z.number(),
  unit: z.string(),
  limit: z.number().nullable(),
  ok: z.boolean().nullable(),
});

/** What the process of the fake tells: it is open, so many questions are answered, an order is done. */
export const Report = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open'), secrets: Secrets }),
  z.strictObject({ kind: z.literal('progress'), answered: z.number() }),
  z.strictObject({ kind: z.literal('done'), figures: z.array(Figure).readonly() }),
]);
export type Report = z.infer<typeof Report>;
