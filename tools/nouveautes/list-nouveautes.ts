import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { TexteMetadata } from '#corpus/law/texte.ts';
import { NORMES } from '#corpus/law/texte.ts';
import { listMesuresDuJour } from '../chronologie/list-mesures-du-jour.ts';
import type { Cote, Difference } from '../comparaison/comparaison.ts';
import { compareMesures } from '../comparaison/compare-mesures.ts';
import type { DeuxEtats, EtatConnu, PassageConnu } from './etat-connu.ts';

/** What happened to a text: it was added or changed in the corpus, or one of its days came. */
export type NatureNouveaute =
  | 'ajoute'
  | 'modifie'
  | 'signature'
  | 'publication'
  | 'entree-en-vigueur'
  | 'expiration'
  | 'verifie';

/** A text of which there is something new, and the day of it when there is one. */
export type TexteNouveau = {
  readonly texte: TexteMetadata;
  readonly nature: NatureNouveaute;
  readonly jour: CalendarDate | null;
};

/** A passage that was not there, or said something else. */
export type PassageNouveau = { readonly passage: PassageConnu; readonly nature: 'ajoute' | 'modifie' };

/** Everything new between two days. */
export type Nouveautes = {
  readonly textes: readonly TexteNouveau[];
  readonly passages: readonly PassageNouveau[];
  /** Values of the law that are no longer the same, whatever the community. */
  readonly regles: readonly Difference[];
};

/**
 * What is new in the texts and in the values they make, from what was known before to what is known now.
 * @legal days of corpus/textes, values of corpus/parametres
 */
export function listNouveautes({ avant, apres }: DeuxEtats): Nouveautes {
  const known = new Map(avant.textes.map((texte) => [texte.id, texte]));
  return {
    textes: apres.textes.flatMap((texte) => listOne(texte, known.get(texte.id), avant.jour, apres.jour)),
    passages: listPassages(avant.passages, apres.passages),
    regles: listRegles({ avant, apres }),
  };
}

/** The days of a text that came since; failing one, what was done to it in the corpus. */
function listOne(
  texte: TexteMetadata,
  known: TexteMetadata | undefined,
  from: CalendarDate,
  to: CalendarDate,
): readonly TexteNouveau[] {
  const { signeLe, publieLe, enVigueurDu, enVigueurJusquau, verifieLe, nature } = texte;
  const isNorme = NORMES.includes(nature);
  const days = isNorme
    ? ([
        ['signature', signeLe],
        ['publication', publieLe],
        ['entree-en-vigueur', enVigueurDu],
        ['expiration', enVigueurJusquau],
      ] as const)
    : [];
  const came = days.flatMap(([name, jour]) =>
    jour !== undefined && from < jour && jour <= to ? [{ texte, nature: name, jour }] : [],
  );
  if (came.length > 0) return came;
  if (!known) return [{ texte, nature: 'ajoute', jour: null }];
  if (JSON.stringify({ ...known, verifieLe }) !== JSON.stringify(texte)) {
    return [{ texte, nature: 'modifie', jour: null }];
  }
  const isChecked = known.verifieLe < verifieLe || (from < verifieLe && verifieLe <= to);
  return isChecked ? [{ texte, nature: 'verifie', jour: verifieLe }] : [];
}

function listPassages(before: readonly PassageConnu[], after: readonly PassageConnu[]): readonly PassageNouveau[] {
  const known = new Map(before.map(({ id, empreinte }) => [id, empreinte]));
  return after.flatMap((passage): PassageNouveau[] => {
    const empreinte = known.get(passage.id);
    if (empreinte === passage.empreinte) return [];
    return [{ passage, nature: empreinte === undefined ? 'ajoute' : 'modifie' }];
  });
}

function listRegles({ avant, apres }: DeuxEtats): readonly Difference[] {
  return compareMesures(toLu(avant), toLu(apres)).differences;
}

function toLu({ jour, parametres }: EtatConnu) {
  const cote: Cote = { asOf: jour, texte: null, entree: { missions: [] } };
  return { cote, jour, mesures: listMesuresDuJour(parametres, jour) };
}
