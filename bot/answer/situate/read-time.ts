import { addDays, FIRST_DAY, findCalendarDate, LAST_DAY, toParts } from '#corpus/law/calendar-date.ts';
import { dropAccents } from '#corpus/retrieval/tokenize.ts';
import type { Faits, Periode } from './faits.ts';
import { type Draft, type FigureOf, type Place, toOutOfTime } from './figure-place.ts';
import { findDayShift, isBefore, isLimit, isSigned } from './place-date.ts';
import { findNearestRole, isOneOf } from './words-around.ts';

/** Months after the signature, or before the anniversary, when a mission starts; else a length met somewhere. */
export function readDuration(figure: FigureOf<'duration'>, { text, around, roles, stem }: Place, draft: Draft): void {
  const { amount, unit, end } = figure;
  const months = unit === 'ans' ? amount * 12 : amount;
  if ((unit !== 'ans' && unit !== 'mois') || !Number.isInteger(months)) return;
  const after = dropAccents(text.slice(end, end + 40).toLowerCase()).trimStart();
  const beforeAnniversary = roles.avantAnniversaire.some((words) => after.startsWith(dropAccents(words)));
  if (beforeAnniversary && months < 12) {
    draft.mission.demarrageMois = 12 - months;
    return;
  }
  const fromSignature = roles.apresSignature.some((words) => after.startsWith(dropAccents(words)));
  const starts = findNearestRole(around, { demarrage: roles.dates.demarrage }, stem);
  if (fromSignature && starts) draft.mission.demarrageMois = months;
  else draft.faits.durees = [...(draft.faits.durees ?? []), months];
}

/** Gives a date to the event named nearest to it; else, after « en », « au »…, it is the day whose law is asked. */
export function readDate(figure: FigureOf<'date'>, place: Place, draft: Draft): void {
  const { around, roles, stem, fil } = place;
  const near = around.before.slice(0, 2);
  const replaces = fil?.signature !== undefined && figure.precision === 'day';
  // « date limite du 31 décembre pour signer », « la loi de décembre 2023 »: the date is that of no event.
  if (isLimit(place)) return;
  if (around.before.slice(0, 2).some((word) => isOneOf(word, roles.texte))) return;
  const event =
    findNearestRole(around, roles.dates, stem) ?? (replaces || isSigned(figure, place) ? 'signature' : undefined);
  const asked =
    near.length === 0 ||
    isOneOf(near[0], roles.jourApprecie) ||
    (figure.precision === 'year' &&
      [...around.before.slice(0, 4), ...around.after.slice(0, 1)].some((word) => isOneOf(word, roles.devantAnnee))) ||
    isOneOf(near[0], roles.apres) ||
    /^(?:le|la|en|au|in|on|the)\b/i.test(figure.text);
  const { from, to } = toMeantDay(figure, place);
  if (to < FIRST_DAY || from > LAST_DAY) {
    // A year in passing (« la loi de 2009 ») is no input; « en 1999 » is the day asked about.
    const isAsked = asked && (figure.precision === 'day' || isOneOf(near[0], ['en', 'in']));
    if (event !== undefined || isAsked) draft.problems.push(toOutOfTime(figure));
  } else if (findDayShift(place) === 0 && (near.some((word) => isOneOf(word, roles.avant)) || isBefore(place))) {
    // « adhéré avant le 30 septembre » bounds an event and dates nothing; its law is that of the eve.
    const isEve = event === undefined || (event === 'signature' && figure.precision === 'day');
    if (isEve) draft.periode = { from: addDays(from, -1), to: addDays(from, -1) };
  } else if (event === 'signature') readSignature({ from, to }, draft);
  else if (event === 'projetDepose') draft.faits.projetDepose ??= from;
  else if (event === 'renouvellement') draft.faits.renouvellement ??= from;
  else if (event === 'demarrage') draft.mission.demarrage ??= from;
  else if (event === 'deploiement') draft.mission.deploiement ??= from;
  else if (asked) draft.periode = { from, to };
  // A whole day told beside no event is still the day spoken of, rather than today.
  else if (figure.precision === 'day') draft.periode ??= { from, to };
}

/** « la veille du 1er octobre » is another day than the one written. */
function toMeantDay(figure: FigureOf<'date'>, place: Place): Periode {
  const { from, to } = toThreadYear(figure, place.fil);
  const shift = from === to ? findDayShift(place) : 0;
  return shift === 0 ? { from, to } : { from: addDays(from, shift), to: addDays(to, shift) };
}

/** The first date of a signature, unless a later one is exact and it is not. */
function readSignature(date: Periode, { faits }: Draft): void {
  const vague = faits.signature !== undefined && faits.signature.from !== faits.signature.to;
  if (!faits.signature || (vague && date.from === date.to)) faits.signature = date;
}

/** A day without a year, in a thread about a contract, is of the year of its signature. */
function toThreadYear({ from, to, note }: FigureOf<'date'>, fil: Faits | undefined): Periode {
  if (note !== 'vague' || !fil?.signature || from !== to) return { from, to };
  const { month, day } = toParts(from);
  const moved = findCalendarDate(toParts(fil.signature.from).year, month, day);
  return moved ? { from: moved, to: moved } : { from, to };
}
