import { type Message, toDonnee, toMessage } from '#corpus/law/message.ts';
import type { MontantsParTaille, Parametre, TailleCode } from '#corpus/law/parametre.ts';
import type { Mesure, Proposition } from './comparaison.ts';
import { listMesuresBornes } from './list-mesures-regles.ts';
import { toMesure, toMontant } from './mesure.ts';

/**
 * What a proposal gave for one size, under the codes of the rules it would have changed.
 * @returns lines whose standing is `proposition`; an amount that no source gives is null
 * @legal never law: proposals of the negotiations, in corpus/parametres
 */
export function listMesuresProposition({ valeurs }: Proposition, taille: TailleCode): readonly Mesure[] {
  return valeurs.flatMap((parametre) => listParametre(parametre, taille));
}

/**
 * What a proposal gave whatever the size: delays of its missions.
 * @legal never law: proposals of the negotiations, in corpus/parametres
 */
export function listMesuresCalendrier({ valeurs }: Proposition): readonly Mesure[] {
  return valeurs.flatMap((parametre) => {
    if (parametre.type !== 'calendrier-propose') return [];
    return parametre.lignes.flatMap(({ mission, demarrageMois, deploiementMois }, index) => {
      const nom = { nom: toDonnee(mission) } as const;
      const delais = [
        { suffix: 'delai-demarrage', label: toMessage('mesure-propose-demarrage', nom), mois: demarrageMois },
        { suffix: 'delai-deploiement', label: toMessage('mesure-propose-deploiement', nom), mois: deploiementMois },
      ];
      return delais.flatMap(({ suffix, label, mois }): Mesure[] => {
        const head = { code: `proposition:mission-${index + 1}:${suffix}`, label };
        return mois === null ? [] : [toMesure(head, { kind: 'duree', valeur: mois, unite: 'mois' }, parametre)];
      });
    });
  });
}

function listParametre(parametre: Parametre, taille: TailleCode): readonly Mesure[] {
  const last = 'valeurs' in parametre ? parametre.valeurs.at(-1) : undefined;
  if (parametre.type === 'tailles' && last) return listMesuresBornes({ tailles: parametre }, taille, last.depuis);
  return parametre.type === 'montants-par-taille' ? listMontant(parametre, taille) : [];
}

function listMontant(parametre: MontantsParTaille, taille: TailleCode): readonly Mesure[] {
  const { id, titre, titreAnglais, regle, unite, valeurs } = parametre;
  const dated = valeurs.at(-1);
  if (!dated) return [];
  const montant = dated.valeur.montants[taille] ?? null;
  const note = toMessage('mesure-titre', { titre: { kind: 'donnee', fr: titre, en: titreAnglais } });
  const valeur = montant === null ? null : toMontant(montant);
  return toLignes(id, regle, unite, note).map(({ code, label }) =>
    toMesure({ code, label, taille }, valeur, dated, valeur === null ? null : note),
  );
}

/** Beginning of the code of an amount by mission, whose official table nobody read. */
export const MONTANT_DE_MISSION = 'proposition:mission:';

/** Line of the rule a proposal would have changed; a grant paid once is also all that is paid at the signature. */
function toLignes(
  id: string,
  regle: string | undefined,
  unite: MontantsParTaille['unite'],
  titre: Message,
): readonly { readonly code: string; readonly label: Message }[] {
  if (regle === 'plafonds') return [{ code: 'plafond', label: toMessage('mesure-plafond') }];
  if (regle === 'montants-missions') return [{ code: `${MONTANT_DE_MISSION}${id}`, label: titre }];
  if (regle !== 'fonctionnement') return [{ code: `proposition:${id}`, label: titre }];
  const fonctionnement = { code: 'fonctionnement', label: toMessage('mesure-fonctionnement') };
  const versement = { code: 'premier-versement', label: toMessage('mesure-premier-versement') };
  return unite === 'EUR' ? [fonctionnement, versement] : [fonctionnement];
}
