import type { Span } from '#corpus/law/find-figures.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Statut } from '#corpus/law/statut.ts';
import type { PassageDocument } from './citations/documents.ts';

/**
 * Where an énoncé comes from: a tool's outcome, a passage, the words of an imported document, or the interface itself
 * (greeting, refusal).
 */
export type EnonceOrigin =
  | { readonly type: 'tool'; readonly tool: string }
  | { readonly type: 'passage'; readonly passage: string }
  | { readonly type: 'citation'; readonly document: PassageDocument; readonly extrait: Span }
  | { readonly type: 'interface' };

/**
 * A whole claim rendered by code: a complete sentence with its figures in place.
 * A composer chooses énoncés and orders them; it never writes one.
 */
export type Enonce = {
  /** Message code or passage id: names the claim in logs and tests. */
  readonly id: string;
  readonly origin: EnonceOrigin;
  readonly text: LicensedText;
  /** Null for interface sentences, which claim nothing about the law. */
  readonly statut: Statut | null;
  readonly references: readonly Reference[];
};
