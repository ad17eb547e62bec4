import { MAX_REVISION } from '#bot/render/render-echeances-ics.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { Options } from './open-options.ts';
import { type Parsed, toEcho, toExemple, toProblem, toValue } from './parsed.ts';

/** Where the calendar goes and what it holds. */
export type IcsOptions = {
  /** Path of the file; `-` for the standard output. */
  readonly path: string;
  /** Days before a date when the calendar reminds of it, the longest first. */
  readonly rappels: readonly number[];
  readonly aVenir: boolean;
  readonly revision: number;
};

/** Reminders of a calendar, in days before the date, when none is asked for. */
const RAPPELS = [30, 7];
const MAX_RAPPEL = 365;

/**
 * Reads `--ics` and the options that go with it; reports those that are given without it, and `--ics -` with `--json`.
 * @returns undefined when no calendar is asked for
 */
export function readIcs(options: Options): IcsOptions | undefined {
  const path = options.take('ics', toValue);
  const rappels = options.take('ics-rappels', parseRappels);
  const revision = options.take('ics-revision', parseRevision);
  const aVenir = options.has('ics-a-venir');
  if (path === undefined) {
    const alone = { 'ics-rappels': rappels, 'ics-revision': revision, 'ics-a-venir': aVenir || undefined };
    for (const [name, value] of Object.entries(alone)) {
      if (value !== undefined) options.report({ champ: `--${name}`, message: toMessage('cli-ics-sans-fichier') });
    }
    return undefined;
  }
  if (path === '-' && options.has('json')) {
    options.report({ champ: '--ics', message: toMessage('cli-ics-et-json') });
  }
  return { path, rappels: rappels ?? RAPPELS, aVenir, revision: revision ?? 0 };
}

/** Reads « 30,7 », « 30 7 » or « aucun ». */
function parseRappels(typed: string): Parsed<readonly number[]> {
  if (/^aucun$/i.test(typed.trim())) return toValue([]);
  const days = typed.trim().split(/[\s,;]+/);
  const read = days.filter((text) => /^\d{1,3}$/.test(text)).map(Number);
  if (read.length === days.length && read.every((day) => day <= MAX_RAPPEL)) {
    return toValue([...new Set(read)].sort((a, b) => b - a));
  }
  const exemple = toExemple(RAPPELS.join(','));
  return toProblem('cli-rappels-illisibles', { ecrit: toEcho(typed), exemple, ...toBounds(MAX_RAPPEL) });
}

function parseRevision(typed: string): Parsed<number> {
  const text = typed.trim();
  if (/^\d{1,3}$/.test(text) && Number(text) <= MAX_REVISION) return toValue(Number(text));
  return toProblem('cli-revision-illisible', { ecrit: toEcho(typed), ...toBounds(MAX_REVISION) });
}

function toBounds(max: number) {
  return { min: { kind: 'nombre', valeur: 0 }, max: { kind: 'nombre', valeur: max } } as const;
}
