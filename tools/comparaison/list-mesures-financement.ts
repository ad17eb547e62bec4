import { type Message, toMessage } from '#corpus/law/message.ts';
import { findValueAt, type MissionCode, type Regle } from '#corpus/law/parametre.ts';
import type { LigneFinancement } from '../financement/financement.ts';
import { findPlafond } from '../plafond/find-plafond.ts';
import type { Cote, Mesure, Valeur } from './comparaison.ts';
import type { AnneeLue } from './list-mesures-premier-versement.ts';
import { NUL, toMesure, toMesureSansRegle, toMontant } from './mesure.ts';

type AnneeDuCote = AnneeLue & {
  readonly cote: Cote;
  /** The top-up, when the year is the one that may hold it. */
  readonly complement: readonly Mesure[];
};

/**
 * Money of a contract year, line by line: functioning, missions asked for, total, estimation, maximum, ceiling.
 * A total that would leave out a line nobody knows is null: part of a sum is not compared with another sum.
 * @legal ACI CPTS of 20 June 2019; avenant 2; announced ceilings
 */
export function listMesuresFinancement(annee: AnneeDuCote): readonly Mesure[] {
  const lignes = [
    toFonctionnement(annee),
    ...annee.cote.entree.missions.flatMap(({ code }) => listMission(code, annee)),
  ];
  return [...lignes, ...listTotaux([...lignes, ...annee.complement], annee), toPlafond(annee)];
}

function toFonctionnement({ value, notComputed, jour, parametres }: AnneeDuCote): Mesure {
  const { taille } = value;
  const label = toMessage('mesure-fonctionnement');
  const head = { code: 'fonctionnement', label, taille };
  const dated = findValueAt(parametres.fonctionnement.valeurs, jour);
  const ligne = value.lignes.find(({ nature }) => nature === 'fonctionnement');
  if (ligne && dated) return toMesure(head, toMontant(ligne.montant), dated);
  const note = find(notComputed, 'fonctionnement-missions-non-demarrees');
  if (note) return toMesureSansRegle(head, NUL, toMessage('comparaison-non-demarre'));
  return dated ? toMesure(head, null, dated) : toMesureSansRegle(head, null, toMessage('comparaison-absent'));
}

function listMission(code: MissionCode, annee: AnneeDuCote): readonly Mesure[] {
  const { value, notComputed, jour, parametres } = annee;
  const mission = { mission: { kind: 'mission', code } } as const;
  const named = notComputed.filter(({ args: { mission: arg } }) => arg?.kind === 'mission' && arg.code === code);
  const dated = findValueAt(parametres.montantsMissions.valeurs, jour);
  return (['fixe', 'variable'] as const).map((nature): Mesure => {
    const head = {
      code: `mission:${code}:${nature}`,
      label: toMessage(`ligne-${nature}`, mission),
      taille: value.taille,
    };
    const ligne = value.lignes.find((candidate) => candidate.mission === code && candidate.nature === nature);
    if (ligne) return fromLigne(head, ligne);
    const nothing = find(named, 'mission-pas-encore') ?? find(named, 'mission-demarre-apres');
    if (nothing) {
      const isLater = nothing.code === 'mission-demarre-apres';
      const note = toMessage(isLater ? 'comparaison-mission-demarre-apres' : 'comparaison-mission-pas-encore');
      return toMesureSansRegle(head, NUL, note);
    }
    const unknown = nature === 'fixe' || named.some(({ code: gap }) => VARIABLE_INCONNUE.includes(gap));
    if (!unknown) return toMesureSansRegle(head, NUL, toMessage('comparaison-sans-variable'));
    const absent = toMesureSansRegle(head, null, toMessage('comparaison-absent'));
    return { ...absent, statut: 'absent', references: dated ? [dated.reference] : [] };
  });
}

const VARIABLE_INCONNUE = ['montant-mission-inconnu', 'volet-variable-inconnu', 'variable-inconnue'];

