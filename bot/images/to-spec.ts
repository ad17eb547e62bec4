import type { TopLevelSpec } from 'vega-lite';
import { seal } from '#bot/gate.ts';
import type { Boite, Jalon, Ligne, Planche, Remplissage, Trait } from './planche.ts';
import type { Style } from './style.ts';

/** A Vega-Lite specification, and every text it draws: each has passed the gate. */
export type Spec = { readonly spec: TopLevelSpec; readonly textes: ReadonlySet<string> };

/**
 * Turns a picture into a Vega-Lite specification; the scale is Vega's, the lines of text are ours.
 * @throws {BotError} ERR_CHIFFRE_SANS_ORIGINE for a figure without a licence at its place
 */
export function toSpec(planche: Planche, style: Style): Spec {
  const { couleurs, largeur, marge, police } = style;
  const lignes = planche.lignes.map((ligne) => ({ ...ligne, ecrit: seal(ligne.texte) }));
  const x = { type: 'quantitative', axis: null, scale: { domain: [...planche.echelle], range: [0, largeur] } } as const;
  const y = {
    type: 'quantitative',
    axis: null,
    scale: { domain: [0, planche.hauteur], range: [0, planche.hauteur] },
  } as const;
  const layers = [
    ...toBoiteLayers(planche.boites, { x, y }, style),
    ...toTraitLayers(planche.traits, { x, y }, style),
    {
      data: { values: planche.jalons.map((jalon) => toJalonRow(jalon, style)) },
      mark: { type: 'point', shape: 'diamond', size: 95, opacity: 1, strokeWidth: 1.8 },
      encoding: {
        x: { field: 'en', ...x },
        y: { field: 'y', ...y },
        fill: { field: 'peint', type: 'nominal', scale: null },
        stroke: { field: 'bord', type: 'nominal', scale: null },
      },
    },
    ...toTextLayers(lignes, planche.echelle, { x, y }, style),
  ];
  const spec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: largeur,
    height: planche.hauteur,
    padding: marge,
    autosize: { type: 'none' },
    background: couleurs.fond,
    config: { font: police, aria: false, view: { stroke: null } },
    layer: layers,
  } as unknown as TopLevelSpec;
  return { spec, textes: new Set(lignes.map(({ ecrit }) => ecrit)) };
}

/** Boxes with a border all round, then those of what is not known, whose border is dashed. */
function toBoiteLayers(boites: readonly Boite[], { x, y }: Axes, style: Style) {
  const known = boites.filter(({ remplissage }) => remplissage !== 'vide');
  const unknown = boites.filter(({ remplissage }) => remplissage === 'vide');
  const { plein, discret } = style.couleurs;
  return [
    { shown: known, border: { stroke: plein, strokeWidth: 1 } },
    { shown: unknown, border: { stroke: discret, strokeWidth: 1.2, strokeDash: [4, 3] } },
  ].map(({ shown, border }) => ({
    data: { values: shown.map((boite) => toBoiteRow(boite, style)) },
    mark: { type: 'rect', cornerRadius: 2, ...border },
    encoding: {
      x: { field: 'de', ...x },
      x2: { field: 'a' },
      y: { field: 'haut', ...y },
      y2: { field: 'bas' },
      fill: { field: 'peint', type: 'nominal', scale: null },
    },
  }));
}

/** The two scales, as Vega-Lite writes them. */
type Axes = { readonly x: object; readonly y: object };

function toBoiteRow({ de, a, haut, hauteur, remplissage }: Boite, { couleurs }: Style) {
  const { plein, moyen, clair } = couleurs;
  const paints: Readonly<Record<Remplissage, string>> = {
    ...{ plein, moyen, clair, vide: 'none' },
    points: 'url(#points)',
    hachures: 'url(#hachures)',
    'hachures-claires': 'url(#hachures-claires)',
  };
  return { de, a, haut, bas: haut + hauteur, peint: paints[remplissage] };
}

function toJalonRow({ en, y, genre }: Jalon, { couleurs }: Style) {
  const bord = genre === 'retard' ? couleurs.alerte : couleurs.plein;
  return { en, y, bord, peint: genre === 'fait' ? couleurs.plein : couleurs.fond };
}

/** Lines across the drawing: those of the scale, then those that bound. */
function toTraitLayers(traits: readonly Trait[], { x, y }: Axes, { couleurs }: Style) {
  const looks = {
    repere: { color: couleurs.trait, strokeWidth: 0.8 },
    limite: { color: couleurs.alerte, strokeWidth: 1.6, strokeDash: [5, 3] },
  };
  return (['repere', 'limite'] as const).map((genre) => ({
    data: { values: traits.filter((trait) => trait.genre === genre) },
    mark: { type: 'rule', ...looks[genre] },
    encoding: { x: { field: 'en', ...x }, y: { field: 'de', ...y }, y2: { field: 'a' } },
  }));
}

const ALIGNS = { gauche: 'left', droite: 'right', centre: 'center' } as const;

type LigneEcrite = Ligne & { readonly ecrit: string };

/** Lines of text, a layer for each look: Vega takes its time for each layer. */
function toTextLayers(
  lignes: readonly LigneEcrite[],
  [from, to]: Planche['echelle'],
  { x, y }: Axes,
  { largeur, tailles, couleurs }: Style,
) {
  const looks = Map.groupBy(lignes, ({ cote, taille, gras, ton }) => JSON.stringify([cote, taille, gras, ton]));
  return [...looks.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { cote, taille, gras = false, ton = 'encre' } = first;
    const values = own.map(({ ecrit, y: base, x: place }) => {
      const en = 'en' in place ? place.en : from + (place.points / largeur) * (to - from);
      return { ecrit, base, en };
    });
    const font = { fontSize: tailles[taille], fontWeight: gras ? 600 : 400, color: couleurs[ton] };
    return {
      data: { values },
      mark: { type: 'text', align: ALIGNS[cote], baseline: 'alphabetic', limit: 0, ...font },
      encoding: { x: { field: 'en', ...x }, y: { field: 'base', ...y }, text: { field: 'ecrit', type: 'nominal' } },
    };
  });
}

/** Paints that Vega does not know, as SVG: dots for the contract's own amounts, hatching for estimates. */
export function toDefs({ couleurs: { plein, clair, fond } }: Style): string {
  const pattern = (id: string, size: number, turn: number, inside: string) =>
    `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse" patternTransform="rotate(${turn})">${inside}</pattern>`;
  return [
    '<defs>',
    pattern(
      'points',
      5,
      0,
      `<rect width="5" height="5" fill="${plein}"/><circle cx="2.5" cy="2.5" r="1.1" fill="${fond}"/>`,
    ),
    pattern(
      'hachures',
      6,
      45,
      `<rect width="6" height="6" fill="${clair}"/><rect width="2.6" height="6" fill="${plein}"/>`,
    ),
    pattern(
      'hachures-claires',
      6,
      45,
      `<rect width="6" height="6" fill="${fond}"/><rect width="1" height="6" fill="${plein}"/>`,
    ),
    '</defs>',
  ].join('');
}
