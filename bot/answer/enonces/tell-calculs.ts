import type { Parametres } from '#corpus/law/parametres.ts';
import type { Calcul } from '../calcul.ts';
import type { Enonce } from '../enonce.ts';
import { toMessageBacking } from '../to-message-backing.ts';
import type { CalculFinancement } from './financement-args.ts';
import { tellPartVariable, tellPremiereAvance } from './tell-avances.ts';
import { tellAvenant } from './tell-avenant.ts';
import { tellComparaison } from './tell-comparaison.ts';
import { tellEcheances } from './tell-echeances.ts';
import { tellFinancement } from './tell-financement.ts';
import { tellIndemnites } from './tell-indemnites.ts';
import { tellMontant } from './tell-montant.ts';
import { tellPlafond } from './tell-plafond.ts';
import { tellBornes, tellTaille } from './tell-taille.ts';
import type { Teller } from './teller.ts';

/** Énoncés of every tool run, in the order of the intentions; runs of one intention are told together. */
export function tellCalculs(calculs: readonly Calcul[], teller: Teller, parametres: Parametres): readonly Enonce[] {
  const intentions = new Set(calculs.map(({ intention }) => intention));
  return [...intentions].flatMap((intention) => {
    const own = calculs.filter((calcul) => calcul.intention === intention);
    const stopped = own.flatMap((calcul) => tellReason(calcul, teller)).slice(0, 1);
    if (stopped.length > 0) return stopped;
    const funding = own.filter((calcul) => calcul.tool === 'financement');
    const others = own.filter((calcul) => calcul.tool !== 'financement');
    return [
      ...others.flatMap((calcul) => tellOne(calcul, teller, parametres)),
      ...(funding.length > 0 ? tellFinancement(funding, teller, parametres) : []),
    ];
  });
}

/** Why a tool could not apply: before the accord, between two contracts. Tools that tell their own gaps are left to it. */
function tellReason(calcul: Calcul, teller: Teller): readonly Enonce[] {
  const { tool, outcome } = calcul;
  if (tool === 'montant' || tool === 'indemnites') return [];
  if (outcome.kind !== 'not-covered' && outcome.kind !== 'not-applicable') return [];
  const { reason } = outcome;
  return [teller.tell(reason.code, reason.args, toMessageBacking(calcul, reason))];
}

function tellOne(
  calcul: Exclude<Calcul, CalculFinancement>,
  teller: Teller,
  parametres: Parametres,
): readonly Enonce[] {
  switch (calcul.tool) {
    case 'taille':
      return tellTaille(calcul, teller);
    case 'plafond':
      return tellPlafond(calcul, teller, parametres);
    case 'echeances':
      return tellEcheances(calcul, teller, parametres);
    case 'montant':
      return tellMontant(calcul, teller, parametres);
    case 'avenant':
      return tellAvenant(calcul, teller);
    case 'bornes':
      return tellBornes(calcul, teller);
    case 'indemnites':
      return tellIndemnites(calcul, teller);
    case 'comparaison':
      return tellComparaison(calcul, teller);
    case 'premiere-avance':
      return tellPremiereAvance(calcul, teller);
    case 'part-variable':
      return tellPartVariable(calcul, teller);
  }
}
