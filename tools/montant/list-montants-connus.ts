import { addDays, type CalendarDate, findCalendarDate } from '#corpus/law/calendar-date.ts';
import { addCentimes, type Centimes, roundCentimes, subtractCentimes } from '#corpus/law/euros.ts';
import { type Message, type MessageArg, toDonnee, toMessage } from '#corpus/law/message.ts';
import { findValueAt, type MontantsParTaille, type TailleCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Confiance, Statut } from '#corpus/law/statut.ts';
import { findStatutComplement } from '../complement/find-droit-complement.ts';
import { toNumeroTaille } from '../taille/compute-taille.ts';

/** An amount that means something in the field, with its standing on the day asked. */
export type MontantConnu = {
  readonly centimes: Centimes;
  readonly label: Message;
  readonly statut: Statut;
  readonly confiance: Confiance;
  readonly references: readonly Reference[];
  /** Parameter that makes the rule today, when this amount is not (or no longer) one. */
  readonly regle: string | null;
  readonly taille: TailleCode | null;
  /** What it is an amount of: the id of its parameter, or a name for what follows from several. */
  readonly sujet: string;
  /** First day on which it was no longer the rule; null when it still is, or never was. */
  readonly fin: CalendarDate | null;
  /** First day of what a passage says, when it gives one; a parameter gives only what has begun. */
  readonly depuis?: CalendarDate | undefined;
};

/**
 * Every amount of the parameters and those that follow from them (advance, balance, first payment), read on a day.
 * @returns amounts in euro cents; several entries may share one amount, which is the point
 * @legal each entry carries its own text, statut and references, from corpus/parametres
 */
export function listMontantsConnus(parametres: Parametres, asOf: CalendarDate): readonly MontantConnu[] {
  const autres = parametres.autres.filter((parametre) => parametre.type === 'montants-par-taille');
  return [
    ...[parametres.fonctionnement, parametres.plafonds, ...autres].flatMap((parametre) =>
      listParTaille(parametre, parametres, asOf),
    ),
    ...listDerives(parametres, asOf),
    ...listComplement(parametres, asOf),
    ...listMissions(parametres, asOf),
    ...listPass(parametres, asOf),
  ];
}

function listParTaille(
  parametre: MontantsParTaille,
  parametres: Parametres,
  asOf: CalendarDate,
): readonly MontantConnu[] {
  const known = parametre.valeurs.filter(({ depuis }) => depuis <= asOf);
  return known.flatMap((dated, index): MontantConnu[] => {
    const superseded = index < known.length - 1 && dated.statut === 'en-vigueur';
    const statut = superseded ? 'expire' : dated.statut;
    const regle = statut === 'en-vigueur' ? null : (parametre.regle ?? parametre.id);
    const fin = superseded ? (known[index + 1]?.depuis ?? null) : findFin(dated, regle, parametres);
    const common = {
      statut,
      confiance: dated.confiance,
      references: [dated.reference],
      regle,
      sujet: parametre.id,
      fin,
    };
    const direct = toEntries(dated.valeur.montants).map(([taille, centimes]): MontantConnu => {
      const args = {
        titre: toTitre(parametre),
        taille: toTaille(taille),
        depuis: { kind: 'date', date: dated.depuis },
      } as const;
      const label = superseded ? toMessage('connu-par-taille-depuis', args) : toMessage('connu-par-taille', args);
      return { centimes, taille, label, ...common };
    });
    const variantes = (dated.valeur.variantes ?? []).flatMap((variante) =>
      toEntries(variante.montants).map(([taille, centimes]): MontantConnu => {
        const exact = dated.valeur.montants[taille];
        const args: Record<string, MessageArg> = {
          titre: toTitre(parametre),
          taille: toTaille(taille),
          note: { kind: 'donnee', fr: variante.note, en: variante.note },
          ...(exact ? { exact: { kind: 'euros', centimes: exact } } : {}),
        };
        return {
          centimes,
          taille,
          label: toMessage(exact ? 'connu-variante-exact' : 'connu-variante', args),
          ...common,
          references: [variante.reference],
        };
      }),
    );
    return [...direct, ...variantes];
  });
}

/** For what the law has left behind: the day on which the rule that replaced it began. */
function findFin(
  { statut, depuis }: { readonly statut: Statut; readonly depuis: CalendarDate },
  regle: string | null,
  { plafonds, fonctionnement, montantsMissions }: Parametres,
): CalendarDate | null {
  if (statut !== 'historique' && statut !== 'deduit') return null;
  const rule = [plafonds, fonctionnement, montantsMissions].find(({ id }) => id === regle);
  return rule?.valeurs.find((dated) => dated.depuis > depuis)?.depuis ?? null;
}

/** What the split of payments makes of the functioning: advance, balance. */
function listDerives({ fonctionnement, partage }: Parametres, asOf: CalendarDate): readonly MontantConnu[] {
  const dated = findValueAt(fonctionnement.valeurs, asOf);
  const split = findValueAt(partage.valeurs, asOf);
  if (!dated || !split) return [];
  return toEntries(dated.valeur.montants).flatMap(([taille, montant]): MontantConnu[] => {
    const avance = roundCentimes(montant, split.valeur.avanceFonctionnement);
    const part = { kind: 'pourcent', fraction: split.valeur.avanceFonctionnement } as const;
    const args = { taille: toTaille(taille), montant: { kind: 'euros', centimes: montant }, part } as const;
    const common = {
      statut: dated.statut,
      confiance: dated.confiance,
      references: [split.reference, dated.reference],
      regle: null,
      taille,
      fin: null,
    };
    const solde = subtractCentimes(montant, avance);
    return [
      { centimes: avance, label: toMessage('connu-avance-fonctionnement', args), sujet: 'avance', ...common },
      { centimes: solde, label: toMessage('connu-solde-fonctionnement', args), sujet: 'solde', ...common },
    ];
  });
}

