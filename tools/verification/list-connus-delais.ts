import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Delais } from '#corpus/law/delais.ts';
import { type MessageArg, toDonnee, toMessage } from '#corpus/law/message.ts';
import type { Duree, MissionCode, Parametre } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { ChiffreConnu, FindThemes } from './chiffre.ts';

type Calendrier = Extract<Parametre, { type: 'calendrier-propose' }>;

/** Months of a year, to compare « deux ans » with « vingt-quatre mois ». */
const MOIS_PAR_AN = 12;

/**
 * Delays of the missions, length of the contract and silence of the agency, in months; with the calendars proposed.
 * @legal ACI CPTS of 20 June 2019, avenant 2, and the drafts before them
 */
export function listConnusDelais(
  { missions, dureeContrat, silenceArs, autres }: Parametres,
  findThemes: FindThemes,
  asOf: CalendarDate,
): readonly ChiffreConnu[] {
  const proposals = autres.filter((parametre) => parametre.type === 'calendrier-propose');
  return [
    ...missions.missions.flatMap((mission) =>
      [mission, ...(mission.nouveauxDelais ?? [])].flatMap((delais) =>
        listDelais(mission.code, delais, findThemes, asOf),
      ),
    ),
    ...proposals.flatMap((calendrier) => listProposes(calendrier, findThemes)),
    ...listDuree(dureeContrat, 'connu-duree-contrat', findThemes, asOf),
    ...listDuree(silenceArs, 'connu-silence-ars', findThemes, asOf),
  ];
}

function listDelais(
  code: MissionCode,
  delais: Delais,
  findThemes: FindThemes,
  asOf: CalendarDate,
): readonly ChiffreConnu[] {
  const { delaiDemarrageMois, delaiDeploiementMois, reference, statut, confiance, depuis } = delais;
  const steps = [
    { etape: 'demarrage', mois: delaiDemarrageMois, code: 'connu-delai-demarrage' },
    { etape: 'deploiement', mois: delaiDeploiementMois, code: 'connu-delai-deploiement' },
  ] as const;
  return steps.flatMap(({ etape, mois, code: phrase }): ChiffreConnu[] => {
    if (mois === null) return [];
    return [
      {
        unite: 'mois',
        valeur: mois,
        montre: toMois(mois),
        sujet: 'delais',
        regle: 'delais',
        etape,
        missions: [code],
        themes: findThemes(reference),
        requis: ['demarrage', 'deploiement', 'delai'],
        statut,
        confiance,
        fin: null,
        aVenir: depuis > asOf,
        label: toMessage(phrase, { mission: { kind: 'mission', code } }),
        references: [reference],
      },
    ];
  });
}

function listProposes(calendrier: Calendrier, findThemes: FindThemes): readonly ChiffreConnu[] {
  const { reference, statut, confiance, titre, titreAnglais, lignes } = calendrier;
  return lignes.flatMap(({ mission, demarrageMois, deploiementMois }, index) => {
    const steps = [
      { etape: 'demarrage', mois: demarrageMois },
      { etape: 'deploiement', mois: deploiementMois },
    ] as const;
    return steps.flatMap(({ etape, mois }): ChiffreConnu[] => {
      if (mois === null) return [];
      const args = {
        titre: { kind: 'donnee', fr: titre, en: titreAnglais },
        mission: toDonnee(mission),
      } as const;
      return [
        {
          unite: 'mois',
          valeur: mois,
          montre: toMois(mois),
          sujet: calendrier.id,
          regle: 'delais',
          etape,
          rang: index + 1,
          missions: [],
          themes: findThemes(reference),
          requis: ['demarrage', 'deploiement', 'delai'],
          statut,
          confiance,
          fin: null,
          aVenir: false,
          label: toMessage('connu-calendrier-propose', args),
          references: [reference],
        },
      ];
    });
  });
}

function listDuree(
  duree: Duree,
  code: 'connu-duree-contrat' | 'connu-silence-ars',
  findThemes: FindThemes,
  asOf: CalendarDate,
): readonly ChiffreConnu[] {
  return duree.valeurs.map(({ valeur, depuis, statut, confiance, reference }, index): ChiffreConnu => {
    const next = duree.valeurs[index + 1]?.depuis ?? null;
    const isOver = next !== null && next <= asOf;
    return {
      unite: 'mois',
      valeur: duree.unite === 'ans' ? valeur * MOIS_PAR_AN : valeur,
      montre: { kind: 'duree', valeur, unite: duree.unite },
      sujet: duree.id,
      regle: duree.id,
      missions: [],
      themes: findThemes(reference),
      requis:
        duree.id === 'silence-ars' ? ['silence-ars', 'projet-de-sante'] : ['contrat', 'duree', 'renouvellement', 'aci'],
      statut: isOver ? 'expire' : statut,
      confiance,
      fin: isOver ? next : null,
      aVenir: depuis > asOf,
      label: code === 'connu-duree-contrat' ? toMessage('connu-duree-contrat') : toMessage('connu-silence-ars'),
      references: [reference],
    };
  });
}

function toMois(valeur: number): MessageArg {
  return { kind: 'duree', valeur, unite: 'mois' };
}
