import { findValueAt } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Financement } from '#tools/financement/financement.ts';
import { listValues } from '#tools/outcome.ts';
import type { Enonce } from '../enonce.ts';
import { type CalculFinancement, toDateArg, toEurosArg, toLigneBacking } from './financement-args.ts';
import { tellAnnees } from './tell-annee.ts';
import { tellMissions } from './tell-missions.ts';
import { tellSignatures } from './tell-signature.ts';
import { toTailleArg } from './tell-taille.ts';
import type { Teller } from './teller.ts';

/** Énoncés of a funding outcome: what its intention wants said, for every reading. */
export function tellFinancement(
  calculs: readonly CalculFinancement[],
  teller: Teller,
  parametres: Parametres,
): readonly Enonce[] {
  const aspects = calculs[0]?.intention.aspects ?? [];
  if (aspects.includes('signature')) return tellSignatures(calculs, teller, parametres);
  if (aspects.includes('annee')) return tellAnnees(calculs, teller);
  if (aspects.includes('mission')) return calculs.flatMap((calcul) => tellMissions(calcul, teller, parametres));
  // The first contract year is paid at signature.
  if (calculs[0]?.input.annee === 1) return tellSignatures(calculs, teller, parametres);
  const values = calculs.flatMap(({ outcome }) => listValues(outcome));
  return values.flatMap((value) =>
    tellFonctionnement(value, { several: values.length > 1, aspects }, teller, parametres),
  );
}

function tellFonctionnement(
  value: Financement,
  { several, aspects }: { readonly several: boolean; readonly aspects: readonly string[] },
  teller: Teller,
  parametres: Parametres,
): readonly Enonce[] {
  const ligne = value.lignes.find(({ nature }) => nature === 'fonctionnement');
  if (!ligne) return [];
  const backing = toLigneBacking(ligne);
  const args = {
    taille: toTailleArg(value.taille),
    montant: toEurosArg(ligne.montant),
    asOf: toDateArg(teller.situation.asOf),
  };
  const main = teller.tell(several ? 'enonce-fonctionnement-lecture' : 'enonce-fonctionnement', args, backing);
  const [avance, solde] = value.versements;
  const partage = findValueAt(parametres.partage.valeurs, teller.situation.asOf);
  if (!avance || !solde || !partage || !aspects.includes('avance')) return [main];
  const part = { kind: 'pourcent', fraction: partage.valeur.avanceFonctionnement } as const;
  const split = { ...args, part, avance: toEurosArg(avance.montant), solde: toEurosArg(solde.montant) };
  return [
    main,
    teller.tell(several ? 'enonce-fonctionnement-avance-taille' : 'enonce-fonctionnement-avance', split, backing),
  ];
}
