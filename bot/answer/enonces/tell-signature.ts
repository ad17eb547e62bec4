import { addDays, type CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { Complement } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import {
  type DroitComplement,
  findDroitComplement,
  findLimiteComplement,
} from '#tools/complement/find-droit-complement.ts';
import type { LigneFinancement } from '#tools/financement/financement.ts';
import { listValues } from '#tools/outcome.ts';
import type { Enonce } from '../enonce.ts';
import { type CalculFinancement, toDateArg, toEurosArg, toLigneBacking, toSommeBacking } from './financement-args.ts';
import { toTailleArg } from './tell-taille.ts';
import type { Backing, Teller } from './teller.ts';

/** Runs of days of signature that give the same result; `jour` is undefined when no signature is known. */
type Periode = {
  readonly calcul: CalculFinancement;
  readonly du: CalendarDate | undefined;
  readonly au: CalendarDate | undefined;
};

/** What is paid at signature: the grant, the top-up when it is due, and why not when it is not. */
export function tellSignatures(
  calculs: readonly CalculFinancement[],
  teller: Teller,
  parametres: Parametres,
): readonly Enonce[] {
  const unsized = calculs.some(({ outcome }) => outcome.kind === 'missing-input');
  if (unsized) return tellDroit(teller, parametres);
  const sizes = [...new Set(calculs.map(({ input }) => input.taille ?? input.population))];
  return sizes.flatMap((size) => {
    const own = calculs.filter(({ input }) => (input.taille ?? input.population) === size);
    const periodes = mergePeriodes(own, teller.situation.faits.signature?.to);
    const [first, ...others] = periodes;
    if (!first) return [];
    return others.length === 0
      ? tellSignature(first.calcul, teller, parametres)
      : periodes.flatMap((periode) => tellPeriode(periode, teller));
  });
}

/** Whether a signature opens the right to the top-up, when the size that sets its amount is not known. */
function tellDroit(teller: Teller, { complement }: Parametres): readonly Enonce[] {
  const { faits, concepts } = teller.situation;
  if (!concepts.has('complement-exceptionnel') || !faits.signature) return [];
  const { from, to } = faits.signature;
  const droits = [from, to].map((jour) => findDroitComplement(jour, complement));
  // A period that spans several rules is as undecided as the day that can be read both ways.
  const [droit = 'indecis', other] = droits;
  if (droit === 'du' && other === 'du') {
    const { statut, confiance, reference } = complement;
    const texte = { kind: 'texte', id: reference.texte } as const;
    return [
      teller.tell(
        'enonce-complement-ouvert',
        { texte },
        { tool: 'financement', statut, confiance, references: [reference] },
      ),
    ];
  }
  return [tellSansComplement(droit === other ? droit : 'indecis', complement, teller)];
}

/** Why no top-up is counted, from what the tool says of the day of signature. */
function tellSansComplement(droit: DroitComplement, complement: Complement, teller: Teller): Enonce {
  const { statut, confiance, reference, signature } = complement;
  const backing: Backing = { tool: 'financement', statut, confiance, references: [reference] };
  const absent: Backing = { ...backing, statut: 'absent', confiance: 'M' };
  const limite = toDateArg(findLimiteComplement(complement));
  switch (droit) {
    case 'termine':
      return teller.tell('enonce-complement-termine', { limite }, { ...backing, statut: 'expire' });
    case 'indetermine':
      return teller.tell('enonce-complement-indetermine', { depuis: toDateArg(signature.du) }, absent);
    case 'pas-encore':
      return teller.tell('enonce-complement-pas-encore', { texte: { kind: 'texte', id: reference.texte } }, backing);
    case 'du':
    case 'indecis':
      return teller.tell('enonce-complement-indecis', { limite }, absent);
  }
}

/** Consecutive days that give the same result are told together. */
function mergePeriodes(calculs: readonly CalculFinancement[], end: CalendarDate | undefined): readonly Periode[] {
  const periodes: Periode[] = [];
  for (const [index, calcul] of calculs.entries()) {
    const next = calculs[index + 1]?.input.signature;
    const au = next ? addDays(next, -1) : end;
    const last = periodes.at(-1);
    if (last && toKey(last.calcul) === toKey(calcul)) periodes[periodes.length - 1] = { ...last, au };
    else periodes.push({ calcul, du: calcul.input.signature, au });
  }
  return periodes;
}

function toKey({ outcome }: CalculFinancement): string {
  return JSON.stringify([
    outcome.kind,
    listValues(outcome).map(({ lignes }) => lignes.map(({ montant, nature }) => [nature, montant])),
  ]);
}

function tellPeriode({ calcul, du, au }: Periode, teller: Teller): readonly Enonce[] {
  const [value] = listValues(calcul.outcome);
  if (!value || !du || !au) return [];
  const backing = toLigneBacking(value.lignes[0]);
  const days =
    du === au
      ? teller.phrase('lecture-signature-jour', { jour: toDateArg(du) }, backing)
      : teller.phrase('lecture-signature', { du: toDateArg(du), au: toDateArg(au) }, backing);
  return tellReadings(calcul, [days], teller);
}

/** One line a reading: the size, what tells it from the others, and the total at signature. */
function tellReadings(
  { outcome }: CalculFinancement,
  prefix: readonly LicensedText[],
  teller: Teller,
): readonly Enonce[] {
  const readings =
    outcome.kind === 'ambiguous' ? outcome.readings : listValues(outcome).map((value) => ({ hypothese: [], value }));
  return readings.map(({ hypothese, value }) => {
    const backing = toSommeBacking(value.lignes);
    const named = hypothese.some(({ code }) => code === 'lecture-taille');
    const size = named ? [] : [teller.phrase('lecture-taille', { taille: toTailleArg(value.taille) }, backing)];
    const details = hypothese.map(({ code, args }) => teller.phrase(code, args, backing));
    const lecture = joinLicensed([...size, ...prefix, ...details], ', ');
    return teller.tell('enonce-lecture-signature', { lecture, total: toEurosArg(value.total) }, backing);
  });
}

function tellSignature(calcul: CalculFinancement, teller: Teller, parametres: Parametres): readonly Enonce[] {
  const { outcome } = calcul;
  if (outcome.kind === 'ambiguous') return tellReadings(calcul, [], teller);
  if (outcome.kind !== 'computed') return [];
  const { lignes, taille, total } = outcome.value;
  const grant = lignes.find(({ nature }) => nature === 'fonctionnement');
  const complement = lignes.find(({ nature }) => nature === 'complement-exceptionnel');
  if (!grant) return [];
  const args = { taille: toTailleArg(taille), montant: toEurosArg(grant.montant) };
  return [
    teller.tell('enonce-signature', args, toLigneBacking(grant)),
    tellComplement(calcul, complement, total, teller, parametres),
  ];
}

function tellComplement(
  { input }: CalculFinancement,
  ligne: LigneFinancement | undefined,
  total: Centimes,
  teller: Teller,
  { complement }: Parametres,
): Enonce {
  if (!ligne) {
    const jour = input.signature ?? teller.situation.asOf;
    return tellSansComplement(findDroitComplement(jour, complement), complement, teller);
  }
  const texte = { kind: 'texte', id: complement.reference.texte } as const;
  const args = { complement: toEurosArg(ligne.montant), total: toEurosArg(total), texte };
  return teller.tell('enonce-signature-total', args, toLigneBacking(ligne));
}
