import type { Answer } from '#bot/answer/answer.ts';
import type { MarkedEnonce } from '#bot/answer/answer-source.ts';
import type { Calcul } from '#bot/answer/calcul.ts';
import { licensePassage } from '#bot/answer/license-passage.ts';
import { licenseText } from '#bot/answer/license-text.ts';
import { describeFinancement } from '#bot/render/describe-financement.ts';
import { joinPoints } from '#bot/render/join-points.ts';
import type { Referentiel } from '#bot/render/referentiel.ts';
import { createScribe, type Scribe } from '#bot/render/scribe.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { FIRST_DAY } from '#corpus/law/calendar-date.ts';
import type { Figure } from '#corpus/law/figure.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import { toDonnee } from '#corpus/law/message.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';

/** Why the figures of one claim are what they are: how they were obtained, by which text, and where it is said. */
export type Explication = {
  readonly figures: readonly Figure[];
  readonly enonce: LicensedText;
  /** Steps of the calculation, or where the figure was found. */
  readonly trace: readonly LicensedText[];
  /** The texts that make the rule: name, article if it was read, standing, since when. */
  readonly textes: readonly LicensedText[];
  readonly passages: readonly PassageExplique[];
};

/** A passage in our words, and where its source is read. */
export type PassageExplique = { readonly corps: LicensedText; readonly adresse: Figure | undefined };

/** Explains each claim of an answer that holds figures; the day of the answer and the marks of sources are no such figures. */
export function explainFigures(answer: Answer, referentiel: Referentiel): readonly Explication[] {
  const { lang, asOf } = answer;
  const scribe = createScribe('interface', asOf, referentiel.vocabulary, lang);
  return answer.enonces.flatMap((marked): readonly Explication[] => {
    const { text } = marked.enonce;
    const figures = listClaimed(text, asOf).filter(({ origin }) => !isNameOfText(origin, referentiel));
    if (figures.length === 0) return [];
    const references = listReferences(figures, marked.enonce.references);
    const passages = listPassages(marked, references, answer, referentiel);
    return [
      {
        figures,
        enonce: text,
        trace: listTrace(figures, answer, referentiel, scribe),
        textes: references.map((reference) => tellTexte(reference, passages, referentiel, scribe)),
        passages: passages.map((passage) => toExplained(passage, referentiel)),
      },
    ];
  });
}

/** Figures that claim something, each once. */
function listClaimed(text: LicensedText, asOf: CalendarDate): readonly Figure[] {
  const claimed = text.filter(
    (piece): piece is Figure =>
      typeof piece !== 'string' &&
      piece.origin.type !== 'interface' &&
      !(piece.unit === 'date' && piece.value === asOf) &&
      !(piece.unit === 'identifiant' && piece.origin.type === 'source'),
  );
  return claimed.filter((figure, index) => claimed.findIndex((other) => other.text === figure.text) === index);
}

/** « avenant 2 »: the number names the text. */
function isNameOfText(origin: Figure['origin'], { corpus }: Referentiel): boolean {
  return origin.type === 'source' && corpus.textes.has(origin.passage);
}

