import type { Figure } from '#corpus/law/figure.ts';
import type { Enonce } from '../enonce.ts';

/** Kinds of figures that a rule sets; days, ranks and counts stand everywhere and say nothing. */
const KINDS: ReadonlyMap<Figure['unit'], string> = new Map([
  ['EUR', 'montant'],
  ['EUR/an', 'montant'],
  ['pourcent', 'pourcent'],
]);

/** Whether the rules and a quotation give figures of one kind, and none in common. */
export function isDifferent(rules: readonly Enonce[], quoted: Enonce): boolean {
  const own = rules.flatMap(listFigures);
  const others = listFigures(quoted);
  // « de 50 000 à 75 000 euros »: the unit of the first stands with the second.
  const values = new Set(others.map(({ value }) => value));
  return [...new Set(KINDS.values())].some((kind) => {
    const isKind = ({ unit }: Figure) => KINDS.get(unit) === kind;
    const set = own.filter(isKind);
    return set.length > 0 && others.some(isKind) && !set.some(({ value }) => values.has(value));
  });
}

function listFigures({ text }: Enonce): readonly Figure[] {
  return text.flatMap((piece) => (typeof piece === 'string' ? [] : [piece]));
}
