import { addDays, type CalendarDate } from '#corpus/law/calendar-date.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Statut } from '#corpus/law/statut.ts';
import { NORMES, type TexteMetadata } from '#corpus/law/texte.ts';
import type { Archives, Evenement, NatureEvenement } from './evenement.ts';
import { listChangements } from './list-mesures-du-jour.ts';

/** Documents that make or prepare the law; the press tells of it, and is no event of it. */
const DU_DROIT: readonly TexteMetadata['nature'][] = [...NORMES, 'proposition', 'rapport'];

/**
 * Days of every text: signature, publication, entry into force with what it changes, end; its date when nothing more
 * precise was read. A rule that begins on another day than its text is an event of its own.
 * @legal days of corpus/textes; values of corpus/parametres
 */
export function listEvenementsTextes({ textes, parametres }: Archives, asOf: CalendarDate): readonly Evenement[] {
  const jours = new Set(listJours(parametres));
  const events = textes
    .filter(({ nature }) => DU_DROIT.includes(nature))
    .flatMap((texte) => listOne(texte, jours, parametres, asOf));
  const told = new Set(events.filter(({ nature }) => nature === 'entree-en-vigueur').map(({ date }) => date));
  const others = [...jours].filter((jour) => !told.has(jour)).flatMap((jour) => listRegle(jour, parametres));
  return [...events, ...others];
}

function listOne(
  texte: TexteMetadata,
  jours: ReadonlySet<string>,
  parametres: Parametres,
  asOf: CalendarDate,
): readonly Evenement[] {
  const { id, refs, signeLe, publieLe, enVigueurDu, enVigueurJusquau, date } = texte;
  function build(natureEvenement: NatureEvenement, day: string, label: string, changements: Evenement['changements']) {
    const references: readonly Reference[] = [{ texte: id, refs }];
    const message = toMessage(label, { texte: { kind: 'texte', id } });
    const statut = toStatut(texte, asOf);
    return { date: day, nature: natureEvenement, texte: id, label: message, statut, references, changements } as const;
  }
  const changements = enVigueurDu && jours.has(enVigueurDu) ? listChangements(parametres, enVigueurDu) : [];
  const events = [
    ...(signeLe ? [build('signature', signeLe, 'evenement-signature', [])] : []),
    ...(publieLe ? [build('publication', publieLe, 'evenement-publication', [])] : []),
    ...(enVigueurDu ? [build('entree-en-vigueur', enVigueurDu, 'evenement-entree-en-vigueur', changements)] : []),
    ...(enVigueurJusquau ? [build('expiration', enVigueurJusquau, 'evenement-expiration', [])] : []),
  ];
  // The date of a decree is that of its signature, whatever the day of its publication.
  const isDated = signeLe === undefined && (events.length === 0 || date.length === 'AAAA-MM-JJ'.length);
  return isDated ? [build('texte', date, 'evenement-texte', []), ...events] : events;
}

/** Standing of a text on the day asked; a text whose entry into force was not read is told as a fact. */
function toStatut({ nature, enVigueurDu, enVigueurJusquau: fin }: TexteMetadata, asOf: CalendarDate): Statut {
  if (nature === 'proposition') return 'proposition';
  if (enVigueurDu === undefined || enVigueurDu > asOf) return 'historique';
  return fin !== undefined && fin < asOf ? 'expire' : 'en-vigueur';
}

/** A value that begins on a day of its own. */
function listRegle(jour: CalendarDate, parametres: Parametres): readonly Evenement[] {
  const changements = listChangements(parametres, jour);
  const regle = changements.flatMap(({ a, b }) => [b.regle, a.regle]).find((found) => found !== null);
  if (!regle) return [];
  const references = changements.flatMap(({ a, b }) => [...b.references, ...a.references]).slice(0, 1);
  const isEnd = changements.every(({ b }) => b.valeur === null && b.statut !== 'absent');
  const texte = { texte: { kind: 'texte', id: regle.texte } } as const;
  const label = isEnd ? toMessage('evenement-fin-regle', texte) : toMessage('evenement-regle', texte);
  const nature = isEnd ? 'expiration' : 'regle';
  const statut = isEnd ? 'expire' : 'historique';
  return [{ date: jour, nature, texte: regle.texte, label, statut, references, changements }];
}

/** First day of each value of the law, and the day after the last on which the top-up was granted without doubt. */
function listJours(parametres: Parametres): readonly CalendarDate[] {
  const { tailles, fonctionnement, plafonds, partage, dureeContrat, silenceArs, missions, complement } = parametres;
  const dated = [tailles, fonctionnement, plafonds, partage, dureeContrat, silenceArs].flatMap(({ valeurs }) =>
    valeurs.map(({ depuis }) => depuis),
  );
  const { du, jusquau } = complement.signature;
  return [
    ...dated,
    ...missions.missions.flatMap(({ depuis, nouveauxDelais = [] }) => [
      depuis,
      ...nouveauxDelais.map((one) => one.depuis),
    ]),
    du,
    addDays(jusquau, 1),
  ];
}
