import { Resvg } from '@resvg/resvg-js';
import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';

/** A drawing to make: what is drawn has passed the gate already. */
export type DrawingOrder = {
  readonly id: number;
  readonly spec: TopLevelSpec;
  /** SVG put before everything: the paints. */
  readonly defs: string;
  readonly zoom: number;
  readonly font: { readonly family: string; readonly files: readonly string[] };
};

/** The drawing, with every text that stands in it; or what went wrong. */
export type Drawing =
  | {
      readonly id: number;
      readonly png: Uint8Array;
      readonly largeur: number;
      readonly hauteur: number;
      readonly textes: readonly string[];
    }
  | { readonly id: number; readonly failure: string };

// Run by `drawing-process.ts` only; it ends with the process that asked.
process.on('message', (order: DrawingOrder) => void answer(order));
process.on('disconnect', () => process.exit(0));

async function answer(order: DrawingOrder): Promise<void> {
  process.send?.(await draw(order).catch((error: unknown): Drawing => ({ id: order.id, failure: String(error) })));
}

async function draw({ id, spec, defs, zoom, font: { family, files } }: DrawingOrder): Promise<Drawing> {
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  const painted = svg.replace(/<svg[^>]*>/, (opening) => opening + defs);
  const font = { loadSystemFonts: false, fontFiles: [...files], defaultFontFamily: family };
  const image = new Resvg(painted, { font, fitTo: { mode: 'zoom', value: zoom } }).render();
  return { id, png: image.asPng(), largeur: image.width, hauteur: image.height, textes: listTexts(svg) };
}

function listTexts(svg: string): readonly string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, inside = '']) =>
    inside.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  );
}
