import { z } from 'zod';

const Chosen = z.object({ value: z.string() });

/** What Slack hands back of one element; what we ask nothing of is let go. */
const Element = z.object({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: Chosen.nullish(),
  selected_options: z.array(Chosen).nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_conversations: z.array(z.string()).nullish(),
});

/** `view.state.values` of a form that was sent. */
export const Values = z.record(z.string(), z.record(z.string(), Element));
export type Values = z.infer<typeof Values>;

/** What a person filled in, field by field; a field left empty, or that is not there, is undefined or an empty list. */
export type Saisie = {
  /** What was written, picked or chosen, without the blanks around it. */
  readonly text: (champ: string) => string | undefined;
  /** What was ticked, or the people or conversations chosen. */
  readonly list: (champ: string) => readonly string[];
};

/** Opens what a person filled in. */
export function openSaisie(values: Values): Saisie {
  const find = (champ: string) => values[champ]?.[champ];
  return {
    text(champ) {
      const { value, selected_date, selected_option } = find(champ) ?? {};
      const text = (value ?? selected_date ?? selected_option?.value ?? '').trim();
      return text === '' ? undefined : text;
    },
    list(champ) {
      const { selected_options, selected_users, selected_conversations } = find(champ) ?? {};
      return selected_options?.map(({ value }) => value) ?? selected_users ?? selected_conversations ?? [];
    },
  };
}
