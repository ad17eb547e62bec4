import type { FigureOrigin } from '#corpus/law/figure.ts';
import type { Rendered } from '#corpus/law/licensed-text.ts';
import type { Corpus } from '#corpus/load-corpus.ts';
import type { Answer } from '../answer/answer.ts';
import type { AnswerSource } from '../answer/answer-source.ts';
import { toExtrait } from '../answer/citations/to-extrait.ts';
import { licensePassage } from '../answer/license-passage.ts';
import { seal, sealRendered } from '../gate.ts';
import type { Referentiel } from './referentiel.ts';
import { renderReferencesJson } from './render-references-json.ts';
import { renderRunJson } from './render-run-json.ts';
import { renderAnswer } from './render-text.ts';

/** The answer as the JSON contract wants it, less what is measured outside (`receipt`, `ms`). */
export type AnswerJson = ReturnType<typeof renderAnswerJson>;

/** Renders an answer as one JSON object: every string of it has passed the gate. */
export function renderAnswerJson(answer: Answer, referentiel: Referentiel) {
  const { corpus, vocabulary } = referentiel;
  const rendered = sealRendered(renderAnswer(answer, { vocabulary, sources: corpus.sources }));
  const { kind, lang, asOf, composer, rejections } = answer;
  return {
    kind,
    lang,
    asOf,
    text: rendered.text,
    figures: renderFigures(rendered, corpus),
    sources: answer.sources.map(renderSource),
    outcomes: answer.runs.map((run) => renderRunJson(run, referentiel)),
    missing: answer.missing.map(seal),
    notComputed: answer.notComputed.map(seal),
    hypotheses: answer.hypotheses.map(seal),
    composer,
    rejections,
    ...(answer.avis.length > 0 ? { avis: answer.avis.map(seal) } : {}),
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
    origin: renderOrigin(figure.origin),
    references: renderReferencesJson(figure.references, corpus),
  }));
}

/** Origins as the contract names their parts: what an interface counts and a field of the profile are steps. */
function renderOrigin(origin: FigureOrigin) {
  switch (origin.type) {
    case 'interface':
      return { type: origin.type, step: origin.counter };
    case 'profile':
      return { type: origin.type, step: origin.field };
    default:
      return origin;
  }
}

function renderSource({ passage, refs, cite }: AnswerSource) {
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
    excerpt: seal(cite ? toExtrait(cite.document, cite.extrait) : licensePassage(passage).body),
    ...(cite ? cite.document.lieu : {}),
  };
}
