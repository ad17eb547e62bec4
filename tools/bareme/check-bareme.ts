import type { Bareme, BlocBareme } from '#corpus/law/bareme.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import { findValueAt, type MontantsParTaille } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { computeSommes } from './compute-sommes.ts';
import { findPlace, toDate, toEuros, toLu, toSommeArgs, toTaille } from './somme-args.ts';

/** Something wrong in an overlay, and the keys and ranks that lead to it. */
export type BaremeProblem = { readonly path: readonly (string | number)[]; readonly message: Message };

/**
 * What is wrong in an overlay whose values can be read: a block before the accord or its mission, an amount given
 * twice, a figure that contradicts one we know, a size whose sum exceeds its announced ceiling.
 * @param parametres those of the corpus; the overlay they may hold is not looked at
 * @legal ACI CPTS art. 8 and avenant 2: amounts and yearly ceilings, in corpus/parametres
 */
export function checkBareme(bareme: Bareme, parametres: Parametres): readonly BaremeProblem[] {
  return [
    ...bareme.blocs.flatMap((bloc) => [
      ...checkJours(bloc, parametres),
      ...checkKnown(bloc, 'fonctionnement', parametres.fonctionnement),
      ...checkKnown(bloc, 'plafonds', parametres.plafonds),
    ]),
    ...listRepeated(bareme),
    ...checkSommes(bareme, parametres),
  ];
}

function checkJours(bloc: BlocBareme, { fonctionnement, missions }: Parametres): readonly BaremeProblem[] {
  const [first] = fonctionnement.valeurs;
  if (first && bloc.depuis < first.depuis) {
    const args = { jour: toDate(bloc.depuis), debut: toDate(first.depuis) };
    return [{ path: ['blocs', bloc.rang, 'depuis'], message: toMessage('avant-accord', args) }];
  }
  return Object.entries(bloc.montants).flatMap(([taille, parMission]) =>
    Object.keys(parMission)
      .filter((code) => missions.missions.some((mission) => mission.code === code && mission.depuis > bloc.depuis))
      .map((code) => {
        const args = { mission: { kind: 'mission', code }, jour: toDate(bloc.depuis) } as const;
        const path = ['blocs', bloc.rang, 'montants', taille, code];
        return { path, message: toMessage('mission-pas-encore', args) };
      }),
  );
}

/** An overlay completes what we lack; what we know otherwise has to be settled in the corpus first. */
function checkKnown(
  bloc: BlocBareme,
  champ: 'fonctionnement' | 'plafonds',
  { valeurs, titre, titreAnglais }: MontantsParTaille,
): readonly BaremeProblem[] {
  const dated = findValueAt(valeurs, bloc.depuis);
  return Object.entries(bloc[champ]).flatMap(([taille, donne]): BaremeProblem[] => {
    const connu = dated?.valeur.montants[taille];
    if (!dated || donne === null || connu === null || connu === undefined || connu === donne) return [];
    const args: Message['args'] = {
      titre: { kind: 'donnee', fr: titre, en: titreAnglais },
      taille: toTaille(taille),
      donne: toEuros(donne),
      connu: toEuros(connu),
      depuis: toDate(dated.depuis),
      texte: { kind: 'texte', id: dated.reference.texte },
      lu: toLu(dated.reference),
    };
    return [{ path: ['blocs', bloc.rang, champ, taille], message: toMessage('bareme-contredit', args) }];
  });
}

/** The same amount in two blocks of one day: which one counts is not ours to choose. */
function listRepeated({ blocs }: Bareme): readonly BaremeProblem[] {
  const seen = new Set<string>();
  return blocs.flatMap((bloc) =>
    listGiven(bloc).flatMap((place): BaremeProblem[] => {
      const key = [bloc.depuis, ...place].join(' ');
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      const message = toMessage('bareme-donne-plusieurs-fois', { jour: toDate(bloc.depuis) });
      return [{ path: ['blocs', bloc.rang, ...place], message }];
    }),
  );
}

/**
 * Keys of every amount that a block gives.
 * @legal none: the shape of an overlay
 */
export function listGiven({ montants, plafonds, fonctionnement }: BlocBareme): readonly (readonly string[])[] {
  const missions = Object.entries(montants).flatMap(([taille, parMission]) =>
    Object.entries(parMission).flatMap(([code, volets]) =>
      Object.entries(volets).flatMap(([volet, montant]) =>
        montant === null || montant === undefined ? [] : [['montants', taille, code, volet]],
      ),
    ),
  );
  const others = Object.entries({ plafonds, fonctionnement }).flatMap(([champ, parTaille]) =>
    Object.entries(parTaille).flatMap(([taille, montant]) => (montant === null ? [] : [[champ, taille]])),
  );
  return [...missions, ...others];
}

function checkSommes(bareme: Bareme, parametres: Parametres): readonly BaremeProblem[] {
  const told = new Set<string>();
  return computeSommes({ ...parametres, bareme }).flatMap((somme): BaremeProblem[] => {
    const { plafond, taille, jour } = somme;
    if (plafond === null || somme.somme <= plafond) return [];
    const path = findPlace(bareme, taille, jour);
    const key = path.join(' ');
    if (told.has(key)) return [];
    told.add(key);
    return [{ path, message: toMessage('bareme-somme-depasse', toSommeArgs(somme, plafond, somme.somme)) }];
  });
}
