import type { z } from 'zod';
import { explainIssues } from '../schemas/explain-issues.ts';
import type { World } from '../world.ts';
import { type Reply, refuse } from './reply.ts';

/** A method of the Web API. */
export type Method = {
  readonly name: string;
  readonly token: 'bot' | 'app';
  readonly scopes: readonly string[];
  call(args: Readonly<Record<string, unknown>>, world: World): Reply;
};

/** Makes a method whose arguments are read strictly before it runs. */
export function defineMethod<S extends z.ZodType>(definition: {
  readonly name: string;
  readonly token?: 'bot' | 'app';
  readonly scopes?: readonly string[];
  readonly schema: S;
  readonly run: (args: z.output<S>, world: World) => Reply;
}): Method {
  const { name, token = 'bot', scopes = [], schema, run } = definition;
  return {
    name,
    token,
    scopes,
    call(args, world) {
      const parsed = schema.safeParse(args);
      if (parsed.success) return run(parsed.data, world);
      const problems = explainIssues(parsed.error.issues, args, 'arguments');
      for (const problem of problems) world.journal.violate(`${name}: ${problem}`);
      return refuse('invalid_arguments', problems);
    },
  };
}
