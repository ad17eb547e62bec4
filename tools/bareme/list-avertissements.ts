import type { Bareme, BlocBareme } from '#corpus/law/bareme.ts';
import { addCentimes } from '#corpus/law/euros.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import { findValueAt } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { BaremeProblem } from './check-bareme.ts';
import { computeSommes } from './compute-sommes.ts';
import { findPlace, toDate, toEuros, toSommeArgs, toTaille } from './somme-args.ts';

/**
 * What deserves a second look and is not refused: amounts of local contracts that differ, a recognised crisis that
 * would exceed the ceiling, amounts that stop to hold because a later text changed them.
 * @legal contracts of two CPTS of Seine-Saint-Denis; announced ceilings
 */
export function listAvertissements(bareme: Bareme, parametres: Parametres): readonly BaremeProblem[] {
  const crises = computeSommes({ ...parametres, bareme }).flatMap((somme): BaremeProblem[] => {
    const { plafond, crise, taille, jour } = somme;
    if (plafond === null || crise === 0) return [];
    const total = addCentimes(somme.somme, crise);
    if (somme.somme > plafond || total <= plafond) return [];
    const args = { ...toSommeArgs(somme, plafond, total), crise: toEuros(crise) };
    return [{ path: findPlace(bareme, taille, jour), message: toMessage('bareme-crise-depasse', args) }];
  });
  return [
    ...bareme.blocs.flatMap((bloc) => [...listEcarts(bloc, parametres), ...listFins(bloc, parametres)]),
    ...crises,
  ];
}

function listEcarts(bloc: BlocBareme, { montantsMissions }: Parametres): readonly BaremeProblem[] {
  const dated = findValueAt(montantsMissions.valeurs, bloc.depuis);
  if (dated === undefined) return [];
  return Object.entries(bloc.montants).flatMap(([taille, parMission]) =>
    Object.entries(parMission).flatMap(([code, volets]) =>
      (['fixe', 'variable', 'siCriseReconnue'] as const).flatMap((volet): BaremeProblem[] => {
        const [donne, releve] = [volets[volet], dated.valeur[taille]?.[code]?.[volet]];
        if (typeof donne !== 'number' || typeof releve !== 'number' || donne === releve) return [];
        const args: Message['args'] = {
          mission: { kind: 'mission', code },
          taille: toTaille(taille),
          donne: toEuros(donne),
          releve: toEuros(releve),
          texte: { kind: 'texte', id: dated.reference.texte },
        };
        const path = ['blocs', bloc.rang, 'montants', taille, code, volet];
        return [{ path, message: toMessage('bareme-differe-du-releve', args) }];
      }),
    ),
  );
}

function listFins({ depuis, rang, montants }: BlocBareme, { montantsMissions }: Parametres): readonly BaremeProblem[] {
  const next = montantsMissions.valeurs.find((dated) => dated.depuis > depuis);
  const given = Object.values(montants).some((parMission) =>
    Object.values(parMission).some((volets) => Object.values(volets).some((montant) => montant !== null)),
  );
  if (next === undefined || !given) return [];
  const args = { depuis: toDate(depuis), fin: toDate(next.depuis) };
  return [{ path: ['blocs', rang, 'depuis'], message: toMessage('bareme-bloc-termine', args) }];
}
