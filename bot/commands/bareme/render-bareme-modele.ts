import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { TailleCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { type Cellule, listCellules } from '#tools/bareme/list-cellules.ts';

/**
 * The file that an administrator fills: one block for each text, every amount that the corpus lacks, all of them null.
 * It is the text of a file, not an answer: its only figures are days and codes.
 */
export function renderBaremeModele(parametres: Parametres): string {
  const cells = listCellules(parametres);
  const days = [...new Set(cells.map(({ depuis }) => depuis))];
  const blocs = days.map((depuis) =>
    renderBloc(
      depuis,
      cells.filter((cellule) => cellule.depuis === depuis),
      parametres,
    ),
  );
  return `${[...INTRODUCTION, '', 'titre: null', 'blocs:', ...blocs.flat()].join('\n')}\n`;
}

const INTRODUCTION = [
  '# Barème officiel, à remplir par qui a le texte sous les yeux.',
  '#',
  '# Copiez ce fichier, remplacez des « null » par les montants lus, puis vérifiez :',
  '#   npm run -s cpts -- bareme verifier mon-bareme.yaml',
  '#   npm run -s cpts -- financement --taille 2 --mission prevention --bareme mon-bareme.yaml',
  '#',
  '# - Un montant est en euros par an, sans signe : 50000, 50 000 ou 50000.50 (le point sépare les centimes).',
  '# - null : pas connu depuis ce jour. Une ligne effacée ne change rien à ce que dit un bloc plus ancien du même texte.',
  '# - depuis : premier jour où ces montants valent ; ils valent jusqu’au texte suivant.',
  '# - Un bloc qui donne un montant dit où il a été lu : le texte (ou « titre: … » si le corpus ne l’a pas), l’article,',
  '#   l’endroit où vous l’avez lu (lu) et le jour (luLe). Un autre endroit, une autre lecture : ajoutez un bloc.',
  '# - confiance, facultatif : O texte officiel (par défaut), S page secondaire, P presse.',
  '# - fixe, variable : les volets d’une mission pour une année entière ; fixePremiereAnnee : le volet fixe de la',
  '#   première année de la mission quand il diffère, la ligne s’efface sinon ; siCriseReconnue : ce qui s’ajoute si',
  '#   l’ARS reconnaît une crise, et n’entre dans aucun total.',
];

function renderBloc(depuis: CalendarDate, cells: readonly Cellule[], parametres: Parametres): readonly string[] {
  const { reference } = [...parametres.montantsMissions.valeurs, ...parametres.plafonds.valeurs].find(
    (dated) => dated.depuis === depuis && dated.statut !== 'releve-local',
  ) ?? { reference: { texte: null } };
  const missions = cells.filter(({ mission }) => mission !== null);
  const plafonds = cells.filter(({ mission }) => mission === null);
  const tailles = [...new Set(missions.map(({ taille }) => taille))];
  return [
    `  - depuis: ${depuis}`,
    '    reference:',
    `      texte: ${reference.texte}`,
    '      article: null',
    '      lu: null',
    '      luLe: null',
    ...(tailles.length === 0 ? [] : ['    montants:']),
    ...tailles.flatMap((taille) => renderTaille(taille, depuis, missions, parametres)),
    ...(plafonds.length === 0 ? [] : ['    plafonds:']),
    ...plafonds.map(({ taille }) => `      ${taille}: null`),
  ];
}

function renderTaille(
  taille: TailleCode,
  depuis: CalendarDate,
  missions: readonly Cellule[],
  { montantsMissions }: Parametres,
): readonly string[] {
  const own = missions.filter((cellule) => cellule.taille === taille);
  const codes = [...new Set(own.map(({ mission }) => mission))];
  const read = montantsMissions.valeurs.find((dated) => dated.depuis === depuis)?.valeur[taille];
  return [
    ...(read
      ? ['      # Des montants ont été relevés dans des contrats locaux ; ceux du texte officiel l’emportent.']
      : []),
    `      ${taille}:`,
    ...codes.map((code) => {
      const volets = own.filter(({ mission }) => mission === code).map(({ volet }) => `${volet}: null`);
      return `        ${code}: { ${volets.join(', ')} }`;
    }),
  ];
}
