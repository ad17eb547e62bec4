import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { TexteMetadata } from '#corpus/law/texte.ts';
import { findAvenant } from '../avenant/find-avenant.ts';
import type { InputProblem, Settled } from '../outcome.ts';
import { type Archives, type Bornage, type Chronologie, type Evenement, NATURES } from './evenement.ts';
import { findEtat } from './find-etat.ts';
import { listEvenementsPass } from './list-evenements-pass.ts';
import { listEvenementsPassages } from './list-evenements-passages.ts';
import { listEvenementsPropositions } from './list-evenements-propositions.ts';
import { listEvenementsTextes } from './list-evenements-textes.ts';

/**
 * The story of the texts, oldest first: what was offered, signed, published, what came into force and what it changed,
 * what ended. A period of a single day also says what holds that day.
 * @returns computed, maybe without any event
 * @legal days of corpus/textes, values of corpus/parametres; an avenant whose day nobody read is named apart
 */
export function computeChronologie({ du, au }: Bornage, archives: Archives, asOf: CalendarDate): Settled<Chronologie> {
  const all = [
    ...listEvenementsTextes(archives, asOf),
    ...listEvenementsPropositions(archives),
    ...listEvenementsPassages(archives.passages),
    ...listEvenementsPass(archives.parametres),
  ];
  const evenements = all.filter((evenement) => overlaps(evenement, { du, au })).toSorted(compare);
  const etat = du !== undefined && du === au ? findEtat(du, archives) : null;
  const hypotheses = evenements.flatMap(({ changements }) => changements.flatMap(({ b }) => b.hypotheses));
  return {
    kind: 'computed',
    asOf,
    value: { evenements, etat },
    hypotheses: unique([...hypotheses, ...(etat?.regles ?? []).flatMap((regle) => regle.hypotheses)]),
    notComputed: [...listAvenantsSansDate(archives.textes, asOf), ...listIndecis(evenements, archives.parametres)],
  };
}

/**
 * What is wrong with the days asked: an end before the beginning.
 * @legal none
 */
export function checkBornage({ du, au }: Bornage): readonly InputProblem[] {
  if (du === undefined || au === undefined || du <= au) return [];
  const args = { du: { kind: 'date', date: du }, au: { kind: 'date', date: au } } as const;
  return [{ champ: 'au', message: toMessage('chronologie-a-l-envers', args) }];
}

/** A day known to the month or the year stands for all of it. */
function overlaps({ date }: Evenement, { du, au }: Bornage): boolean {
  const first = `${date}${'-01-01'.slice(date.length - 'AAAA'.length)}`;
  const last = `${date}${'-12-31'.slice(date.length - 'AAAA'.length)}`;
  return (du === undefined || last >= du) && (au === undefined || first <= au);
}

function compare(a: Evenement, b: Evenement): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return NATURES.indexOf(a.nature) - NATURES.indexOf(b.nature);
}

/** Days on which the end of the top-up can be read both ways. */
function listIndecis(evenements: readonly Evenement[], { complement }: Parametres): readonly Message[] {
  const changed = evenements.some(
    ({ nature, changements }) =>
      nature === 'expiration' && changements.some(({ code }) => code === 'complement-exceptionnel'),
  );
  if (!changed) return [];
  return complement.signature.joursIndecis.map((jour) =>
    toMessage('chronologie-jour-indecis', { jour: { kind: 'date', date: jour } }),
  );
}

/** Avenants that existed, since a later one has a greater number, and of which no day was read. */
function listAvenantsSansDate(textes: readonly TexteMetadata[], asOf: CalendarDate): readonly Message[] {
  const last = findAvenant(1, textes, asOf);
  if (last.kind !== 'computed' || last.value.dernier === null) return [];
  const known = new Set(textes.filter(({ nature }) => nature === 'avenant').map(({ nom }) => nom));
  const numero = Number(/\d+$/.exec(last.value.dernier.nom)?.[0] ?? 0);
  return Array.from({ length: numero }, (_, index) => index + 1)
    .filter((rang) => !known.has(`avenant ${rang}`))
    .map((rang) => toMessage('chronologie-avenant-sans-date', { numero: { kind: 'nombre', valeur: rang } }));
}

function unique(messages: readonly Message[]): readonly Message[] {
  return [...new Map(messages.map((message) => [JSON.stringify(message), message])).values()];
}
