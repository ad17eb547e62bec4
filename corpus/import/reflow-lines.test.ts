import { describe, expect, it } from 'vitest';
import { toBlocsOfText } from './reflow-lines.ts';

function read(text: string): readonly string[] {
  return toBlocsOfText(text).map(({ kind, texte }) => `${kind}: ${texte}`);
}

const LONG =
  'Une phrase longue sert de paragraphe entier, sans retour à la ligne, comme dans un courriel ou une page copiée, et elle finit ici.';

describe('a plain text', () => {
  it('joins lines cut to a width, and the words cut at their ends', () => {
    const text =
      'La coordination demande du temps et des moyens que la commu-\nnauté réunit peu à peu avec ses partenaires du territoire, et\nqui se voient au bout de quelques mois seulement.\n\nUn autre paragraphe commence après la ligne vide du texte.';
    expect(read(text)).toEqual([
      'paragraphe: La coordination demande du temps et des moyens que la communauté réunit peu à peu avec ses partenaires du territoire, et qui se voient au bout de quelques mois seulement.',
      'paragraphe: Un autre paragraphe commence après la ligne vide du texte.',
    ]);
  });

  it('keeps the hyphen of a word that the text writes with one', () => {
    const text =
      "Un rendez-vous se prend au secrétariat du centre, et le rendez-\nvous manqué se signale aussitôt à l'équipe du centre.";
    expect(read(text)[0]).toContain('le rendez-vous manqué');
  });

  it('takes each line for a paragraph where lines are long', () => {
    expect(read(`${LONG}\n${LONG}`)).toEqual([`paragraphe: ${LONG}`, `paragraphe: ${LONG}`]);
  });

  it('tells titles, articles and lists', () => {
    const text = `Les moyens\n\n${LONG}\n\nArticle 4 : Suivi\n${LONG}\n\n- le premier point\n- le second point\n\n1. Un rang\n`;
    expect(read(text)).toEqual([
      'titre: Les moyens',
      `paragraphe: ${LONG}`,
      'titre: Article 4 : Suivi',
      `paragraphe: ${LONG}`,
      'element: - le premier point',
      'element: - le second point',
      'element: 1. Un rang',
    ]);
  });

  it('drops what hides letters or turns the reading round', () => {
    expect(read('Le mon\u00adtant est \u202esecret\u202c et \u200bclair pour tous les membres.')).toEqual([
      'paragraphe: Le montant est secret et clair pour tous les membres.',
    ]);
  });
});
