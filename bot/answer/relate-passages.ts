import { addDays, type CalendarDate, FIRST_DAY } from '#corpus/law/calendar-date.ts';
import { formatDate, formatPartialDate } from '#corpus/law/format-date.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import type { Enonce } from './enonce.ts';
import { INTERFACE, type Teller } from './enonces/teller.ts';
import type { DivergenceFinder } from './find-divergence.ts';
import { licensePassage } from './license-passage.ts';
import { licenseText } from './license-text.ts';
import { asksEvolution } from './weigh-time.ts';

/** A rule before and after it was amended: « Avant le … : », the old rule, « Depuis le … : », the new one. */
export type Change = {
  readonly passages: readonly [old: string, current: string];
  readonly enonces: readonly Enonce[];
};

/** Two passages that contradict one another: the sentence that says so with their dates, then each of them. */
export type Divergence = { readonly passages: readonly [string, string]; readonly enonces: readonly Enonce[] };

/** What passages found say of one another. */
export type Relations = { readonly changes: readonly Change[]; readonly divergences: readonly Divergence[] };

/** What relating passages needs besides them. */
export type RelationParts = {
  readonly teller: Teller;
  readonly passages: ReadonlyMap<string, CorpusPassage>;
  readonly findDivergence: DivergenceFinder;
  readonly toEnonce: (passage: CorpusPassage) => Enonce;
};

/** Finds the amended rules among passages, when what changed is asked, and the passages that contradict one another. */
export function relatePassages(found: readonly CorpusPassage[], parts: RelationParts): Relations {
  const changes = asksEvolution(parts.teller.situation) ? found.flatMap((passage) => listChanges(passage, parts)) : [];
  const divergences = found.flatMap((first, index) =>
    found.slice(index + 1).flatMap((second) => listDivergences(first, second, parts)),
  );
  return { changes, divergences };
}

function listChanges(old: CorpusPassage, { teller, passages, toEnonce }: RelationParts): readonly Change[] {
  const current = passages.get(old.remplacePar ?? '');
  if (old.statut !== 'expire' || !old.valideJusquau || current?.statut !== 'en-vigueur') return [];
  const until = addDays(old.valideJusquau, 1);
  const since = current.valideDu;
  // A rule that stood all along beside the old one is no new one.
  if (since === undefined || since < until) return [];
  const tell = (code: string, jour: CalendarDate, passage: CorpusPassage) =>
    teller.tell(code, { jour: license(formatDate(jour, teller.situation.lang), passage) }, INTERFACE);
  const enonces = [
    tell('enonce-avant-le', until, old),
    toEnonce(old),
    tell('enonce-depuis-le', since, current),
    toEnonce(current),
  ];
  return [{ passages: [old.id, current.id], enonces }];
}

function listDivergences(
  first: CorpusPassage,
  second: CorpusPassage,
  { teller, findDivergence, toEnonce }: RelationParts,
): readonly Divergence[] {
  if (!findDivergence(first, second)) return [];
  const args = { premier: nameDated(first, teller), second: nameDated(second, teller) };
  const sentence = teller.tell('enonce-sources-divergent', args, INTERFACE);
  return [{ passages: [first.id, second.id], enonces: [sentence, toEnonce(first), toEnonce(second)] }];
}

/** The name of a text with its date, unless the name says it. */
function nameDated(passage: CorpusPassage, { situation }: Teller): LicensedText {
  const { nom, date } = passage.texte;
  const written = formatPartialDate(date, situation.lang);
  return license(nom.includes(written) ? nom : `${nom} (${written})`, passage);
}

/** Days and names of a text are those of the source itself. */
function license(text: string, passage: CorpusPassage): LicensedText {
  const { references } = licensePassage(passage);
  return licenseText(text, passage.texte.id, FIRST_DAY, { statut: null, confiance: null, references });
}
