import { type Html, html } from './html.ts';

/** A bar from 0 to 100, with the values it is compared with. */
export type Barre = {
  readonly nom: string;
  readonly valeur: number;
  readonly garde?: number | undefined;
  readonly premier?: number | undefined;
};

/** Pixels of the drawing; it is scaled to the page. */
const LINE = 26;
const NAME = 290;
const WIDE = 420;
const VALUE = 60;

/** Draws bars one under the other: the value, a mark for the kept run, a hollow one for the first. */
export function drawBars(titre: string, barres: readonly Barre[]): Html {
  const high = barres.length * LINE;
  return html`<svg role="img" aria-label="${titre}" viewBox="0 0 ${NAME + WIDE + VALUE} ${high}">${barres.map(drawBar)}</svg>`;
}

function drawBar({ nom, valeur, garde, premier }: Barre, at: number): Html {
  const top = at * LINE;
  const middle = top + LINE / 2;
  return html`<g><title>${nom} : ${tell(valeur)}${garde === undefined ? '' : ` ; gardé ${tell(garde)}`}${premier === undefined ? '' : ` ; premier ${tell(premier)}`}</title>
<text x="${NAME - 10}" y="${middle + 5}" text-anchor="end">${nom}</text>
<rect class="fond" x="${NAME}" y="${top + 5}" width="${WIDE}" height="${LINE - 10}" rx="3"/>
<rect class="valeur" x="${NAME}" y="${top + 5}" width="${toWidth(valeur)}" height="${LINE - 10}" rx="3"/>
${drawMark('premier', premier, top)}${drawMark('garde', garde, top)}
<text class="nombre" x="${NAME + WIDE + 8}" y="${middle + 5}">${tell(valeur)}</text></g>`;
}

function drawMark(name: string, value: number | undefined, top: number): Html {
  if (value === undefined) return html``;
  const x = NAME + toWidth(value);
  return html`<line class="${name}" x1="${x}" x2="${x}" y1="${top + 2}" y2="${top + LINE - 2}"/>`;
}

function toWidth(value: number): number {
  return Math.round((WIDE * value) / 100);
}

function tell(value: number): string {
  return value.toFixed(1).replace('.', ',');
}
