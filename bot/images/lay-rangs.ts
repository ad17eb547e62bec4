import { type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';
import type { Boite, Ligne, Measure, Planche, Remplissage, Trait } from './planche.ts';
import type { Style } from './style.ts';
import { wrapText } from './wrap-text.ts';

/** A bar with its words above: a name at the left, an amount at the right, a note under it. */
export type Rang = {
  readonly nom: LicensedText;
  readonly montant: LicensedText;
  /** Parts of the bar one after the other, in cents; none when the amount is not known. */
  readonly parts: readonly { readonly centimes: number; readonly remplissage: Remplissage }[];
  readonly note?: LicensedText | undefined;
  readonly gras?: boolean;
};

/** Bars under a title. */
export type Groupe = { readonly titre?: LicensedText | undefined; readonly rangs: readonly Rang[] };

/** What a picture of bars holds. */
export type TableauDeRangs = {
  readonly titre: LicensedText;
  readonly sousTitres: readonly LicensedText[];
  readonly groupes: readonly Groupe[];
  /** A bound, drawn across the last group. */
  readonly limite?: { readonly centimes: number; readonly nom: LicensedText } | undefined;
  /** What each filling means: those that are used. */
  readonly legende: readonly { readonly remplissage: Remplissage; readonly nom: LicensedText }[];
  readonly pied: readonly LicensedText[];
};

/** Lays bars out from the top to the bottom, as narrow as a telephone. */
export function layRangs(tableau: TableauDeRangs, style: Style, measure: Measure): Planche {
  const most = Math.max(
    1,
    tableau.limite?.centimes ?? 0,
    ...tableau.groupes.flatMap(({ rangs }) =>
      rangs.map(({ parts }) => parts.reduce((sum, { centimes }) => sum + centimes, 0)),
    ),
  );
  const page = createPage(style, measure, most);
  page.write(tableau.titre, 'titre', { gras: true });
  page.skip(3);
  for (const line of tableau.sousTitres) page.write(line, 'petit', { ton: 'discret' });
  for (const [index, { titre, rangs }] of tableau.groupes.entries()) {
    page.skip(style.ecart);
    if (titre) page.write(titre, 'normal', { gras: true });
    const limite = index === tableau.groupes.length - 1 ? tableau.limite : undefined;
    for (const rang of rangs) page.writeRang(rang, limite?.centimes);
    if (limite) page.write(limite.nom, 'petit', { ton: 'alerte' });
  }
  page.skip(style.ecart);
  for (const { remplissage, nom } of tableau.legende) page.writeLegende(remplissage, nom);
  for (const line of tableau.pied) page.write(line, 'petit', { ton: 'discret' });
  return page.finish();
}

type Look = Pick<Ligne, 'gras' | 'ton'>;

/** A page that is written from the top; `most` is the end of the scale. */
function createPage({ largeur, tailles, interligne, barre, ecart }: Style, measure: Measure, most: number) {
  const boites: Boite[] = [];
  const traits: Trait[] = [];
  const lignes: Ligne[] = [];
  let y = 0;

  function write(texte: LicensedText, taille: Ligne['taille'], look: Look = {}, width = largeur, x = 0): void {
    const fits = (line: string) => measure(line, taille, look.gras ?? false) <= width;
    for (const line of wrapText(texte, fits, 4)) {
      y += tailles[taille] * interligne;
      lignes.push({ texte: line, x: { points: x }, y, cote: 'gauche', taille, ...look });
    }
  }
  function writeRight(texte: LicensedText, base: number, look: Look): void {
    lignes.push({ texte, x: { points: largeur }, y: base, cote: 'droite', taille: 'normal', ...look });
  }
  return {
    write,
    skip(height: number) {
      y += height;
    },
    writeRang({ nom, montant, parts, note, gras = false }: Rang, limite: number | undefined) {
      const first = y + tailles.normal * interligne;
      const room = largeur - measure(renderLicensed(montant).text, 'normal', true) - 10;
      write(nom, 'normal', { gras }, room);
      writeRight(montant, first, { gras: true });
      y += 5;
      if (parts.length === 0) boites.push({ de: 0, a: most, haut: y, hauteur: barre, remplissage: 'vide' });
      let from = 0;
      for (const { centimes, remplissage } of parts.filter((part) => part.centimes > 0)) {
        boites.push({ de: from, a: from + centimes, haut: y, hauteur: barre, remplissage });
        from += centimes;
      }
      if (limite !== undefined) traits.push({ en: limite, de: y - 3, a: y + barre + 3, genre: 'limite' });
      y += barre;
      if (note) write(note, 'petit', { ton: 'discret' });
      y += ecart * 0.6;
    },
    writeLegende(remplissage: Remplissage, nom: LicensedText) {
      const top = y + tailles.petit * (interligne - 0.95);
      boites.push({ de: 0, a: (most * 22) / largeur, haut: top, hauteur: tailles.petit, remplissage });
      write(nom, 'petit', {}, largeur - 30, 30);
      y += 3;
    },
    finish: (): Planche => ({
      hauteur: Math.ceil(y + tailles.petit * 0.4),
      echelle: [0, most],
      boites,
      traits,
      jalons: [],
      lignes,
    }),
  };
}