function fromLigne(head: Pick<Mesure, 'code' | 'label' | 'taille'>, ligne: LigneFinancement): Mesure {
  const { montant, statut, confiance, references } = ligne;
  const uncounted = ligne.etapes.some(({ code }) => code === 'etape-variable-non-comptee');
  const note = uncounted ? toMessage('comparaison-variable-non-comptee') : null;
  return { ...toMesureSansRegle(head, toMontant(montant), note), statut, confiance, references };
}

/** Sums, each told only when every line it is made of is known. */
function listTotaux(lignes: readonly Mesure[], annee: AnneeDuCote): readonly Mesure[] {
  const { value, cote } = annee;
  const local = lignes.some(({ statut }) => statut === 'releve-local');
  const partial = lignes.some((ligne) => isUnknown(ligne, annee)) || find(annee.notComputed, 'complement-indetermine');
  // A sum stands as the line of it whose rule has ended.
  const statut = lignes.some((ligne) => ligne.statut === 'expire') ? 'expire' : 'en-vigueur';
  const { taille } = value;
  function build(code: string, label: string, known: Valeur | null, note: string): Mesure {
    const head = { code, label: toMessage(label), taille };
    const references = unique(value.lignes.flatMap((ligne) => ligne.references));
    const sum = toMesureSansRegle(head, known, known === null ? toMessage(note) : null);
    const regles = lignes.flatMap(({ regle }) => (regle ? [regle] : []));
    const regle = regles.toSorted((a, b) => (a.depuis < b.depuis ? 1 : -1))[0] ?? null;
    const absent = note === 'comparaison-total-sans-local' ? null : 'absent';
    return { ...sum, references, regle, statut: known === null ? absent : statut };
  }
  const total = partial || local ? null : toMontant(value.total);
  const reason = partial ? 'comparaison-total-partiel' : 'comparaison-total-sans-local';
  const sums = [build('total', 'mesure-total', total, reason)];
  if (local) {
    const known = partial || value.estimation === null ? null : toMontant(value.estimation);
    const estimation = build('estimation', 'mesure-estimation', known, 'comparaison-total-partiel');
    sums.push({ ...estimation, statut: known === null ? 'absent' : 'releve-local' });
  }
  if (cote.entree.missions.length > 0) {
    const known = value.maximum === null ? null : toMontant(value.maximum);
    const maximum = build('maximum', 'mesure-maximum', known, 'comparaison-maximum-inconnu');
    sums.push({ ...maximum, statut: known !== null && local ? 'releve-local' : maximum.statut });
  }
  return sums;
}

/** A variable part that nobody knows is not counted in a total, unless a share of it was asked for. */
function isUnknown({ code, valeur }: Mesure, { notComputed }: AnneeDuCote): boolean {
  if (valeur !== null) return false;
  return !code.endsWith(':variable') || find(notComputed, 'variable-inconnue') !== undefined;
}

function toPlafond({ value, notComputed, jour, parametres, cote }: AnneeDuCote): Mesure {
  const { taille, plafond } = value;
  const head = { code: 'plafond', label: toMessage('mesure-plafond'), taille };
  const outcome = findPlafond(taille, parametres, jour);
  const dated = findValueAt(parametres.plafonds.valeurs, jour);
  if (outcome.kind !== 'computed' || !dated) return toMesureSansRegle(head, null, toMessage('comparaison-absent'));
  const regle: Regle = dated;
  const { plusDeMembres } = outcome.value;
  const args = plusDeMembres === null ? null : ({ kind: 'nombre', valeur: plusDeMembres, unite: 'membres' } as const);
  if (find(notComputed, 'plafond-membres') && args) {
    return toMesure(head, null, regle, toMessage('comparaison-plafond-membres', { membres: args }));
  }
  const assumed = args && cote.entree.membres === undefined;
  const note = assumed ? toMessage('comparaison-plafond-suppose', { membres: args }) : null;
  return toMesure(head, plafond === null ? null : toMontant(plafond), regle, plafond === null ? null : note);
}

function find(messages: readonly Message[], code: string): Message | undefined {
  return messages.find((message) => message.code === code);
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
