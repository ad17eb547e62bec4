import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { findDelais } from '#corpus/law/delais.ts';
import { toMessage } from '#corpus/law/message.ts';
import { findValueAt, type Mission, type Regle, type TailleCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Mesure, Valeur } from './comparaison.ts';
import { toMesure, toMesureSansRegle, toMontant } from './mesure.ts';

/**
 * Rules of a day that do not depend on a size: missions and their delays, length of the contract, shares paid ahead,
 * silence of the ARS.
 * @param signature day of the contract, when known: some delays have no known starting point for older contracts
 * @legal ACI CPTS of 20 June 2019 and avenant 2, as dated in corpus/parametres
 */
export function listMesuresRegles(
  parametres: Parametres,
  jour: CalendarDate,
  signature: CalendarDate | undefined,
): readonly Mesure[] {
  const { dureeContrat, partage, silenceArs } = parametres;
  const part = findValueAt(partage.valeurs, jour);
  return [
    ...parametres.missions.missions.flatMap((mission) => listMission(mission, jour, signature)),
    ...toOne('contrat:duree', 'mesure-duree-contrat', findValueAt(dureeContrat.valeurs, jour), (valeur) => {
      return { kind: 'duree', valeur, unite: dureeContrat.unite };
    }),
    ...toOne('fonctionnement:avance', 'mesure-avance-fonctionnement', part, ({ avanceFonctionnement: fraction }) => {
      return { kind: 'part', fraction };
    }),
    ...toOne('missions:avance', 'mesure-avance-fixe', part, ({ avanceVoletFixe: fraction }) => {
      return { kind: 'part', fraction };
    }),
    ...toOne('projet-sante:silence-ars', 'mesure-silence-ars', findValueAt(silenceArs.valeurs, jour), (valeur) => {
      return { kind: 'duree', valeur, unite: silenceArs.unite };
    }),
  ];
}

/**
 * Rules of a day for one size: its bracket, its functioning, its announced ceiling.
 * @legal ACI CPTS of 20 June 2019 and avenant 2, as dated in corpus/parametres
 */
export function listMesuresTaille(parametres: Parametres, taille: TailleCode, jour: CalendarDate): readonly Mesure[] {
  const { fonctionnement, plafonds } = parametres;
  const amounts = [
    { code: 'fonctionnement', label: toMessage('mesure-fonctionnement'), valeurs: fonctionnement.valeurs },
    { code: 'plafond', label: toMessage('mesure-plafond'), valeurs: plafonds.valeurs },
  ].flatMap(({ code, label, valeurs }) => {
    const dated = findValueAt(valeurs, jour);
    const montant = dated?.valeur.montants[taille] ?? null;
    return dated ? [toMesure({ code, label, taille }, montant === null ? null : toMontant(montant), dated)] : [];
  });
  return [...listMesuresBornes(parametres, taille, jour), ...amounts];
}

/**
 * Bracket of a size on a day; nothing before the accord.
 * @legal ACI CPTS of 20 June 2019 (brackets read in secondary pages)
 */
export function listMesuresBornes(
  { tailles }: Pick<Parametres, 'tailles'>,
  taille: TailleCode,
  jour: CalendarDate,
): readonly Mesure[] {
  const dated = findValueAt(tailles.valeurs, jour);
  const found = dated?.valeur.classes.find((candidate) => candidate.taille === taille);
  if (!dated || !found) return [];
  const label = toMessage('mesure-bornes');
  return [toMesure({ code: 'taille:bornes', label, taille }, { kind: 'bornes', de: found.de, a: found.a }, dated)];
}

function listMission(mission: Mission, jour: CalendarDate, signature: CalendarDate | undefined): readonly Mesure[] {
  const { code, genre, delaisConnusPourSignatureDepuis } = mission;
  const arg = { kind: 'mission', code } as const;
  const heads = [
    { code: `mission:${code}`, label: toMessage('mesure-mission', { mission: arg }) },
    { code: `mission:${code}:delai-demarrage`, label: toMessage('mesure-delai-demarrage', { mission: arg }) },
    { code: `mission:${code}:delai-deploiement`, label: toMessage('mesure-delai-deploiement', { mission: arg }) },
  ] as const;
  if (mission.depuis > jour) {
    const note = toMessage('comparaison-mission-pas-encore');
    return heads.map((head) => toMesureSansRegle(head, null, note));
  }
  const unknown = delaisConnusPourSignatureDepuis;
  const before = unknown !== undefined && signature !== undefined && signature < unknown;
  const found = findDelais(mission, signature, jour);
  const delais = [found.delaiDemarrageMois, found.delaiDeploiementMois].flatMap((mois, index): Mesure[] => {
    const head = heads[index + 1] ?? heads[0];
    if (mois === null) return [];
    const args = { mission: arg, jour: { kind: 'date', date: unknown ?? jour } } as const;
    const note = before ? toMessage('mission-origine-inconnue', args) : null;
    return [toMesure(head, before ? null : { kind: 'duree', valeur: mois, unite: 'mois' }, found, note)];
  });
  return [toMesure(heads[0], { kind: 'genre', genre }, mission), ...delais];
}

function toOne<T>(
  code: string,
  label: string,
  dated: (Regle & { readonly valeur: T }) | undefined,
  toValeur: (valeur: T) => Valeur,
): readonly Mesure[] {
  return dated ? [toMesure({ code, label: toMessage(label) }, toValeur(dated.valeur), dated)] : [];
}
