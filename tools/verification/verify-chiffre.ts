import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import type { ChiffreConnu, ChiffreDecrit, ChiffreVerifie, Exigences, Verdict } from './chiffre.ts';
import { isCompatible, isLecture, type WeighTheme, weighLecture } from './weigh-lecture.ts';

/** What figures are compared with: all that is known on a day, and how subjects are named. */
export type Savoir = {
  readonly connus: readonly ChiffreConnu[];
  readonly exigences: Exigences;
  readonly weigh: WeighTheme;
  readonly asOf: CalendarDate;
};

/** Below this, the words speak of something else. */
const LEAST_POINTS = -3;
/** Subjects that are amounts. */
const SUJETS_ARGENT: ReadonlySet<string> = new Set(['fonctionnement', 'plafonds', 'complement-exceptionnel', 'pass']);
/** Subject of the figures that only stand in a passage. */
const PASSAGE = 'passage';
/** A passage is no rule: its figure is this one only when both speak of the same things. */
const LEAST_POINTS_PASSAGE = 3;
/** A day is said in few words, and two of them are seldom the same. */
const LEAST_POINTS_JOUR = 1;

/**
 * Says what the texts make of a figure on a day: in force, expired, only proposed, contrary to them, or not known.
 * In doubt it is not known: a right figure must not be called contrary, nor a proposal law.
 * @returns the verdict, the readings of the figure (best first), what the texts say instead
 * @legal the parameters and texts of the corpus, each with its reference
 */
export function verifyChiffre(decrit: ChiffreDecrit, savoir: Savoir): ChiffreVerifie {
  const lectures = rankLectures(decrit, savoir);
  const [best] = lectures;
  if (best === undefined) return findContraire(decrit, savoir) ?? toInconnu();
  if (best.aVenir) return toFuture(lectures, decrit, savoir);
  const verdict = toVerdict(best, savoir.asOf);
  // A past year's amount is right for that year: no other is expected.
  const attendus = verdict === 'en-vigueur' || isOfItsYear(best, decrit) ? [] : listRegles(best, decrit, savoir);
  const raison = toRaison(best, verdict);
  return { verdict, lectures, attendus, raison, references: listReferences(best, ...attendus) };
}

/**
 * Readings of a figure, best first: rules before passages, unless a passage tells a proposal that the words speak of
 * more than of any rule.
 */
function rankLectures(decrit: ChiffreDecrit, savoir: Savoir): readonly ChiffreConnu[] {
  const { connus, weigh } = savoir;
  const sujets = listSujetsDeLaPhrase(decrit, savoir);
  // The day of a text is known: a passage that names other days of it proves nothing.
  const { texte, evenement } = decrit;
  const isSettled = connus.some(
    (connu) => connu.texte === texte && connu.evenement === evenement && texte && evenement,
  );
  const weighed = connus
    .filter(
      (connu) => isLecture(connu, decrit) && !(isSettled && connu.annees) && !isOther(connu, sujets, decrit, weigh),
    )
    .map((connu) => ({ connu, points: weighLecture(connu, decrit, weigh) }))
    .filter(({ connu, points }) => points >= toLeast(connu))
    .sort((a, b) => b.points - a.points);
  const sorted = weighed.map(({ connu }) => connu);
  if (sorted[0]?.annees && sorted[0].statut === 'proposition') return sorted;
  return sorted.sort((a, b) => toRank(a) - toRank(b));
}

/** Subjects of which the words of a figure state a rule. */
function listSujets(decrit: ChiffreDecrit, savoir: Savoir): readonly string[] {
  return listSujetsDeLaPhrase(decrit, savoir).filter((sujet) => {
    const concepts = savoir.exigences[sujet]?.exige.flat() ?? [];
    return concepts.length === 0 || concepts.some((concept) => decrit.pres.has(concept));
  });
}

/** Subjects that its whole sentence names. */
function listSujetsDeLaPhrase({ pres, phrase }: ChiffreDecrit, { exigences }: Savoir): readonly string[] {
  const has = (concept: string) => pres.has(concept) || phrase.has(concept);
  return Object.entries(exigences).flatMap(([sujet, { exige, exclut }]) =>
    exige.every((group) => group.some(has)) && !exclut.some(has) ? [sujet] : [],
  );
}

/** An amount of which nothing is said, where the words name another subject of money. */
function isOther(
  { unite, sujet, regle, annees, themes }: ChiffreConnu,
  sujets: readonly string[],
  { pres, phrase, contexte }: ChiffreDecrit,
  weigh: WeighTheme,
): boolean {
  if (unite !== 'EUR' || annees || !sujets.some((name) => SUJETS_ARGENT.has(name))) return false;
  if (sujets.includes(sujet) || sujets.includes(regle)) return false;
  return !themes.some((theme) => weigh(theme) >= 1 && (pres.has(theme) || phrase.has(theme) || contexte.has(theme)));
}

/** A limit that a draft shares with the law is the law's; a share of money that was proposed is told as such. */
function toRank({ annees, unite, statut }: ChiffreConnu): number {
  if (annees) return unite === 'pourcent' && statut === 'proposition' ? 2 : 3;
  return unite === 'habitants' && statut === 'proposition' ? 1 : 0;
}

function toLeast({ annees, unite, statut }: ChiffreConnu): number {
  if (!annees) return LEAST_POINTS;
  if (unite === 'jour') return statut === 'proposition' ? LEAST_POINTS_JOUR : LEAST_POINTS_PASSAGE;
  return unite === 'pourcent' || statut === 'proposition' ? LEAST_POINTS_PASSAGE - 1 : LEAST_POINTS_PASSAGE;
}