function listReferences(figures: readonly Figure[], others: readonly Reference[]): readonly Reference[] {
  const all = [...figures.flatMap(({ references }) => references), ...others];
  const keys = all.map(({ texte, article = '' }) => `${texte} ${article}`);
  return all.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

function listTrace(
  figures: readonly Figure[],
  { runs, asOf, lang }: Answer,
  { vocabulary }: Referentiel,
  scribe: Scribe,
): readonly LicensedText[] {
  const tools = new Set(figures.flatMap(({ origin }) => (origin.type === 'tool' ? [origin.tool] : [])));
  const own = figures.filter(({ origin }) => origin.type === 'question');
  const kept = figures.filter(({ origin }) => origin.type === 'profile');
  const read = figures.filter(({ origin }) => origin.type === 'source');
  const toScribe = (tool: string) => createScribe(tool, asOf, vocabulary, lang);
  return [
    ...runs.filter(({ tool }) => tools.has(tool)).flatMap((run) => tellRun(run, figures, toScribe(run.tool), scribe)),
    ...(read.length > 0 ? [scribe.phrase('agent-trace-passage', { chiffres: toList(read) })] : []),
    ...(own.length > 0 ? [scribe.phrase('agent-trace-question', { chiffres: toList(own) })] : []),
    ...(kept.length > 0 ? [scribe.phrase('agent-trace-profil', { chiffres: toList(kept) })] : []),
  ];
}

function toList(figures: readonly Figure[]): LicensedText {
  return joinLicensed(
    figures.map((figure) => [figure]),
    ', ',
  );
}

/** What a run did: its steps when it has some, else its name; then the hypotheses it took. */
function tellRun(run: Calcul, figures: readonly Figure[], own: Scribe, scribe: Scribe): readonly LicensedText[] {
  const { tool, outcome } = run;
  const head = scribe.phrase('agent-trace-outil', { outil: scribe.phrase(`agent-outil-${tool}`) });
  const hypotheses = outcome.kind === 'computed' || outcome.kind === 'ambiguous' ? outcome.hypotheses : [];
  const taken = hypotheses.map(({ code, args }) =>
    scribe.phrase('agent-trace-hypothese', { hypothese: own.phrase(code, args) }),
  );
  const isMoney = figures.some(({ unit }) => unit === 'EUR');
  const steps = run.tool === 'financement' && isMoney ? listSteps(run, figures, own) : [];
  return [head, ...steps, ...taken];
}

/** The lines whose amount is told, with their steps; a total is told by all of its lines. */
function listSteps(
  { outcome }: Extract<Calcul, { readonly tool: 'financement' }>,
  figures: readonly Figure[],
  own: Scribe,
): readonly LicensedText[] {
  const { lectures } = describeFinancement(outcome, own);
  return lectures.flatMap(({ nom, lignes }) => {
    const told = lignes.filter(({ montant }) => montant.some((piece) => figures.some((one) => isSame(piece, one))));
    const lines = (told.length > 0 ? told : lignes).map(({ montant, label, etapes }) =>
      joinPoints([own.phrase('agent-trace-ligne', { montant, label }), ...etapes], own.phrase),
    );
    return nom === undefined ? lines : [nom, ...lines];
  });
}

function isSame(piece: LicensedText[number], figure: Figure): boolean {
  return typeof piece !== 'string' && piece.text === figure.text;
}

function tellTexte(
  reference: Reference,
  passages: readonly CorpusPassage[],
  { corpus, vocabulary }: Referentiel,
  scribe: Scribe,
): LicensedText {
  const { texte: id, article } = reference;
  const texte = corpus.textes.get(id);
  const passage = passages.find((one) => one.texte.id === id);
  const nom = license(texte?.nom ?? vocabulary.nameTexte(id), reference);
  const statut = passage ? [', ', ...scribe.phrase(`statut-${passage.statut}`)] : [];
  const since = texte?.enVigueurDu ?? passage?.valideDu;
  const date = since ? [', ', ...scribe.phrase('agent-texte-depuis', { jour: { kind: 'date', date: since } })] : [];
  const named = article === undefined ? [] : scribe.phrase('agent-texte-article', { article: toDonnee(article) });
  return [...nom, ...(named.length > 0 ? [', ', ...named] : []), ...statut, ...date];
}

/** Passages that say it: those that the references name, else those that the claim cites. */
function listPassages(
  { marks, enonce }: MarkedEnonce,
  references: readonly Reference[],
  { sources }: Answer,
  { corpus }: Referentiel,
): readonly CorpusPassage[] {
  const named = references.flatMap(({ passage }) => (passage === undefined ? [] : [passage]));
  const ids = enonce.origin.type === 'passage' ? [enonce.origin.passage, ...named] : named;
  const found = ids.flatMap((id) => corpus.passagesById.get(id) ?? []);
  const cited = sources.filter(({ number, cite }) => marks.includes(number) && !cite).map(({ passage }) => passage);
  return [...new Set(found.length > 0 ? found : cited)];
}

function toExplained(passage: CorpusPassage, { corpus }: Referentiel): PassageExplique {
  const { body, references } = licensePassage(passage);
  const [reference] = references;
  const [url] = passage.refs.flatMap((ref) => corpus.sources.get(ref)?.url ?? []);
  const address = url ?? passage.texte.url;
  return { corps: body, adresse: address && reference ? toAddress(address, passage, reference) : undefined };
}

/** The address of a source is a datum of the corpus, licensed whole. */
function toAddress(address: string, { id, statut, confiance }: CorpusPassage, reference: Reference): Figure {
  const origin = { type: 'source', passage: id, span: [0, address.length] } as const;
  const known = { statut, confiance, references: [reference] };
  return { text: address, value: address, unit: 'identifiant', label: 'adresse', origin, ...known };
}

function license(text: string, reference: Reference): LicensedText {
  return licenseText(text, reference.texte, FIRST_DAY, { statut: null, confiance: null, references: [reference] });
}
