import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { addCentimes, type Centimes, type Fraction } from '#corpus/law/euros.ts';
import { joinLicensed } from '#corpus/law/licensed-text.ts';
import type { MessageArg } from '#corpus/law/message.ts';
import { findValueAt } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Financement, LigneFinancement } from '#tools/financement/financement.ts';
import type { Calcul } from '../calcul.ts';
import type { Enonce } from '../enonce.ts';
import { toTailleArg } from './tell-taille.ts';
import type { Backing, Teller } from './teller.ts';

type CalculFinancement = Extract<Calcul, { tool: 'financement' }>;

/** Énoncés of a funding outcome: what its intention wants said, for every reading. */
export function tellFinancement(
  calculs: readonly CalculFinancement[],
  teller: Teller,
  parametres: Parametres,
): readonly Enonce[] {
  const aspects = calculs[0]?.intention.aspects ?? [];
  if (aspects.includes('signature')) return tellSignatures(calculs, teller, parametres);
  const values = calculs.flatMap(({ outcome }) => listValues(outcome));
  if (aspects.includes('mission')) return calculs.flatMap((calcul) => tellMissions(calcul, teller, parametres));
  const withRank = calculs[0]?.input.annee === 1;
  if (withRank) return tellSignatures(calculs, teller, parametres);
  return values.flatMap((value) =>
    tellFonctionnement(value, { several: values.length > 1, aspects }, teller, parametres),
  );
}

function listValues(outcome: CalculFinancement['outcome']): readonly Financement[] {
  if (outcome.kind === 'computed') return [outcome.value];
  return outcome.kind === 'ambiguous' ? outcome.readings.map(({ value }) => value) : [];
}

function tellFonctionnement(
  value: Financement,
  { several, aspects }: { readonly several: boolean; readonly aspects: readonly string[] },
  teller: Teller,
  parametres: Parametres,
): readonly Enonce[] {
  const ligne = value.lignes.find(({ nature }) => nature === 'fonctionnement');
  if (!ligne) return [];
  const backing = toBacking(ligne);
  const args = {
    taille: toTailleArg(value.taille),
    montant: toEurosArg(ligne.montant),
    asOf: toDate(teller.situation.asOf),
  };
  const main = teller.tell(several ? 'enonce-fonctionnement-lecture' : 'enonce-fonctionnement', args, backing);
  const [avance, solde] = value.versements;
  const partage = findValueAt(parametres.partage.valeurs, teller.situation.asOf);
  if (!avance || !solde || !partage || !aspects.includes('avance')) return [main];
  const part = toPart(partage.valeur.avanceFonctionnement);
  const split = { ...args, part, avance: toEurosArg(avance.montant), solde: toEurosArg(solde.montant) };
  return [
    main,
    teller.tell(several ? 'enonce-fonctionnement-avance-taille' : 'enonce-fonctionnement-avance', split, backing),
  ];
}

/** What is paid at signature: the grant, the top-up when it is due, and why not when it is not. */
function tellSignatures(
  calculs: readonly CalculFinancement[],
  teller: Teller,
  parametres: Parametres,
): readonly Enonce[] {
  const distinct = calculs.filter(
    (calcul, index) => calculs.findIndex((other) => toKey(other) === toKey(calcul)) === index,
  );
  return distinct.flatMap((calcul) => tellSignature(calcul, distinct.length > 1, teller, parametres));
}

function toKey({ outcome, input }: CalculFinancement): string {
  return JSON.stringify([
    input.taille,
    outcome.kind,
    listValues(outcome).map(({ lignes }) => lignes.map(({ montant, nature }) => [nature, montant])),
  ]);
}

