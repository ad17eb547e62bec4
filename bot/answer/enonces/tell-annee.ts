import { joinLicensed } from '#corpus/law/licensed-text.ts';
import type { Financement } from '#tools/financement/financement.ts';
import { listValues } from '#tools/outcome.ts';
import type { Enonce } from '../enonce.ts';
import { toFinancementLabel } from '../to-financement-label.ts';
import { type CalculFinancement, toEurosArg, toLigneBacking } from './financement-args.ts';
import { toTailleArg } from './tell-taille.ts';
import type { Backing, Teller } from './teller.ts';

/** Énoncés of a contract year; runs for several days of signature that give the same money are told once. */
export function tellAnnees(calculs: readonly CalculFinancement[], teller: Teller): readonly Enonce[] {
  const different = new Map(calculs.map((calcul) => [toKey(calcul), calcul]));
  return [...different.values()].flatMap((calcul) => tellAnnee(calcul, teller));
}

function toKey({ outcome }: CalculFinancement): string {
  return JSON.stringify([
    outcome.kind,
    listValues(outcome).map(({ annee, taille, lignes }) => [annee, taille, lignes]),
  ]);
}

/** Each line, the total, and the estimate when local amounts are counted. */
function tellAnnee({ outcome }: CalculFinancement, teller: Teller): readonly Enonce[] {
  if (outcome.kind === 'ambiguous') {
    return outcome.readings.flatMap(({ hypothese, value }) => {
      if (value.annee === null) return [];
      const backing = toLigneBacking(value.lignes[0]);
      const words = hypothese.map(({ code, args }) => teller.phrase(code, args, backing));
      const lecture =
        words.length > 0
          ? joinLicensed(words, ', ')
          : teller.phrase('lecture-taille', { taille: toTailleArg(value.taille) }, backing);
      return teller.tell('enonce-lecture-annee', { lecture, ...toTotal(value, value.annee) }, backing);
    });
  }
  return listValues(outcome).flatMap((value) => (value.annee === null ? [] : tellLignes(value, value.annee, teller)));
}

function tellLignes(value: Financement, annee: number, teller: Teller): readonly Enonce[] {
  // A variable part without its rate counts for nothing and is told among the gaps.
  const counted = value.lignes.filter(({ montant }) => montant > 0);
  const lines = counted.map((ligne) => {
    const backing = toLigneBacking(ligne);
    const { code, args } = toFinancementLabel(ligne, value);
    const label = teller.phrase(code, args, backing);
    return teller.tell('enonce-ligne-annee', { label, montant: toEurosArg(ligne.montant) }, backing);
  });
  const backing: Backing = toLigneBacking(value.lignes[0]);
  const total = teller.tell('enonce-total-annee', toTotal(value, annee), backing);
  if (value.estimation === null || value.estimation === value.total) return [...lines, total];
  const local = toLigneBacking(value.lignes.find(({ statut }) => statut === 'releve-local'));
  const estimation = teller.tell('enonce-estimation-annee', { estimation: toEurosArg(value.estimation) }, local);
  return [...lines, total, estimation];
}

function toTotal({ total }: Financement, annee: number) {
  return { annee: { kind: 'nombre', valeur: annee, unite: 'annee-contrat' }, total: toEurosArg(total) } as const;
}
