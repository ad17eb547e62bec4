import { describe, expect, it } from 'vitest';
import { Profil } from '#bot/answer/profil.ts';
import { computeDigest } from '#bot/digest/contenu/compute-digest.ts';
import { toEtatConnu } from '#bot/digest/contenu/to-etat-connu.ts';
import { createScribe } from '#bot/render/scribe.ts';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';
import { renderDigestMessage } from './render-digest-message.ts';

const { corpus, parametres, pipeline } = loadTestAssembly();

/** Every readable text of blocks that have not left yet. */
function listShown(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('visible' in value) return [renderLicensed(value.visible as LicensedText).text];
  return Object.values(value).flatMap(listShown);
}

describe('a digest as a message', () => {
  it.each([
    ['fr', 'En retard', 'À venir'],
    ['en', 'Late', 'Coming'],
  ] as const)('tells what is late and what comes under two titles (%s)', (lang, late, coming) => {
    const jour = '2026-03-01' as CalendarDate;
    const profil = Profil.parse({ nom: 'CPTS du Val', taille: 2, signature: '2025-03-12' });
    const communautes = [{ id: 'BFGH', profil, marques: {}, estimations: [] }];
    const etat = toEtatConnu(corpus, parametres, jour);
    const digest = computeDigest({ communautes, horizonJours: 60, etat, etats: null });
    const { depassees = [], aVenir = [] } = digest.communautes[0] ?? {};
    expect([depassees.length > 0, aVenir.length > 0]).toEqual([true, true]);
    const scribe = createScribe('digest', jour, pipeline.vocabulary, lang);
    const shown = listShown(renderDigestMessage(digest, [], scribe).blocks);
    expect(shown.filter((text) => text === late || text === coming)).toEqual([late, coming]);
  });
});
