import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Fraction } from '#corpus/law/euros.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { Mission } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { ChiffreConnu, FindThemes } from './chiffre.ts';

/**
 * What the rules count (missions of each kind, members that a ceiling supposes) and the shares that they pay ahead.
 * @legal ACI CPTS of 20 June 2019 and avenant 2
 */
export function listConnusComptes(
  parametres: Parametres,
  findThemes: FindThemes,
  asOf: CalendarDate,
): readonly ChiffreConnu[] {
  const { missions } = parametres.missions;
  return [
    ...listNombres(missions, 'missions-socles', ({ genre }) => genre === 'socle', asOf),
    ...listNombres(missions, 'missions-complementaires', ({ genre }) => genre === 'complementaire', asOf),
    ...listNombres(missions, 'missions', () => true, asOf),
    ...listMembres(parametres, findThemes, asOf),
    ...listParts(parametres, findThemes, asOf),
  ];
}

/** How many missions of a kind there were from each day on which one was added. */
function listNombres(
  all: readonly Mission[],
  compte: 'missions-socles' | 'missions-complementaires' | 'missions',
  isCounted: (mission: Mission) => boolean,
  asOf: CalendarDate,
): readonly ChiffreConnu[] {
  const counted = all.filter(isCounted);
  const days = [...new Set(counted.map(({ depuis }) => depuis))].sort();
  return days.map((day, index): ChiffreConnu => {
    const next = days[index + 1] ?? null;
    const isOver = next !== null && next <= asOf;
    const valeur = counted.filter(({ depuis }) => depuis <= day).length;
    const added = counted.filter(({ depuis }) => depuis === day);
    return {
      unite: 'nombre',
      valeur,
      montre: { kind: 'nombre', valeur },
      sujet: compte,
      regle: compte,
      compte,
      missions: [],
      themes: [compte === 'missions-complementaires' ? 'mission-complementaire' : 'mission-socle', 'mission'],
      requis: [],
      statut: isOver ? 'expire' : 'en-vigueur',
      confiance: added[0]?.confiance ?? 'S',
      fin: isOver ? next : null,
      aVenir: day > asOf,
      label: COMPTES[compte](),
      references: listDistinct(added.map(({ reference }) => reference)),
    };
  });
}

const COMPTES = {
  'missions-socles': () => toMessage('connu-nombre-socles'),
  'missions-complementaires': () => toMessage('connu-nombre-complementaires'),
  missions: () => toMessage('connu-nombre-missions'),
} as const;

function listMembres({ plafonds }: Parametres, findThemes: FindThemes, asOf: CalendarDate): readonly ChiffreConnu[] {
  return plafonds.valeurs.flatMap(({ valeur, depuis, statut, confiance, reference }, index) =>
    Object.entries(valeur.conditions ?? {}).flatMap(([taille, { plusDeMembres }]): ChiffreConnu[] => {
      if (plusDeMembres === undefined) return [];
      const next = plafonds.valeurs[index + 1]?.depuis ?? null;
      const isOver = next !== null && next <= asOf;
      return [
        {
          unite: 'membres',
          valeur: plusDeMembres,
          montre: { kind: 'nombre', valeur: plusDeMembres, unite: 'membres' },
          sujet: 'plafond-membres',
          regle: 'plafond-membres',
          taille,
          missions: [],
          themes: findThemes(reference),
          requis: ['plafond', 'supplement-membres', 'toutes-missions', 'financement'],
          statut: isOver ? 'expire' : statut,
          confiance,
          fin: isOver ? next : null,
          aVenir: depuis > asOf,
          label: toMessage('connu-membres-plafond'),
          references: [reference],
        },
      ];
    }),
  );
}

function listParts({ partage }: Parametres, findThemes: FindThemes, asOf: CalendarDate): readonly ChiffreConnu[] {
  return partage.valeurs.flatMap(({ valeur, depuis, statut, confiance, reference }, index) => {
    const next = partage.valeurs[index + 1]?.depuis ?? null;
    const isOver = next !== null && next <= asOf;
    function toPart(
      sujet: string,
      fraction: Fraction,
      code: keyof typeof PARTS,
      requis: string[],
      jalon?: ChiffreConnu['jalon'],
    ): ChiffreConnu {
      return {
        unite: 'pourcent',
        valeur: fraction.num / fraction.den,
        montre: { kind: 'pourcent', fraction },
        sujet,
        regle: sujet,
        compte: 'part',
        jalon,
        missions: [],
        themes: [...requis, ...findThemes(reference)],
        requis,
        statut: isOver ? 'expire' : statut,
        confiance,
        fin: isOver ? next : null,
        aVenir: depuis > asOf,
        label: PARTS[code](),
        references: [reference],
      };
    }
    const { avanceFonctionnement, avanceVoletFixe, signature } = valeur;
    return [
      toPart('part-avance', avanceFonctionnement, 'fonctionnement', ['avance'], 'anniversaire'),
      toPart('part-avance-mission', avanceVoletFixe, 'mission', ['volet-fixe']),
      toPart('part-solde', toRest(avanceFonctionnement), 'solde', ['solde']),
      toPart('part-signature', signature, 'signature', ['amorcage'], 'signature'),
    ];
  });
}

const PARTS = {
  fonctionnement: () => toMessage('connu-part-avance'),
  mission: () => toMessage('connu-part-avance-mission'),
  solde: () => toMessage('connu-part-solde'),
  signature: () => toMessage('connu-part-signature'),
} as const;

function toRest({ num, den }: Fraction): Fraction {
  return { num: den - num, den };
}

function listDistinct(references: readonly Reference[]): readonly Reference[] {
  return references.filter(({ texte }, index) => references.findIndex((other) => other.texte === texte) === index);
}
