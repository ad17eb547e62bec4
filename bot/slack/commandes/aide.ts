import type { Rubrique } from '#bot/render/render-text.ts';
import { toDonnee } from '#corpus/law/message.ts';
import type { Delivery } from '../render/render-delivery.ts';
import type { NomCommande } from './lecture/commandes-donnees.ts';
import type { Atelier } from './recue.ts';
import { renderMessages, toParts } from './render-messages.ts';

/** `/cpts aide`: what can be asked, each command with an example that works. */
export function runAide({ donnees, parole }: Pick<Atelier, 'donnees' | 'parole'>): Delivery {
  const { say, lang } = parole;
  const names = Object.keys(donnees.commandes) as NomCommande[];
  const rubriques = names.map((nom): Rubrique => {
    const { noms, exemples } = donnees.commandes[nom];
    const commande = `/cpts ${noms[lang][0]}`;
    const exemple = exemples && say('commandes-exemple', { exemple: toDonnee(`${commande} ${exemples[lang]}`) });
    return { titre: [commande], lignes: [say(`commandes-aide-${nom}`), ...(exemple ? [exemple] : [])] };
  });
  const question = say('commandes-exemple', { exemple: { kind: 'donnee', ...QUESTION } });
  return renderMessages(
    toParts({
      enonces: [say('commandes-aide-intro')],
      rubriques: [
        { titre: say('commandes-aide-question-titre'), lignes: [say('commandes-aide-question'), question] },
        ...rubriques,
        { titre: say('commandes-aide-raccourci-titre'), lignes: [say('commandes-aide-raccourci')] },
      ],
    }),
    parole,
  );
}

/** A question that the corpus answers. */
const QUESTION = {
  fr: '/cpts Combien touche une CPTS de taille 3 pour son fonctionnement ?',
  en: '/cpts How much is the running costs funding of a size 3 CPTS?',
};
