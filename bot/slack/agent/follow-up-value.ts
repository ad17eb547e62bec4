import { type ChampManquant, isChamp } from './champ-manquant.ts';

/** What completes an answer: an input to ask for, or a size that was chosen. */
export type FollowUp = {
  readonly champ: ChampManquant | 'taille';
  readonly answerId: string;
  /** The size chosen; 0 for an input that is asked for. */
  readonly numero: number;
};

/** As it travels in a button, in letters: a size is as many letters as its number. */
export function renderFollowUp({ champ, answerId, numero }: FollowUp): string {
  return `${champ}-${answerId}-${'p'.repeat(numero)}`;
}

/** Reads it back; undefined when it is not one of ours. */
export function parseFollowUp(value: string): FollowUp | undefined {
  const [, champ = '', answerId = '', numero = ''] = /^([a-z]+)-([A-Z]+)-(p*)$/.exec(value) ?? [];
  if (champ === 'taille') return { champ, answerId, numero: numero.length };
  return isChamp(champ) ? { champ, answerId, numero: 0 } : undefined;
}
