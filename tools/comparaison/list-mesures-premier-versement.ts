import { addDays, type CalendarDate } from '#corpus/law/calendar-date.ts';
import { addCentimes } from '#corpus/law/euros.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import { findValueAt, type Regle } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Financement } from '../financement/financement.ts';
import type { Mesure, TexteCompare } from './comparaison.ts';
import { NUL, toMesure, toMesureSansRegle, toMontant } from './mesure.ts';

/** A contract year under one reading, with the day whose law it follows. */
export type AnneeLue = {
  readonly value: Financement;
  readonly notComputed: readonly Message[];
  readonly jour: CalendarDate;
  readonly texte: TexteCompare | null;
  readonly parametres: Parametres;
};

/**
 * What a contract of that day receives at its signature: the exceptional top-up, then all of it.
 * @returns for a later year, a top-up of zero alone; the top-up is null when no text read settles the right to it, and so is the whole
 * @legal ACI CPTS art. 9.1 (whole grant at signature); avenant 2 (top-up, window of signatures)
 */
export function listMesuresPremierVersement(annee: AnneeLue): readonly Mesure[] {
  const { value, jour, parametres } = annee;
  const fonctionnement = findValueAt(parametres.fonctionnement.valeurs, jour);
  const base = value.lignes.find(({ nature }) => nature === 'fonctionnement');
  if (!fonctionnement) return [];
  // A top-up is paid with the first year, and it is known that a later one has none.
  if (value.annee !== 1)
    return [toMesureSansRegle(toHead(value), NUL, toMessage('comparaison-complement-premiere-annee'))];
  const taille = value.taille;
  const complement = toComplement(annee);
  const known = complement.valeur?.kind === 'montant' ? complement.valeur : undefined;
  const total = base && known ? toMontant(addCentimes(base.montant, known.centimes)) : null;
  const head = { code: 'premier-versement', label: toMessage('mesure-premier-versement'), taille };
  const both = known && known.centimes > 0 ? complement : undefined;
  const versement = toMesure(
    head,
    total,
    fonctionnement,
    total === null || (known && known.centimes > 0) ? complement.note : null,
  );
  return [
    complement,
    {
      ...versement,
      statut: both?.statut === 'expire' ? both.statut : versement.statut,
      references: [...versement.references, ...(both?.references ?? [])],
      // It changes when the top-up does.
      regle: complement.regle && complement.regle.depuis <= jour ? complement.regle : versement.regle,
      hypotheses: [...versement.hypotheses, ...(both?.hypotheses ?? [])],
    },
  ];
}

function toComplement({ value, notComputed, jour, texte, parametres }: AnneeLue): Mesure {
  const { signature, ...provenance } = parametres.complement;
  const head = toHead(value);
  const regle: Regle = { ...provenance, depuis: signature.du };
  const ligne = value.lignes.find(({ nature }) => nature === 'complement-exceptionnel');
  const fenetre = toMessage('comparaison-complement-fenetre', {
    limite: { kind: 'date', date: addDays(signature.jusquau, 1) },
  });
  // Its standing is the one that the funding calculator gives it on the day asked.
  if (ligne) return { ...toMesure(head, toMontant(ligne.montant), regle, fenetre), statut: ligne.statut };
  const avant = texte?.kind === 'texte' && jour < signature.du;
  if (!avant && notComputed.some(({ code }) => code === 'complement-indetermine')) {
    const unsettled = { ...regle, depuis: signature.indetermineDu, hypothese: undefined };
    return toMesure(head, null, unsettled, toMessage('comparaison-complement'));
  }
  const limite = addDays(signature.jusquau, 1);
  const isOver = jour >= limite;
  const note = isOver
    ? toMessage('comparaison-complement-termine', { limite: { kind: 'date', date: limite } })
    : toMessage('comparaison-complement-plus-tard');
  const decided = signature.joursIndecis.reduce((last, day) => (day >= last ? addDays(day, 1) : last), limite);
  const ended = jour < decided ? limite : decided;
  const over = toMesure(head, NUL, { ...regle, depuis: isOver ? ended : signature.indetermineDu }, note);
  return { ...over, statut: null, hypotheses: [] };
}

function toHead({ taille }: Financement): Pick<Mesure, 'code' | 'label' | 'taille'> {
  return { code: 'complement-exceptionnel', label: toMessage('mesure-complement'), taille };
}