function listComplement({ complement, fonctionnement }: Parametres, asOf: CalendarDate): readonly MontantConnu[] {
  const { signature, montants, confiance, reference } = complement;
  if (asOf < signature.du) return [];
  const statut = findStatutComplement(complement, asOf);
  const dated = findValueAt(fonctionnement.valeurs, signature.du);
  return toEntries(montants).flatMap(([taille, centimes]): MontantConnu[] => {
    const args = { taille: toTaille(taille), montant: { kind: 'euros', centimes } } as const;
    const isOver = statut === 'expire';
    const fin = isOver ? addDays(signature.jusquau, 1) : null;
    const common = { statut, confiance, taille, regle: isOver ? complement.id : null, fin };
    const base = dated?.valeur.montants[taille];
    const first: MontantConnu[] = base
      ? [
          {
            centimes: addCentimes(base, centimes),
            label: toMessage('connu-premier-versement', { ...args, fonctionnement: { kind: 'euros', centimes: base } }),
            references: [reference, ...(dated ? [dated.reference] : [])],
            sujet: 'premier-versement',
            ...common,
          },
        ]
      : [];
    const label = toMessage('connu-complement', args);
    return [{ centimes, label, references: [reference], sujet: complement.id, ...common }, ...first];
  });
}

function listMissions({ montantsMissions }: Parametres, asOf: CalendarDate): readonly MontantConnu[] {
  const dated = findValueAt(montantsMissions.valeurs, asOf);
  if (!dated) return [];
  const { statut, confiance, reference } = dated;
  return Object.entries(dated.valeur).flatMap(([taille, missions]) =>
    Object.entries(missions ?? {}).flatMap(([code, { fixe, variable, siCriseReconnue }]): MontantConnu[] => {
      const args = { mission: { kind: 'mission', code }, taille: toTaille(taille) } as const;
      const common = {
        statut,
        confiance,
        references: [reference],
        regle: null,
        taille,
        sujet: montantsMissions.id,
        fin: null,
      };
      const both = fixe && variable ? addCentimes(fixe, variable) : null;
      return [
        { centimes: fixe, code: 'connu-mission-fixe' },
        { centimes: variable, code: 'connu-mission-variable' },
        { centimes: both, code: 'connu-mission-total' },
        { centimes: siCriseReconnue ?? null, code: 'connu-mission-crise' },
      ].flatMap((entry): MontantConnu[] =>
        entry.centimes ? [{ centimes: entry.centimes, label: toMessage(entry.code, args), ...common }] : [],
      );
    }),
  );
}

function listPass({ pass }: Parametres, asOf: CalendarDate): readonly MontantConnu[] {
  const year = asOf.slice(0, 4);
  const common = { confiance: pass.confiance, references: [pass.reference], taille: null };
  const years = Object.entries(pass.annees)
    .filter(([annee]) => annee <= year)
    .flatMap(([annee, centimes]): MontantConnu[] => {
      const statut: Statut = annee === year ? pass.statut : 'expire';
      const args = { annee: { kind: 'nombre', valeur: Number(annee), unite: 'annee' } } as const;
      const isOver = statut === 'expire';
      const fin = isOver ? (findCalendarDate(Number(annee) + 1, 1, 1) ?? null) : null;
      const held = { statut, regle: isOver ? pass.id : null, fin, ...common };
      const month = roundCentimes(centimes, { num: 1, den: 12 });
      return [
        { centimes, label: toMessage('connu-pass', args), sujet: pass.id, ...held },
        { centimes: month, label: toMessage('connu-pass-mensuel', args), sujet: 'pass-mensuel', ...held },
      ];
    });
  const wrong = (pass.variantes ?? []).map(({ annee, montant, note, refs }): MontantConnu => {
    const exact = pass.annees[annee];
    const args: Record<string, MessageArg> = {
      annee: { kind: 'nombre', valeur: Number(annee), unite: 'annee' },
      note: toDonnee(note),
      ...(exact ? { exact: { kind: 'euros', centimes: exact } } : {}),
    };
    const references = [{ ...pass.reference, refs }];
    return {
      centimes: montant,
      label: toMessage(exact ? 'connu-pass-variante-exact' : 'connu-pass-variante', args),
      statut: 'absent',
      regle: pass.id,
      sujet: pass.id,
      fin: null,
      ...common,
      references,
    };
  });
  return [...years, ...wrong];
}

function toEntries(
  montants: Readonly<Record<TailleCode, Centimes | null>>,
): readonly (readonly [TailleCode, Centimes])[] {
  return Object.entries(montants).flatMap(([taille, centimes]) =>
    centimes === null ? [] : [[taille, centimes] as const],
  );
}

function toTaille(taille: TailleCode): MessageArg {
  return { kind: 'taille', numero: toNumeroTaille(taille) };
}

function toTitre(parametre: { readonly titre: string; readonly titreAnglais: string }): MessageArg {
  return { kind: 'donnee', fr: parametre.titre, en: parametre.titreAnglais };
}
