import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '#corpus/read-yaml.ts';

const Longueur = z.number().positive();
const Couleur = z.string().regex(/^#[0-9a-f]{6}$/);

/** How the pictures look (`style.yaml`): lengths in points of the drawing, colours read on `fond`. */
export const Style = z.strictObject({
  largeur: Longueur,
  marge: Longueur,
  agrandissement: Longueur,
  police: z.string().min(1),
  tailles: z.strictObject({ titre: Longueur, normal: Longueur, petit: Longueur }),
  interligne: Longueur,
  barre: Longueur,
  ecart: Longueur,
  couleurs: z.strictObject({
    fond: Couleur,
    encre: Couleur,
    discret: Couleur,
    plein: Couleur,
    moyen: Couleur,
    clair: Couleur,
    alerte: Couleur,
    trait: Couleur,
  }),
});
export type Style = z.infer<typeof Style>;

/** Reads the style (I/O edge). */
export function loadStyle(): Style {
  return readYaml(join(import.meta.dirname, 'style.yaml'), Style);
}
