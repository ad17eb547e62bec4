import type { MessageArg } from '#corpus/law/message.ts';
import type { Calcul } from '../calcul.ts';
import type { Enonce } from '../enonce.ts';
import { toEurosArg } from './financement-args.ts';
import type { Backing, Teller } from './teller.ts';

/** Énoncés of the first payment of a mission, under each way of counting. */
export function tellPremiereAvance(
  { outcome }: Extract<Calcul, { tool: 'premiere-avance' }>,
  teller: Teller,
): readonly Enonce[] {
  if (outcome.kind !== 'computed') return [];
  const { fixe, part, lectures, joursSansSignature, reference } = outcome.value;
  const backing: Backing = { tool: 'premiere-avance', statut: 'en-vigueur', confiance: 'O', references: [reference] };
  const assumed: Backing = { ...backing, statut: 'deduit', confiance: 'I' };
  const partArg: MessageArg = { kind: 'pourcent', fraction: part };
  const told = lectures.map(({ base, fraction, avance, solde, avanceSuivante, anniversaire }) => {
    const args = {
      fraction: { kind: 'fraction', fraction },
      part: partArg,
      avance: toEurosArg(avance),
      solde: toEurosArg(solde),
      suivante: toEurosArg(avanceSuivante),
      anniversaire: toEurosArg(anniversaire),
    } as const;
    return teller.tell(
      base === null ? 'enonce-premiere-avance-pleine' : `enonce-premiere-avance-${base}`,
      args,
      assumed,
    );
  });
  const partial = lectures.some(({ base }) => base !== null);
  return [
    teller.tell('enonce-premiere-avance', { fixe: toEurosArg(fixe), part: partArg }, backing),
    ...told,
    ...(partial
      ? [teller.tell('enonce-premiere-avance-base', {}, { ...backing, statut: 'absent', confiance: 'M' })]
      : []),
    ...(joursSansSignature
      ? [teller.tell('enonce-premiere-avance-jours-manque', {}, { ...backing, statut: null })]
      : []),
  ];
}

/** Énoncés of a variable part: provisional, since contracts count euros by indicator. */
export function tellPartVariable(
  { outcome }: Extract<Calcul, { tool: 'part-variable' }>,
  teller: Teller,
): readonly Enonce[] {
  if (outcome.kind !== 'computed') return [];
  const { variable, taux, montant } = outcome.value;
  const backing: Backing = { tool: 'part-variable', statut: 'deduit', confiance: 'I', references: [] };
  const variableArg: MessageArg = toEurosArg(variable);
  if (taux === null || montant === null)
    return [teller.tell('enonce-part-variable-maximum', { variable: variableArg }, backing)];
  const args = {
    variable: variableArg,
    taux: { kind: 'pourcent', fraction: taux },
    montant: toEurosArg(montant),
  } as const;
  return [teller.tell('enonce-part-variable', args, backing)];
}
