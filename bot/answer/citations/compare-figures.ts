import type { Enonce } from '../enonce.ts';

/** Kinds of figures that a rule sets; days and ranks stand everywhere and say nothing. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['EUR', 'montant'],
  ['EUR/an', 'montant'],
  ['pourcent', 'pourcent'],
]);

/** Whether the rules and a quotation give figures of one kind, and none in common. */
export function isDifferent(rules: readonly Enonce[], quoted: Enonce): boolean {
  const [own, other] = [listValues(rules), listValues([quoted])];
  for (const [kind, values] of own) {
    const others = other.get(kind);
    if (others && ![...values].some((value) => others.has(value))) return true;
  }
  return false;
}

/** Values by kind. */
function listValues(enonces: readonly Enonce[]): ReadonlyMap<string, ReadonlySet<unknown>> {
  const values = new Map<string, Set<unknown>>();
  for (const piece of enonces.flatMap(({ text }) => text)) {
    if (typeof piece === 'string') continue;
    const kind = KINDS.get(piece.unit);
    if (kind !== undefined) values.set(kind, new Set([...(values.get(kind) ?? []), piece.value]));
  }
  return values;
}
