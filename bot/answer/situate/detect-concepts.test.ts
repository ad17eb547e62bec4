import { describe, expect, it } from 'vitest';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';

const { detectConcepts } = loadTestAssembly().pipeline.comprehension;

describe('detectConcepts', () => {
  it.each([
    // misspelt
    ['le finacement du fonctionnemment', ['financement', 'fonctionnement']],
    ['delais de demarage de la mision prevantion', ['delai', 'demarrage', 'prevention']],
    ['combien on touhce', ['q-combien', 'versement']],
    ['le plafon', ['plafond']],
    ['quel avenent', ['avenant']],
    ['resiliation du contrat', ['resiliation', 'contrat']],
    // typed in haste
    ['slt c koi le role de la cpts ds le SAS ?', ['q-definition', 'cpts', 'sas']],
    ['cb on touche pr la mision parcour', ['q-combien', 'versement', 'parcours']],
    ['kan doit on demarrer', ['q-quand', 'demarrage']],
    ['C.P.T.S.', ['cpts']],
    // longer names
    ['rompre notre contrat', ['resiliation']],
    ['le projet de santé', ['projet-de-sante']],
    ["l'équipe de soins primaires", ['equipes-de-soins']],
    ['le plafond annuel de la sécurité sociale', ['pass']],
    // English
    ['How is the advance paid?', ['avance', 'versement']],
    ['running costs of a size 2 CPTS', ['fonctionnement', 'taille', 'cpts']],
    ['the letter of intent grant', ['lettre-intention', 'financement']],
    ['core missions', ['mission-socle']],
    // a question word says what is wanted, and what it is about
    ['on touche quoi', ['q-combien', 'versement']],
    ['quel financement', ['q-combien', 'financement']],
    ['date limite', ['q-quand', 'delai']],
  ])('reads « %s » as %j', (text, expected) => {
    expect(detectConcepts(text)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['on passe en taille 2', 'pass'],
    ['je passe une annonce', 'pass'],
    ['sous 15 jours', 'financement'],
    ['dessous', 'financement'],
    ['en fonction de la taille', 'fonctionnement'],
    ["en fonction du nombre d'habitants", 'fonctionnement'],
    ['prendre contact', 'contrat'],
    ['le jour J', 'date-de-texte'],
    ['le capital social', 'plafond'],
    ['le cas des petites communes', 'sas'],
    ['un essai', 'equipes-de-soins'],
    ['arsenal', 'ars'],
    ['prendre un rendez-vous', 'soins-non-programmes'],
    ['merci et bonne journée', 'q-combien'],
    ['le projet de santé', 'proposition'],
    ["l'équipe de soins primaires", 'acces-aux-soins'],
    ['le plafond de la sécurité sociale', 'plafond'],
    ['avant de signer', 'avance'],
    ['un membre', 'nombre-de-cpts'],
  ])('does not read « %s » as %s', (text, concept) => {
    expect(detectConcepts(text)).not.toContain(concept);
  });

  it('gives each concept once, in the order of the words', () => {
    expect(detectConcepts('plafond, puis avance, puis plafond')).toEqual(['plafond', 'avance']);
  });

  it.each(['', '???', '😀', '85 000', 'bla bla', 'a'.repeat(4_000)])('finds nothing in « %s »', (text) => {
    expect(detectConcepts(text)).toEqual([]);
  });
});
