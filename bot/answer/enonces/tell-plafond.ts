import { toDonnee } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Calcul } from '../calcul.ts';
import type { Enonce } from '../enonce.ts';
import { toDateArg, toEurosArg } from './financement-args.ts';
import { toTailleArg } from './tell-taille.ts';
import type { Backing, Teller } from './teller.ts';

/** Énoncés of a ceiling: the amount and its conditions, or its absence and the last one known. */
export function tellPlafond(
  { outcome }: Extract<Calcul, { tool: 'plafond' }>,
  teller: Teller,
  { plafonds }: Parametres,
): readonly Enonce[] {
  if (outcome.kind !== 'computed') return [];
  const { taille, montant, statut, confiance, reference, plusDeMembres, precedent } = outcome.value;
  const { asOf, faits } = teller.situation;
  const backing: Backing = { tool: 'plafond', statut, confiance, references: [reference] };
  const common = {
    taille: toTailleArg(taille),
    asOf: toDateArg(asOf),
    texte: { kind: 'texte', id: reference.texte },
  } as const;
  const before = precedent && {
    montant: toEurosArg(precedent.montant),
    jusque: toDateArg(precedent.jusque),
    texte: { kind: 'texte', id: precedent.reference.texte } as const,
  };
  const earlier: Backing = { ...backing, statut: 'expire', references: precedent ? [precedent.reference] : [] };
  if (montant === null) {
    const ou = plafonds.ouTrouver ?? '';
    const absent: Backing = { ...backing, statut: 'absent', confiance: 'M' };
    return [
      teller.tell('enonce-plafond-inconnu', { ...common, ou: toDonnee(ou) }, absent),
      ...(before ? [teller.tell('enonce-plafond-inconnu-avant', before, earlier)] : []),
    ];
  }
  const enonces = [teller.tell('enonce-plafond', { ...common, montant: toEurosArg(montant) }, backing)];
  if (plusDeMembres !== null) {
    const membres = { kind: 'nombre', valeur: plusDeMembres, unite: 'membres' } as const;
    enonces.push(teller.tell('enonce-plafond-conditions', { membres }, backing));
    if (faits.membres !== undefined && faits.membres <= plusDeMembres) {
      const given = { kind: 'nombre', valeur: faits.membres, unite: 'membres' } as const;
      enonces.push(teller.tell('enonce-plafond-membres', { membres: given }, backing));
    }
  }
  return before ? [...enonces, teller.tell('enonce-plafond-avant', before, earlier)] : enonces;
}
