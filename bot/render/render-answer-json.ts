import type { Figure } from '#corpus/law/figure.ts';
import type { Rendered } from '#corpus/law/licensed-text.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Corpus } from '#corpus/load-corpus.ts';
import type { Answer, AnswerSource } from '../answer/answer.ts';
import { licensePassage } from '../answer/license-passage.ts';
import { renderReferencesJson } from '../commands/render-references-json.ts';
import { seal, sealRendered } from '../gate.ts';
import { type Rendering, renderAnswer } from './render-text.ts';

/** The answer as the JSON contract wants it, less what is measured outside (`receipt`, `ms`). */
export type AnswerJson = ReturnType<typeof renderAnswerJson>;

/** Renders an answer as one JSON object: every string of it has passed the gate. */
export function renderAnswerJson(answer: Answer, rendering: Rendering, corpus: Corpus) {
  const rendered = sealRendered(renderAnswer(answer, rendering));
  const { kind, lang, asOf, composer, rejections } = answer;
  return {
    kind,
    lang,
    asOf,
    text: rendered.text,
    figures: renderFigures(rendered, corpus),
    sources: answer.sources.map(renderSource),
    outcomes: answer.runs.map(({ tool, outcome }) => ({ tool, kind: outcome.kind, asOf: outcome.asOf })),
    missing: answer.missing.map(seal),
    notComputed: answer.notComputed.map(seal),
    hypotheses: answer.hypotheses.map(seal),
    composer,
    rejections,
  };
}

function renderFigures({ licences }: Rendered, corpus: Corpus) {
  return licences.map(({ figure, start, end }, index) => ({
    id: `f${index + 1}`,
    text: figure.text,
    value: figure.value,
    unit: figure.unit,
    label: figure.label,
    statut: figure.statut,
    confiance: figure.confiance,
    position: [start, end],
    origin: renderOrigin(figure),
    references: renderReferences(figure.references, corpus),
  }));
}

function renderOrigin({ origin }: Figure) {
  return { ...origin };
}

function renderReferences(references: readonly Reference[], corpus: Corpus) {
  return renderReferencesJson(references, corpus);
}

function renderSource({ passage, refs }: AnswerSource) {
  const { texte, statut, id } = passage;
  return {
    texte: texte.id,
    titre: texte.titre,
    editeur: texte.editeur,
    date: texte.date,
    nature: texte.nature,
    statut,
    refs,
    ...(texte.url === null ? {} : { url: texte.url }),
    passage: id,
    excerpt: seal(licensePassage(passage).body),
  };
}
