import { describe, expect, it } from 'vitest';
import { loadTestAssembly, TODAY } from '#bot/testing/load-test-assembly.ts';
import { createComptoir } from '../comptoir.ts';
import { readTyped } from '../run-commande.ts';
import type { NomCommande } from './commandes-donnees.ts';

const comptoir = createComptoir({ assembly: loadTestAssembly() });

function read(text: string): string {
  const lue = readTyped(text, { ...comptoir, today: TODAY });
  return lue.kind === 'question' ? 'question' : `${lue.kind} ${lue.nom}`;
}

describe('what is written after /cpts', () => {
  it.each([
    ['', 'commande aide'],
    ['   ', 'commande aide'],
    ['financement', 'commande financement'],
    ['Financement 85 000 hab', 'commande financement'],
    ['FUNDING size 3', 'commande financement'],
    ['échéances', 'commande echeances'],
    ['echeances signé le 12/03/2024', 'commande echeances'],
    ['deadlines signed 12 March 2024', 'commande echeances'],
    ['vérifier : 75 000 € en taille 3 ?', 'commande verifier'],
    ['montant 56 250 €', 'commande montant'],
    ['amount €56,250', 'commande montant'],
    ['help', 'commande aide'],
    ['profile', 'commande profil'],
    ['oublier', 'commande oublier'],
    ['financment', 'proche financement'],
    ['fiancement 85 000 hab', 'proche financement'],
    ['echaence', 'proche echeances'],
    ['verifer la taille 2 touche 60 000 €', 'proche verifier'],
    ['financement 12', 'commande financement'],
    ['montant douzaine', 'commande montant'],
    ['digest lundi 9h', 'commande digest'],
    ['aide svp', 'commande aide'],
    ['aid', 'question'],
    ['combien pour le fonctionnement ?', 'question'],
    ['financement du fonctionnement en CPTS', 'question'],
    ['financement taille 3 ?', 'question'],
    ['montant du plafond en taille 1', 'question'],
    ['aide à la lettre d’intention', 'question'],
    ['profil des adhérents', 'question'],
    ['oublier une échéance, est-ce grave', 'question'],
    ['plafond', 'question'],
    ['missions', 'question'],
    ['taille 3', 'question'],
    ['85 000 habitants', 'question'],
  ])('« %s »: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('has an example for each command, which is that command', () => {
    for (const [nom, { noms, exemples }] of Object.entries(comptoir.donnees.commandes)) {
      for (const lang of ['fr', 'en'] as const) {
        const typed = `${noms[lang][0]} ${exemples?.[lang] ?? ''}`;
        expect(read(typed), typed).toBe(`commande ${nom as NomCommande}`);
      }
    }
  });
});
