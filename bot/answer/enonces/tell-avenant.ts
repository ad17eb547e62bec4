import type { Calcul } from '../calcul.ts';
import type { Enonce } from '../enonce.ts';
import { toDateArg } from './financement-args.ts';
import type { Backing, Teller } from './teller.ts';

/** Énoncés about an avenant that nobody has found; nothing to say when it exists (passages tell what it holds). */
export function tellAvenant({ outcome }: Extract<Calcul, { tool: 'avenant' }>, teller: Teller): readonly Enonce[] {
  if (outcome.kind !== 'computed' || outcome.value.trouve) return [];
  const { numero, dernier } = outcome.value;
  const absent: Backing = { tool: 'avenant', statut: 'absent', confiance: 'M', references: [] };
  const asOf = toDateArg(teller.situation.asOf);
  const missing = teller.tell(
    'enonce-avenant-introuvable',
    { numero: { kind: 'nombre', valeur: numero }, asOf },
    absent,
  );
  if (!dernier?.signeLe || !dernier.publieLe) return [missing];
  const args = {
    texte: { kind: 'texte', id: dernier.id },
    signature: toDateArg(dernier.signeLe),
    publication: toDateArg(dernier.publieLe),
  } as const;
  const references = [{ texte: dernier.id, refs: dernier.refs }];
  return [
    missing,
    teller.tell('enonce-avenant-dernier', args, { ...absent, statut: 'en-vigueur', confiance: 'O', references }),
  ];
}