function tellSignature(
  calcul: CalculFinancement,
  several: boolean,
  teller: Teller,
  parametres: Parametres,
): readonly Enonce[] {
  const { outcome, input } = calcul;
  const enonces: Enonce[] = [];
  if (outcome.kind === 'ambiguous') {
    for (const { hypothese, value } of outcome.readings) {
      const backing = toBacking(value.lignes[0]);
      const lecture = joinLicensed(
        hypothese.map(({ code, args }) => teller.phrase(code, args, backing)),
        ', ',
      );
      enonces.push(teller.tell('enonce-lecture-total', { lecture, total: toEurosArg(value.total) }, backing));
    }
    return enonces;
  }
  if (outcome.kind !== 'computed') return [];
  const { lignes, taille, total } = outcome.value;
  const grant = lignes.find(({ nature }) => nature === 'fonctionnement');
  const complement = lignes.find(({ nature }) => nature === 'complement-exceptionnel');
  if (!grant) return [];
  if (several && input.signature) {
    const backing = toBacking(grant);
    const lecture = teller.phrase('lecture-signature', { jour: toDate(input.signature) }, backing);
    return [teller.tell('enonce-lecture-total', { lecture, total: toEurosArg(total) }, backing)];
  }
  const args = { taille: toTailleArg(taille), montant: toEurosArg(grant.montant) };
  enonces.push(teller.tell('enonce-signature', args, toBacking(grant)));
  return [...enonces, tellComplement(calcul, complement, total, teller, parametres)];
}

function tellComplement(
  { input }: CalculFinancement,
  ligne: LigneFinancement | undefined,
  total: Centimes,
  teller: Teller,
  { complement }: Parametres,
): Enonce {
  const { du, jusquau, joursIndecis, indetermineDu } = complement.signature;
  const texte = { kind: 'texte', id: complement.reference.texte } as const;
  const backing: Backing = {
    tool: 'financement',
    statut: complement.statut,
    confiance: complement.confiance,
    references: [complement.reference],
  };
  if (ligne) {
    const args = { complement: toEurosArg(ligne.montant), total: toEurosArg(total), texte };
    return teller.tell('enonce-signature-total', args, backing);
  }
  const jour = input.signature ?? teller.situation.asOf;
  if (jour > jusquau) {
    return teller.tell(
      'enonce-complement-termine',
      { limite: toDate(joursIndecis[0] ?? jusquau) },
      { ...backing, statut: 'expire' },
    );
  }
  if (jour >= indetermineDu)
    return teller.tell(
      'enonce-complement-indetermine',
      { depuis: toDate(du) },
      { ...backing, statut: 'absent', confiance: 'M' },
    );
  return teller.tell('enonce-complement-pas-encore', { texte }, backing);
}

function tellMissions(
  { outcome, input }: CalculFinancement,
  teller: Teller,
  parametres: Parametres,
): readonly Enonce[] {
  return listValues(outcome).flatMap((value) =>
    input.missions.flatMap(({ code, fixe }) => {
      const mission = { kind: 'mission', code } as const;
      const taille = toTailleArg(value.taille);
      const asOf = toDate(teller.situation.asOf);
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
          teller.tell(
            'enonce-mission-absente',
            { mission, taille, ou: { kind: 'donnee', fr: ou, en: ou } },
            { ...absent, references },
          ),
        ];
      }
      const backing = toBacking(fixed);
      const texte = { kind: 'texte', id: fixed.references[0]?.texte ?? '' } as const;
      const args = { mission, taille, texte, montant: toEurosArg(fixed.montant) };
      const told = [
        teller.tell(fixe === undefined ? 'enonce-mission-fixe' : 'enonce-mission-fixe-saisi', args, backing),
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
        teller.tell('enonce-mission-variable', { montant: toEurosArg(full), total }, toBacking(variable)),
      ];
    }),
  );
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

function toBacking(ligne: LigneFinancement | undefined): Backing {
  const { statut = null, confiance = null, references = [] } = ligne ?? {};
  return { tool: 'financement', statut, confiance, references };
}

function toEurosArg(centimes: Centimes): MessageArg {
  return { kind: 'euros', centimes };
}

function toPart(fraction: Fraction): MessageArg {
  return { kind: 'pourcent', fraction };
}

function toDate(date: CalendarDate): MessageArg {
  return { kind: 'date', date };
}
