import { addCentimes } from '#corpus/law/euros.ts';
import { toDonnee } from '#corpus/law/message.ts';
import { findValueAt } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { listValues } from '#tools/outcome.ts';
import type { Enonce } from '../enonce.ts';
import { type CalculFinancement, toDateArg, toEurosArg, toLigneBacking } from './financement-args.ts';
import { toTailleArg } from './tell-taille.ts';
import type { Backing, Teller } from './teller.ts';

/** Énoncés of the money of named missions: amounts of the contract, local readings, or the gap and where to look. */
export function tellMissions(
  { outcome, input }: CalculFinancement,
  teller: Teller,
  parametres: Parametres,
): readonly Enonce[] {
  return listValues(outcome).flatMap((value) =>
    input.missions.flatMap(({ code, fixe }) => {
      const mission = { kind: 'mission', code } as const;
      const taille = toTailleArg(value.taille);
      const asOf = toDateArg(teller.situation.asOf);
      const lines = value.lignes.filter((ligne) => ligne.mission === code);
      const fixed = lines.find(({ nature }) => nature === 'fixe');
      const variable = lines.find(({ nature }) => nature === 'variable');
      const known = parametres.missions.missions.find((candidate) => candidate.code === code);
      const absent: Backing = { tool: 'financement', statut: 'absent', confiance: 'M', references: [] };
      if (known && known.depuis > teller.situation.asOf) {
        return [
          teller.tell(
            'enonce-mission-pas-encore',
            { mission, asOf },
            { ...absent, statut: 'historique', references: [known.reference] },
          ),
        ];
      }
      if (!fixed) {
        const ou = parametres.montantsMissions.ouTrouver;
        const [first] = parametres.montantsMissions.valeurs;
        const references = first ? [first.reference] : [];
        return [
          teller.tell('enonce-mission-absente', { mission, taille, ou: toDonnee(ou) }, { ...absent, references }),
        ];
      }
      const backing = toLigneBacking(fixed);
      const texte = { kind: 'texte', id: fixed.references[0]?.texte ?? '' } as const;
      const args = { mission, taille, texte, montant: toEurosArg(fixed.montant) };
      const told = [
        teller.tell(fixe === undefined ? 'enonce-mission-fixe' : 'enonce-mission-fixe-saisi', args, backing),
        ...(fixe === undefined ? tellLaterYears(value.taille, code, backing, teller, parametres) : []),
      ];
      if (!variable)
        return [
          ...told,
          ...(fixe === undefined ? tellWithoutVariable(value.taille, code, backing, teller, parametres) : []),
        ];
      const ceiling = variable.etapes[0]?.args.base;
      const full = ceiling?.kind === 'euros' ? ceiling.centimes : variable.montant;
      const total = toEurosArg(addCentimes(fixed.montant, full));
      return [
        ...told,
        teller.tell('enonce-mission-variable', { montant: toEurosArg(full), total }, toLigneBacking(variable)),
      ];
    }),
  );
}

/** An amount read for the years after the first does not hold for that one. */
function tellLaterYears(
  taille: string,
  code: string,
  backing: Backing,
  teller: Teller,
  { montantsMissions }: Parametres,
): readonly Enonce[] {
  const dated = findValueAt(montantsMissions.valeurs, teller.situation.asOf);
  const later = dated?.valeur[taille]?.[code]?.anneesSuivantesSeulement;
  return later ? [teller.tell('enonce-mission-annees-suivantes', {}, backing)] : [];
}

/** A mission paid by its fixed part alone, with what is added when a crisis is recognised. */
function tellWithoutVariable(
  taille: string,
  code: string,
  backing: Backing,
  teller: Teller,
  { montantsMissions }: Parametres,
) {
  const dated = findValueAt(montantsMissions.valeurs, teller.situation.asOf);
  const crise = dated?.valeur[taille]?.[code]?.siCriseReconnue;
  return [
    teller.tell('enonce-mission-sans-variable', {}, backing),
    ...(crise ? [teller.tell('enonce-mission-crise-reconnue', { montant: toEurosArg(crise) }, backing)] : []),
  ];
}
