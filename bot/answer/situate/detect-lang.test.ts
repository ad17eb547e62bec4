import { describe, expect, it } from 'vitest';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';

const { detectLang } = loadTestAssembly().pipeline.comprehension;

describe('detectLang', () => {
  it.each([
    'Quelle est la taille de notre CPTS ?',
    'slt c koi le role de la cpts ds le SAS ?',
    'on a signé en mai 2022, on aurait dû toucher combien',
    'taille 3 ?',
    '56 250 €',
    'CPTS',
    '',
    'le start-up grant, c’est quoi',
    'AVENANT 3 PRÉVOIT QUOI',
    'The Lancet a-t-il parlé de nous dans un article ?',
  ])('reads French: « %s »', (text) => {
    expect(detectLang(text)).toBe('fr');
  });

  it.each([
    'What is the size of our CPTS?',
    'how much do we get at signature',
    'When must the access to care mission be deployed?',
    'IS THE CAP STILL IN FORCE?',
    'What is « avenant 2 »?',
    'we signed in May 2022, population 85,000, how much should we have received?',
  ])('reads English: « %s »', (text) => {
    expect(detectLang(text)).toBe('en');
  });

  it('counts no word that both languages share: French when nothing tells', () => {
    expect(['on or on', 'a', 'on plus'].map(detectLang)).toEqual(['fr', 'fr', 'fr']);
  });
});
