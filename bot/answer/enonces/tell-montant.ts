import type { Centimes } from '#corpus/law/euros.ts';
import { joinLicensed } from '#corpus/law/licensed-text.ts';
import { findValueAt } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { MontantConnu } from '#tools/montant/list-montants-connus.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import type { Calcul } from '../calcul.ts';
import type { Enonce } from '../enonce.ts';
import { toDateArg, toEurosArg } from './financement-args.ts';
import { toTailleArg } from './tell-taille.ts';
import { type Backing, INTERFACE, type Teller } from './teller.ts';

/** Énoncés of an amount met somewhere: every meaning it has, then what holds today where it is not the rule. */
export function tellMontant(
  { outcome, input }: Extract<Calcul, { tool: 'montant' }>,
  teller: Teller,
  parametres: Parametres,
): readonly Enonce[] {
  const { centimes } = input;
  const montant = toEurosArg(centimes);
  if (outcome.kind === 'not-covered' && outcome.reason.code === 'montant-plus-tard') {
    const later: Backing = { tool: 'montant', statut: null, confiance: null, references: outcome.references };
    return [teller.tell('enonce-montant-plus-tard', outcome.reason.args, later)];
  }
  if (outcome.kind !== 'computed') {
    const absent: Backing = { tool: 'montant', statut: 'absent', confiance: 'M', references: [] };
    return [teller.tell('enonce-montant-inconnu', { montant }, absent)];
  }
  const lectures = listOfSize(outcome.value, teller.situation.faits.tailles ?? []);
  const heading = teller.tell(
    lectures.length > 1 ? 'enonce-montant' : 'enonce-montant-seul',
    { montant },
    { ...INTERFACE, tool: 'montant' },
  );
  const told = lectures.map((connu) => tellLecture(connu, teller));
  const rules = [...new Set(lectures.flatMap(({ regle }) => regle ?? []))];
  const adopted = lectures.flatMap((connu) => tellAdopte(connu, teller, parametres));
  const conditions = lectures.flatMap((connu) => tellConditions(connu, teller, parametres));
  return [
    heading,
    ...told,
    ...conditions,
    ...adopted.slice(0, 1),
    ...rules.flatMap((id) => tellRegle(id, teller, parametres)),
  ];
}

/** Meanings for the size named in the question, when there are some; all of them else. */
function listOfSize(lectures: readonly MontantConnu[], tailles: readonly number[]): readonly MontantConnu[] {
  const own = lectures.filter(({ taille }) => taille !== null && tailles.includes(toNumeroTaille(taille)));
  return own.length > 0 ? own : lectures;
}

function tellLecture(connu: MontantConnu, teller: Teller): Enonce {
  const backing = toBacking(connu);
  const label = teller.phrase(connu.label.code, connu.label.args, backing);
  const statut = teller.phrase(`statut-${connu.statut}`, {}, backing);
  return teller.tell('enonce-montant-lecture', { label, statut }, backing);
}

/** What a ceiling in force supposes besides the size. */
function tellConditions(connu: MontantConnu, teller: Teller, { plafonds }: Parametres): readonly Enonce[] {
  const { taille, statut, sujet } = connu;
  if (taille === null || statut !== 'en-vigueur' || sujet !== plafonds.id) return [];
  const valeur = findValueAt(plafonds.valeurs, teller.situation.asOf)?.valeur.conditions?.[taille]?.plusDeMembres;
  if (valeur === undefined) return [];
  const membres = { kind: 'nombre', valeur, unite: 'membres' } as const;
  return [teller.tell('enonce-plafond-conditions', { membres }, toBacking(connu))];
}

/** What holds on the day asked, in place of a proposal or of an expired amount. */
function tellRegle(id: string, teller: Teller, { fonctionnement, plafonds }: Parametres): readonly Enonce[] {
  const parametre = [fonctionnement, plafonds].find((candidate) => candidate.id === id);
  const dated = parametre && findValueAt(parametre.valeurs, teller.situation.asOf);
  if (!parametre || !dated) return [];
  const { statut, confiance, reference } = dated;
  const backing: Backing = { tool: 'montant', statut, confiance, references: [reference] };
  const titre = { kind: 'donnee', fr: parametre.titre, en: parametre.titreAnglais } as const;
  const asOf = toDateArg(teller.situation.asOf);
  return [
    teller.tell(
      'enonce-montant-regle',
      { asOf, titre, valeurs: joinLicensed(tellValeurs(dated.valeur.montants, teller, backing), ', ') },
      backing,
    ),
  ];
}

/** What the text adopted after a proposal gave for the same thing, when the law has changed again since. */
function tellAdopte(
  { regle, statut, sujet }: MontantConnu,
  teller: Teller,
  { fonctionnement, plafonds, autres }: Parametres,
) {
  const parametre = [fonctionnement, plafonds].find((candidate) => candidate.id === regle);
  const draft = autres.find(({ id }) => id === sujet);
  const proposed = draft?.type === 'montants-par-taille' ? draft.valeurs[0]?.depuis : undefined;
  const next = parametre?.valeurs.find(({ depuis }) => proposed !== undefined && depuis > proposed);
  if (statut !== 'proposition' || !next || next === parametre?.valeurs.at(-1)) return [];
  const backing: Backing = {
    tool: 'montant',
    statut: 'expire',
    confiance: next.confiance,
    references: [next.reference],
  };
  const texte = { kind: 'texte', id: next.reference.texte } as const;
  const valeurs = joinLicensed(tellValeurs(next.valeur.montants, teller, backing), ', ');
  return [teller.tell('enonce-montant-adopte', { texte, valeurs }, backing)];
}

function tellValeurs(montants: Readonly<Record<string, Centimes | null>>, teller: Teller, backing: Backing) {
  return Object.entries(montants).flatMap(([taille, centimes]) =>
    centimes === null
      ? []
      : [teller.phrase('valeur-par-taille', { montant: toEurosArg(centimes), taille: toTailleArg(taille) }, backing)],
  );
}

function toBacking({ statut, confiance, references }: MontantConnu): Backing {
  return { tool: 'montant', statut, confiance, references };
}
