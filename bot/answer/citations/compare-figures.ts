import type { Figure } from '#corpus/law/figure.ts';
import type { Enonce } from '../enonce.ts';

/** Kinds of figures that a rule sets; days and ranks stand everywhere and say nothing. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['EUR', 'montant'],
  ['EUR/an', 'montant'],
  ['pourcent', 'pourcent'],
]);

/** Whether two claims give figures of one kind, and none in common. */
export function isDifferent(rule: Enonce, citation: Enonce): boolean {
  const [own, other] = [listValues(rule, 'tool'), listValues(citation, 'source')];
  for (const [kind, values] of own) {
    const others = other.get(kind);
    if (others && ![...values].some((value) => others.has(value))) return true;
  }
  return false;
}

/** Values by kind; the asker's own figures are no claim. */
function listValues({ text }: Enonce, type: Figure['origin']['type']): ReadonlyMap<string, ReadonlySet<unknown>> {
  const values = new Map<string, Set<unknown>>();
  for (const piece of text) {
    if (typeof piece === 'string' || piece.origin.type !== type) continue;
    const kind = KINDS.get(piece.unit);
    if (kind !== undefined) values.set(kind, new Set([...(values.get(kind) ?? []), piece.value]));
  }
  return values;
}
