import { describeFinancement, type MontantDecrit } from '#bot/render/describe-financement.ts';
import type { Scribe } from '#bot/render/scribe.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { Financement, LigneFinancement } from '#tools/financement/financement.ts';
import { listValues, type Outcome } from '#tools/outcome.ts';
import type { Groupe, Rang, TableauDeRangs } from './lay-rangs.ts';
import type { Remplissage } from './planche.ts';

/** A picture in words: what is drawn, and the sentences that say the same. */
export type Tableau<T> = { readonly tableau: T; readonly alternative: LicensedText };

/**
 * The breakdown of a funding: each line by how it is known, then the totals against the ceiling.
 * @returns undefined when nothing could be computed
 */
export function describeFinancementImage(
  outcome: Outcome<Financement>,
  nom: string | undefined,
  scribe: Scribe,
): Tableau<TableauDeRangs> | undefined {
  const { titre, lectures } = describeFinancement(outcome, scribe);
  const values = listValues(outcome);
  if (!titre || values.length === 0) return undefined;
  const inconnus = listInconnus(outcome, scribe);
  const groupes = values.flatMap((value, index): Groupe[] => {
    const lecture = lectures[index];
    const lignes = value.lignes.map((ligne, rank): Rang => {
      const { label = [], montant = [] } = lecture?.lignes[rank] ?? {};
      return { nom: label, montant, parts: [{ centimes: ligne.montant, remplissage: toRemplissage(ligne) }] };
    });
    return [
      { titre: lecture?.nom, rangs: [...lignes, ...inconnus] },
      { titre: scribe.phrase('image-ensemble'), rangs: listTotaux(value, lecture?.totaux ?? []) },
    ];
  });
  const [first] = values;
  const plafond = values.length === 1 ? first?.plafond : null;
  const limite = plafond
    ? { centimes: plafond, nom: scribe.phrase('image-plafond', { montant: { kind: 'euros', centimes: plafond } }) }
    : undefined;
  const remplissages = new Set(listRemplissages(groupes));
  const tableau = {
    titre,
    sousTitres: nom === undefined ? [] : [toNom(nom, scribe)],
    groupes,
    limite,
    legende: LEGENDE.filter(
      ({ remplissage }) => remplissages.has(remplissage) || (remplissage === 'vide' && inconnus.length > 0),
    ).map(({ remplissage, code }) => ({ remplissage, nom: scribe.phrase(code) })),
    pied: limite ? [] : [scribe.phrase('image-plafond-absent')],
  };
  return { tableau, alternative: tellAlternative(tableau, scribe) };
}

/** Fillings that are drawn. */
function listRemplissages(groupes: readonly Groupe[]): readonly Remplissage[] {
  const parts = groupes.flatMap(({ rangs }) => rangs.flatMap((rang) => rang.parts));
  return parts.filter(({ centimes }) => centimes > 0).map(({ remplissage }) => remplissage);
}

const LEGENDE = [
  { remplissage: 'plein', code: 'image-legende-loi' },
  { remplissage: 'points', code: 'image-legende-contrat' },
  { remplissage: 'hachures', code: 'image-legende-estimation' },
  { remplissage: 'clair', code: 'image-legende-maximum' },
  { remplissage: 'vide', code: 'image-legende-inconnu' },
] as const;

/** How a line is known: by the law, by the asker's contract, by what was read in other contracts. */
function toRemplissage({ statut, confiance, references }: LigneFinancement): Remplissage {
  if (statut === 'releve-local') return 'hachures';
  const isContrat = confiance === 'C' && references.every(({ bareme }) => bareme === undefined);
  return isContrat ? 'points' : 'plein';
}

/** The name of the community, as it was written. */
export function toNom(nom: string, scribe: Scribe): LicensedText {
  return scribe.phrase('image-nom', { nom: { kind: 'question', text: nom, start: 0, end: nom.length } });
}

/** The sums, each bar made of what it holds: law and contract, then estimates, then what could come besides. */
function listTotaux(value: Financement, totaux: readonly MontantDecrit[]): readonly Rang[] {
  const sum = (remplissage: Remplissage) =>
    value.lignes
      .filter((ligne) => toRemplissage(ligne) === remplissage)
      .reduce((total, { montant }) => total + montant, 0);
  const known = [
    { centimes: sum('plein'), remplissage: 'plein' },
    { centimes: sum('points'), remplissage: 'points' },
  ] as const;
  const estimated = [...known, { centimes: sum('hachures'), remplissage: 'hachures' }] as const;
  const top = value.estimation ?? value.total;
  const full = [...estimated, { centimes: (value.maximum ?? top) - top, remplissage: 'clair' }] as const;
  const bars = [known, ...(value.estimation === null ? [] : [estimated]), ...(value.maximum === null ? [] : [full])];
  return bars.map((parts, index) => {
    const { label = [], montant = [] } = totaux[index] ?? {};
    return { nom: label, montant, parts, gras: index === 0 };
  });
}

/** Missions whose amount no text read gives: shown as not known, with no length that could be taken for an amount. */
function listInconnus(outcome: Outcome<Financement>, scribe: Scribe): readonly Rang[] {
  if (outcome.kind !== 'computed' && outcome.kind !== 'ambiguous') return [];
  const codes = outcome.notComputed.flatMap(({ code, args }) => {
    const { mission } = args;
    return code === 'montant-mission-inconnu' && mission?.kind === 'mission' ? [mission.code] : [];
  });
  return [...new Set(codes)].map((code) => ({
    nom: scribe.phrase('image-mission', { mission: { kind: 'mission', code } }),
    montant: scribe.phrase('image-montant-absent'),
    parts: [],
  }));
}

/** The sentences that say the same as bars. */
export function tellAlternative(
  { titre, sousTitres, groupes, limite, pied }: TableauDeRangs,
  scribe: Scribe,
): LicensedText {
  const parts = groupes.map((groupe) => {
    const lines = groupe.rangs.map(({ nom, montant, note }) => {
      const told = scribe.phrase('image-alt-rang', { nom, montant });
      return note ? scribe.phrase('image-alt-note', { told, note }) : told;
    });
    const told = joinLicensed(lines, ' ; ');
    return groupe.titre ? scribe.phrase('image-alt-groupe', { titre: groupe.titre, lignes: told }) : told;
  });
  const all = [titre, ...sousTitres, ...parts, ...(limite ? [limite.nom] : pied)];
  return [...joinLicensed(all, '. '), '.'];
}