/** Standing of a reading as a verdict; what was only seen in local contracts is not known to be the rule. */
function toVerdict({ statut, fin }: ChiffreConnu, asOf: CalendarDate): Verdict {
  switch (statut) {
    case 'en-vigueur':
      return 'en-vigueur';
    case 'proposition':
      return 'proposition';
    case 'expire':
      return 'expire';
    case 'historique':
    case 'deduit':
      return fin === null || fin > asOf ? 'en-vigueur' : 'expire';
    case 'absent':
      return 'contraire';
    case 'releve-local':
      return 'inconnu';
  }
}

function toRaison({ statut, fin, annees }: ChiffreConnu, verdict: Verdict): Message {
  if (verdict === 'en-vigueur' && annees && statut === 'en-vigueur') return toMessage('verif-passage');
  if (verdict === 'en-vigueur' && statut === 'historique') return toMessage('verif-exact');
  if (verdict === 'en-vigueur' && statut === 'deduit') return toMessage('verif-deduit');
  if (verdict === 'en-vigueur') return toMessage('verif-en-vigueur');
  if (verdict === 'expire' && fin) return toMessage('verif-expire', { fin: { kind: 'date', date: fin } });
  if (verdict === 'expire') return toMessage('verif-expire-sans-date');
  if (verdict === 'proposition') return toMessage('verif-proposition');
  if (verdict === 'contraire') return toMessage('verif-coquille');
  return toMessage('verif-releve-local');
}

/** What holds on the day for what a figure speaks of. */
function listRegles(
  { regle, taille, cote, etape, missions, compte, annee }: ChiffreConnu,
  decrit: ChiffreDecrit,
  { connus, asOf }: Savoir,
): readonly ChiffreConnu[] {
  const asked = { ...decrit, taille: taille ?? decrit.taille, cote: cote ?? decrit.cote, etape: etape ?? decrit.etape };
  if (regle === PASSAGE) return [];
  const year = annee === undefined ? undefined : (decrit.annee ?? Number(asOf.slice(0, 'AAAA'.length)));
  return listEnVigueur(connus, year).filter(
    (connu) =>
      connu.sujet === regle &&
      connu.unite === decrit.unite &&
      isCompatible(connu, {
        ...asked,
        compte,
        annee: year,
        missions: missions.length > 0 ? missions : decrit.missions,
      }),
  );
}

/** What holds on the day; for a yearly amount, what held in the year that the words name. */
function listEnVigueur(connus: readonly ChiffreConnu[], annee: number | undefined): readonly ChiffreConnu[] {
  return connus.filter((connu) => !connu.aVenir && (connu.statut === 'en-vigueur' || isOfItsYear(connu, { annee })));
}

/** « le PASS 2025 » is that of 2025, whatever the day asked. */
function isOfItsYear({ annee, statut }: ChiffreConnu, told: { readonly annee?: number | undefined }): boolean {
  return statut === 'expire' && annee !== undefined && annee === told.annee;
}

/** A rule of a later day: contrary to the one that holds, or not known when there is none yet. */
function toFuture(lectures: readonly ChiffreConnu[], decrit: ChiffreDecrit, savoir: Savoir): ChiffreVerifie {
  const best = lectures[0] as ChiffreConnu;
  const attendus = listRegles({ ...best, regle: best.sujet }, decrit, savoir);
  const raison = toMessage('verif-a-venir', { asOf: { kind: 'date', date: savoir.asOf } });
  const verdict = attendus.length > 0 && !decrit.prudent ? 'contraire' : 'inconnu';
  return { verdict, lectures, attendus, raison, references: listReferences(best) };
}

/** The words name one rule, and the texts give it another value. */
function findContraire(decrit: ChiffreDecrit, savoir: Savoir): ChiffreVerifie | undefined {
  if (decrit.prudent || isStretch(decrit) || isNoLimit(decrit)) return undefined;
  const sujets = listSujets(decrit, savoir);
  const attendus = listEnVigueur(savoir.connus, decrit.annee).filter(
    (connu) =>
      sujets.includes(connu.sujet) &&
      connu.unite === decrit.unite &&
      (decrit.unite !== 'nombre' || connu.compte === decrit.compte) &&
      isCompatible(connu, decrit),
  );
  if (attendus.some(({ valeur }) => valeur === decrit.valeur)) return undefined;
  const [first] = attendus;
  // An amount that depends on the size proves nothing when the size is not told.
  if (first === undefined || (first.taille !== undefined && decrit.taille === undefined && !isSame(attendus))) {
    return undefined;
  }
  if (new Set(attendus.map(({ sujet }) => sujet)).size > 1) return undefined;
  return {
    verdict: 'contraire',
    lectures: [],
    attendus,
    raison: toMessage('verif-contraire'),
    references: listReferences(...attendus),
  };
}

/** A population or a number of members that is no limit is that of a community, and no rule. */
function isNoLimit({ unite, cote }: ChiffreDecrit): boolean {
  return (unite === 'habitants' || unite === 'membres') && cote === undefined;
}

/** « fin 2022 » is compared with no day, « signé en 2018 » is: the words must say of which text it is. */
function isStretch({ jours, texte, evenement }: ChiffreDecrit): boolean {
  return jours !== undefined && (texte === undefined || evenement === undefined);
}

function isSame(connus: readonly ChiffreConnu[]): boolean {
  return new Set(connus.map(({ valeur }) => valeur)).size === 1;
}

function toInconnu(): ChiffreVerifie {
  return { verdict: 'inconnu', lectures: [], attendus: [], raison: toMessage('verif-inconnu'), references: [] };
}

function listReferences(...connus: readonly ChiffreConnu[]): ChiffreVerifie['references'] {
  const all = connus.flatMap(({ references }) => references);
  return all.filter(({ texte }, index) => all.findIndex((other) => other.texte === texte) === index);
}
