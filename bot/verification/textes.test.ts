import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { readYaml } from '#corpus/read-yaml.ts';
import { renderVerificationJson } from '../render/render-verification-json.ts';
import { loadVerification } from './load-verification.ts';

const Verdict = z.enum(['en-vigueur', 'expire', 'proposition', 'contraire', 'inconnu']);
const Textes = z.strictObject({
  textes: z.array(
    z.strictObject({
      texte: z.string(),
      asOf: CalendarDate.default('2026-11-21' as CalendarDate),
      chiffres: z.array(z.strictObject({ text: z.string(), verdict: Verdict, attendu: z.string().optional() })),
    }),
  ),
});
const Verification = z.looseObject({
  asOf: CalendarDate,
  figures: z.array(
    z.looseObject({
      text: z.string(),
      position: z.tuple([z.int(), z.int()]),
      verdict: Verdict,
      attendu: z.string().optional(),
      references: z.array(z.looseObject({ texte: z.string(), refs: z.array(z.string()).min(1) })),
    }),
  ),
});

const ROOT = join(import.meta.dirname, '..', '..');
const { textes } = readYaml(join(ROOT, 'eval', 'verification', 'textes.yaml'), Textes);
const { corpus, parametres, pipeline } = loadTestAssembly();
const referentiel = { corpus, parametres, vocabulary: pipeline.vocabulary };
const verify = loadVerification(referentiel);

function run(texte: string, asOf: CalendarDate) {
  return Verification.parse(renderVerificationJson(verify(texte, asOf, asOf), asOf, referentiel)).figures;
}

describe('the verification of a text', () => {
  it('is tried on many texts', () => {
    expect(textes.length).toBeGreaterThan(100);
  });

  it.each(textes)('says what it must of « $texte »', ({ texte, asOf, chiffres }) => {
    const figures = run(texte, asOf);
    for (const { text, position, references, verdict } of figures) {
      expect(texte.slice(...position)).toBe(text);
      if (verdict !== 'inconnu') expect(references.length).toBeGreaterThan(0);
    }
    const expected = chiffres.filter(
      ({ text, verdict }) => verdict !== 'inconnu' || figures.some((f) => f.text === text),
    );
    const told = figures.filter(({ text, verdict }) => verdict !== 'inconnu' || chiffres.some((c) => c.text === text));
    expect(told.map(({ text, verdict }) => [text, verdict])).toEqual(
      expected.map(({ text, verdict }) => [text, verdict]),
    );
    for (const [index, { attendu }] of expected.entries()) {
      if (attendu !== undefined) expect(toPlain(told[index]?.attendu)).toContain(attendu);
    }
  });

  it('gives the same verdicts to a sentence wherever it stands', () => {
    const day = CalendarDate.parse('2026-11-21');
    const sentence = 'Une CPTS de taille 2 reçoit 65 000 € par an pour son fonctionnement.';
    const long = `Bonjour,\n\nVoici le point du jour.\n\n${sentence} Merci à tous.\n\nJeanne`;
    const [figure] = run(long, day);
    expect(figure).toMatchObject({ verdict: 'contraire', text: '65 000 €' });
    expect(long.slice(...(figure?.position ?? [0, 0]))).toBe('65 000 €');
  });
});

function toPlain(text = ''): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
