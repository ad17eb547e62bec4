import { type Message, toMessage } from '#corpus/law/message.ts';
import { checkEcheancesInput } from '#tools/echeances/check-echeances-input.ts';
import { computeEcheances } from '#tools/echeances/compute-echeances.ts';
import type { Echeance } from '#tools/echeances/echeance.ts';
import { checkFinancementInput } from '#tools/financement/check-financement-input.ts';
import { compareEcheances } from '#tools/nouveautes/compare-echeances.ts';
import { compareEstimation } from '#tools/nouveautes/compare-estimation.ts';
import type { EtatConnu } from '#tools/nouveautes/etat-connu.ts';
import type { InputProblem } from '#tools/outcome.ts';
import type { Communaute, EstimationSuivie } from './communaute.ts';
import type { DigestCommunaute, EcheanceSuivie, EstimationChangee } from './digest.ts';
import { listVersements } from './list-versements.ts';
import { mayBeLate } from './may-be-late.ts';
import type { Regard } from './regard.ts';
import { toEcheancesInput, toFinancementInput } from './to-entrees.ts';

/** What a digest says of a community; what its profile lacks is told, and the rest is computed all the same. */
export function computeCommunaute(communaute: Communaute, regard: Regard): DigestCommunaute {
  const { id, profil } = communaute;
  const { parametres } = regard.etat;
  const entree = toFinancementInput(profil);
  const suivi = toEcheancesInput(communaute);
  const refused = [...checkFinancementInput(entree, parametres), ...checkEcheancesInput(suivi, parametres)];
  if (refused.length > 0) {
    return { ...VIDE, id, nom: profil.nom, manques: distinct(refused) };
  }
  const outcome = computeEcheances(suivi, parametres, regard.etat.jour);
  const echeances = outcome.kind === 'computed' ? outcome.value : [];
  const { versements, tailles, manques } = listVersements(entree, regard);
  return {
    id,
    nom: profil.nom,
    ...sortEcheances(echeances, communaute, regard),
    versements,
    tailles,
    ...compare(communaute, regard),
    manques: [
      ...(profil.signature === undefined ? [toMessage('digest-sans-signature')] : []),
      ...(outcome.kind === 'not-covered' ? [outcome.reason] : []),
      ...(outcome.kind === 'computed' ? outcome.notComputed.filter(({ code }) => code === A_DONNER) : []),
      ...manques,
    ],
  };
}

/** Past the term of a contract, everything waits for the day of its renewal. */
const A_DONNER = 'renouvellement-a-donner';

const VIDE = {
  tailles: [],
  depassees: [],
  aVenir: [],
  versements: [],
  estimations: [],
  echeancesChangees: [],
} as const;

/** Late, or coming within the horizon; what is done or does not concern the community is left out. */
function sortEcheances(
  echeances: readonly Echeance[],
  { marques }: Communaute,
  { horizonJours, rappelees }: Regard,
): Pick<DigestCommunaute, 'depassees' | 'aVenir'> {
  const open = echeances.flatMap((echeance): EcheanceSuivie[] => {
    const marque = marques[echeance.code];
    if (echeance.etat === 'fait' || marque?.kind === 'fait' || marque?.kind === 'pas-concerne') return [];
    return [{ ...echeance, reporteAu: marque?.kind === 'reporte' ? marque.au : null }];
  });
  return {
    depassees: open.filter(({ code, joursRestants }) => joursRestants < 0 && mayBeLate(code)),
    aVenir: open.filter(
      ({ code, joursRestants }) => joursRestants >= 0 && (joursRestants <= horizonJours || rappelees.has(code)),
    ),
  };
}

const RIEN_DE_CHANGE = { estimations: [], echeancesChangees: [] } as const;

/** What is new in the estimates and the échéances of a community, from what was known before to what is known now. */
function compare(
  communaute: Communaute,
  { etat, etats }: Regard,
): Pick<DigestCommunaute, 'estimations' | 'echeancesChangees'> {
  const { signature } = communaute.profil;
  if (etats === null) return RIEN_DE_CHANGE;
  // A contract signed since the former digest has not changed: there was none.
  const isNew = signature !== undefined && signature > etats.avant.jour;
  const own = (isNew ? [] : listOwnEstimations(communaute, etat)).flatMap(({ asOf, entree }) =>
    compareEstimation(entree, asOf, etats),
  );
  const saved = communaute.estimations.map(({ nom, asOf, entree }): EstimationChangee => {
    return { nom, annees: compareEstimation(entree, asOf, etats) };
  });
  const all = [{ nom: null, annees: own }, ...saved];
  return {
    estimations: all.filter(({ annees }) => annees.length > 0),
    echeancesChangees: isNew ? [] : compareEcheances(toEcheancesInput(communaute), etats),
  };
}

/** The contract years that the profile tells: the whole contract when it is signed, else a full year. */
function listOwnEstimations({ profil }: Communaute, { jour }: EtatConnu): readonly Omit<EstimationSuivie, 'nom'>[] {
  const entree = toFinancementInput(profil);
  if (entree.population === undefined && entree.taille === undefined) return [];
  return [{ asOf: jour, entree: profil.signature === undefined ? entree : { ...entree, annee: 'contrat-entier' } }];
}

function distinct(problems: readonly InputProblem[]): readonly Message[] {
  return [...new Map(problems.map(({ message }) => [JSON.stringify(message), message])).values()];
}
