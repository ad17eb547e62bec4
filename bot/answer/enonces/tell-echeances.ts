import { findDelais } from '#corpus/law/delais.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Message } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Echeance } from '#tools/echeances/echeance.ts';
import type { Calcul } from '../calcul.ts';
import type { Enonce } from '../enonce.ts';
import { toDateArg } from './financement-args.ts';
import type { Backing, Teller } from './teller.ts';

/** Days told when the next ones are asked. */
const MOST_NEXT = 5;

/** Énoncés of the deadlines that the question asks for, among all those of the contract. */
export function tellEcheances(
  { outcome, intention }: Extract<Calcul, { tool: 'echeances' }>,
  teller: Teller,
  parametres: Parametres,
): readonly Enonce[] {
  if (outcome.kind !== 'computed') return [];
  const { signature } = teller.situation.faits;
  const wanted = intention.aspects.includes('silence')
    ? outcome.value
    : selectEcheances(outcome.value.filter(isCertain), teller.situation.concepts, parametres);
  const vague = signature !== undefined && signature.from !== signature.to && !intention.aspects.includes('silence');
  const backing: Backing = { tool: 'echeances', statut: null, confiance: null, references: [] };
  return [
    ...(vague ? [teller.tell('enonce-echeances-periode', { jour: toDateArg(signature.from) }, backing)] : []),
    ...wanted.map((echeance) => tellEcheance(echeance, teller)),
    ...tellGaps(outcome.notComputed, teller, parametres),
  ];
}

/** The advance of the year after the term depends on a renewal that nobody spoke of. */
function isCertain({ hypotheses }: Echeance): boolean {
  return !hypotheses.some(({ code }) => code === 'avance-si-renouvellement');
}

/** Which deadlines a question is about: its missions, start or rollout, the term, the anniversaries, the advances. */
function selectEcheances(
  all: readonly Echeance[],
  concepts: ReadonlySet<string>,
  { missions }: Parametres,
): readonly Echeance[] {
  const named = missions.missions.map(({ code }) => code).filter((code) => concepts.has(code));
  const suffixes = ['demarrage', 'deploiement'].filter((suffix) => concepts.has(suffix));
  function isOfMission(code: string): boolean {
    const [mission = '', suffix = ''] = code.split(':');
    if (!missions.missions.some((candidate) => candidate.code === mission)) return false;
    // A mission named gets both of its limits: whoever asks for one wants to see the other.
    return named.length > 0 ? named.includes(mission) : suffixes.length === 0 || suffixes.includes(suffix);
  }
  if (concepts.has('q-prochain')) return listNext(all);
  const term = ['duree', 'renouvellement', 'resiliation'].some((concept) => concepts.has(concept));
  const withMission = named.length > 0;
  if (term) return all.filter(({ code }) => code === 'contrat:fin' || (withMission && isOfMission(code)));
  if (named.length > 0 || suffixes.length > 0) return all.filter(({ code }) => isOfMission(code));
  if (concepts.has('avance')) return listComing(all.filter(({ code }) => code.startsWith('fonctionnement:')));
  if (concepts.has('anniversaire')) return all.filter(({ code }) => code.startsWith('anniversaire:'));
  return all.filter(({ code }) => isOfMission(code) || code === 'contrat:fin');
}

/** The next days of the contract, whatever they are; what is done is not to come. */
function listNext(all: readonly Echeance[]): readonly Echeance[] {
  return all.filter(({ joursRestants, etat }) => joursRestants >= 0 && etat !== 'fait').slice(0, MOST_NEXT);
}

/** Where the day stands: done, past, or how many days are left. */
function tellEtat({ etat, joursRestants, suivi }: Echeance, teller: Teller, backing: Backing): LicensedText {
  const told = suivi
    ? teller.phrase('etat-suivi', { suivi: teller.phrase(suivi.phrase.code, suivi.phrase.args, backing) }, backing)
    : [];
  if (etat === 'fait') return told;
  if (etat === 'depassee') return [...teller.phrase('etat-depasse', {}, backing), ...told];
  const jours = { kind: 'duree', valeur: joursRestants, unite: 'jours' } as const;
  return [...teller.phrase('etat-a-venir', { jours }, backing), ...told];
}

/** Those still to come, or all when every one is past. */
function listComing(echeances: readonly Echeance[]): readonly Echeance[] {
  const coming = echeances.filter(({ joursRestants }) => joursRestants >= 0);
  return coming.length > 0 ? coming : echeances;
}

function tellEcheance(echeance: Echeance, teller: Teller): Enonce {
  const { label, date, statut, references } = echeance;
  const backing: Backing = { tool: 'echeances', statut, confiance: null, references };
  const code = `enonce-${label.code}`;
  return teller.tell(
    code,
    { ...label.args, date: toDateArg(date), etat: tellEtat(echeance, teller, backing) },
    backing,
  );
}

/** Gaps that answer the question: a mission asked for whose deadlines are free or unknown. */
function tellGaps(gaps: readonly Message[], teller: Teller, parametres: Parametres): readonly Enonce[] {
  const { concepts, asOf } = teller.situation;
  const free = parametres.missions.missions
    .filter(({ code, depuis }) => depuis <= asOf && concepts.has(code))
    .map((mission) => ({ ...findDelais(mission, undefined, asOf), code: mission.code }))
    .filter((delais) => delais.delaiDemarrageMois === null && delais.delaiDeploiementMois === null);
  const unknown = gaps.filter(
    ({ code, args }) =>
      code === 'mission-origine-inconnue' && args.mission?.kind === 'mission' && concepts.has(args.mission.code),
  );
  return [
    ...free.map(({ code, statut, reference, confiance }) =>
      teller.tell(
        'enonce-mission-sans-delai',
        { mission: { kind: 'mission', code } },
        { tool: 'echeances', statut, confiance, references: [reference] },
      ),
    ),
    ...unknown.map(({ args }) =>
      teller.tell('enonce-mission-origine-inconnue', args, {
        tool: 'echeances',
        statut: 'absent',
        confiance: 'M',
        references: listReferences(args, parametres),
      }),
    ),
  ];
}

/** The rule whose starting point is not known: named, so that it is not told as if it applied. */
function listReferences({ mission }: Message['args'], { missions }: Parametres): readonly Reference[] {
  const known = missions.missions.find(({ code }) => mission?.kind === 'mission' && code === mission.code);
  return known ? [known.reference] : [];
}
