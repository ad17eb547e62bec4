import type { Answer } from '#bot/answer/answer.ts';
import { parseDate } from '#bot/commands/options/parse-date.ts';
import { parseMontant } from '#bot/commands/options/parse-montant.ts';
import { parseNombre } from '#bot/commands/options/parse-nombre.ts';
import type { Parsed } from '#bot/commands/options/parsed.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { renderLicensed } from '#corpus/law/licensed-text.ts';
import type { MessageArg } from '#corpus/law/message.ts';
import type { Say } from '../slack-context.ts';

/** Inputs that a tool may lack and that a person can give in one field. */
const CHAMPS = ['population', 'signature', 'renouvellement', 'fixe', 'variable'] as const;
export type ChampManquant = (typeof CHAMPS)[number];

/** What the tools of an answer lack, best first. */
export function listManquants({ runs }: Pick<Answer, 'runs'>): readonly ChampManquant[] {
  const lacking = runs.flatMap(({ outcome }) =>
    outcome.kind === 'missing-input' ? outcome.missing.map(({ champ }) => champ) : [],
  );
  return CHAMPS.filter((champ) => lacking.includes(champ)).toSorted((a, b) => lacking.indexOf(a) - lacking.indexOf(b));
}

/** Whether a name is that of one of these inputs. */
export function isChamp(name: string): name is ChampManquant {
  return CHAMPS.some((champ) => champ === name);
}

/** Inputs that are days, picked in a calendar. */
export function isDay(champ: ChampManquant): boolean {
  return champ === 'signature' || champ === 'renouvellement';
}

/** What a person gave for an input, as a value to be placed in a sentence. */
export function readManquant(champ: ChampManquant, text: string, today: CalendarDate): Parsed<MessageArg> {
  switch (champ) {
    case 'population':
      return mapParsed(parseNombre(text, '85 000'), (habitants) => ({ kind: 'population', habitants }));
    case 'signature':
    case 'renouvellement':
      return mapParsed(parseDate(text, today), (date) => ({ kind: 'date', date }));
    case 'fixe':
    case 'variable':
      return mapParsed(parseMontant(text), (centimes) => ({ kind: 'euros', centimes }));
  }
}

function mapParsed<T>(parsed: Parsed<T>, map: (value: T) => MessageArg): Parsed<MessageArg> {
  return parsed.kind === 'problem' ? parsed : { kind: 'value', value: map(parsed.value) };
}

/** The words that say it, as the person would have written them: « 85 000 habitants ». */
export function sayManquant(champ: ChampManquant | 'taille', value: MessageArg, say: Say): string {
  return renderLicensed(say(`agent-mots-${champ}`, { valeur: value })).text;
}
