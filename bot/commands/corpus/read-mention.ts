import { toLine } from '#corpus/import/clean-text.ts';
import { listStatuts } from '#corpus/import/statut-importe.ts';
import type { Mention } from '#corpus/import/to-document.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toMessage } from '#corpus/law/message.ts';
import { Nature } from '#corpus/law/texte.ts';
import type { Options } from '../options/open-options.ts';
import { parseChoix } from '../options/parse-choix.ts';
import { type Parsed, toEcho, toExemple, toProblem, toValue } from '../options/parsed.ts';
import { parseDateDocument } from './parse-date-document.ts';

/** Kinds of documents that somebody can bring: our own conventions are none. */
const NATURES = Nature.options.filter((nature) => nature !== 'convention-du-projet');

/** Longest title or publisher, in characters. */
const MENTION_MAX = 200;

/** What is said of the documents to import; the title may be left to the names of files. */
export type MentionTypee = Omit<Mention, 'titre'> & { readonly titre: string | undefined };

/** Reads what the options say of the documents; undefined when something lacks, and it is reported. */
export function readMention(options: Options, today: CalendarDate): MentionTypee | undefined {
  const titre = options.take('titre', parseTexte);
  const editeur = options.take('editeur', parseTexte);
  const date = options.take('date', (text) => parseDateDocument(text, today));
  const nature = options.take('nature', (text) => parseChoix(text, NATURES));
  const allowed = nature === undefined ? undefined : listStatuts(nature);
  const statut = options.take('statut', (text) => (allowed ? parseChoix(text, allowed) : toValue(undefined)));
  if (options.listProblems().length > 0) return undefined;
  const required = { editeur, date, nature };
  for (const [name, value] of Object.entries(required)) {
    if (value !== undefined) continue;
    const exemple = toExemple(EXEMPLES[name] ?? '');
    options.report({ champ: `--${name}`, message: toMessage('import-mention-manquante', { exemple }) });
  }
  if (editeur === undefined || date === undefined || nature === undefined || !allowed) return undefined;
  return { titre, editeur, date, nature, statut: statut ?? allowed[0] };
}

const EXEMPLES: Readonly<Record<string, string>> = {
  editeur: '--editeur "Le Quotidien du médecin"',
  date: '--date 2020-09-29',
  nature: '--nature presse',
};

function parseTexte(typed: string): Parsed<string> {
  const text = toLine(typed);
  if (!/\p{L}/u.test(text) || text.length > MENTION_MAX) {
    return toProblem('import-mention-illisible', {
      ecrit: toEcho(text),
      limite: { kind: 'nombre', valeur: MENTION_MAX },
    });
  }
  return toValue(text);
}
