import { join } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import { readYaml } from '#corpus/read-yaml.ts';
import { DISGUISES } from './disguises.ts';
import { spellNumber } from './spell-number.ts';

/** A draft in which a figure was planted, and how. */
export type Planted = { readonly draft: string; readonly forme: string; readonly disguise: string };

const Words = z.array(z.string().min(1)).min(1);
const Formes = z.strictObject({
  composition: z.record(
    z.string(),
    z.strictObject({ unites: Words.length(20), dizaines: Words, cent: z.string(), mille: z.string() }),
  ),
  formes: z.record(z.string(), Words),
  langues: Words,
  'autres-ecritures': Words,
  phrases: z.array(z.string().includes('FORME')).min(1),
  ordinaires: Words,
});

/** Drafts with a figure of any form, hidden in any way, anywhere among linking words. */
export function createPlanted(): fc.Arbitrary<Planted> {
  const data = readYaml(join(import.meta.dirname, 'formes.yaml'), Formes);
  const value = fc.oneof(fc.integer({ min: 2, max: 99 }), fc.integer({ min: 100, max: 999_999 }));
  const forms = fc.oneof(
    value.map((number) => ({ forme: 'chiffres', text: String(number) })),
    value.map((number) => ({ forme: 'chiffres groupés', text: `${number.toLocaleString('fr-FR')} €` })),
    ...Object.entries(data.composition).map(([langue, words]) =>
      value.map((number) => ({ forme: `nombre ${langue}`, text: spellNumber(number, words) })),
    ),
    ...Object.entries(data.formes).map(([forme, list]) => fc.constantFrom(...list).map((text) => ({ forme, text }))),
    fc.constantFrom(...data.langues).map((text) => ({ forme: 'langues', text })),
  );
  const foreign = fc
    .constantFrom(...data['autres-ecritures'])
    .map((text) => ({ forme: 'autres écritures', text, disguise: 'tel quel' }));
  const hidden = fc
    .tuple(forms, fc.constantFrom(...DISGUISES), fc.nat({ max: 1000 }))
    .map(([{ forme, text }, { name, hide }, seed]) => {
      const spoilt = hide(text, seed);
      const shown = spoilt && !data.ordinaires.includes(spoilt) ? spoilt : undefined;
      return { forme, text: shown || text, disguise: shown ? name : 'tel quel' };
    });
  return fc
    .tuple(
      fc.oneof({ weight: 40, arbitrary: hidden }, { weight: 1, arbitrary: foreign }),
      fc.constantFrom(...data.phrases),
    )
    .map(([{ forme, text, disguise }, phrase]) => ({ draft: phrase.replace('FORME', () => text), forme, disguise }));
}
