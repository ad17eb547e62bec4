import { z } from 'zod';

/** Legal standing of a rule or figure; see {@link LIBELLES} of the messages for what a reader sees. */
export const Statut = z.enum(['en-vigueur', 'expire', 'proposition', 'historique', 'releve-local', 'deduit', 'absent']);
export type Statut = z.infer<typeof Statut>;

/**
 * How we know: O official text read, C copied from a contract, S secondary page, P press,
 * I inferred by us, M missing. Not the same thing as {@link Statut}: the press may report a rule in force.
 */
export const Confiance = z.enum(['O', 'C', 'S', 'P', 'I', 'M']);
export type Confiance = z.infer<typeof Confiance>;

/** Statuts of what a reader may be told as today's rule (or today's gap), without asking for history. */
export const STATUTS_COURANTS: readonly Statut[] = ['en-vigueur', 'deduit', 'releve-local', 'absent'];
