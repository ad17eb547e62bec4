import type { QuestionPosee } from '../load-questions.ts';
import type { Observation } from '../notes/observation.ts';
import { NOTES } from '../notes/score-observation.ts';
import type { Resultat } from '../play-questions.ts';
import { type Html, html } from './html.ts';

/** A failure that can be read alone: question, expected, got, why, and the way to the answer. */
export function writeEchec({ question, observed, fautes, instables = [] }: Resultat): Html {
  const { id, texte, categorie, avant, jour } = question;
  return html`<details id="${id}"><summary><strong>${id}</strong> ${texte} <span class="doux">${categorie}</span></summary>
<dl><dt>Pourquoi</dt>${fautes.map(({ note, message }) => html`<dd class="faux">${NOTES[note]} : ${message}</dd>`)}
${instables.map(({ texte: wording, message }) => html`<dd class="faux">autrement, « ${wording} » : ${message}</dd>`)}
<dt>Question, posée le ${jour}</dt>${avant.map((turn) => html`<dd class="doux">${turn}</dd>`)}<dd>${texte}</dd>
<dt>Attendu</dt>${listAttendu(question).map((line) => html`<dd>${line}</dd>`)}
<dt>Obtenu</dt><dd class="texte">${observed.text}</dd>
<dt>Trace</dt>${listTrace(observed).map((line) => html`<dd>${line}</dd>`)}</dl></details>`;
}

function listAttendu(question: QuestionPosee): readonly string[] {
  const { kind, dit, tait, chiffres, interdits, pasEnDroit, refs, valide, calcul, statut, asOf } = question;
  const lines: readonly (readonly [nom: string, values: readonly (string | number | undefined)[]])[] = [
    ['genre', [kind.join(' ou ')]],
    ['dit', dit],
    ['tait', tait],
    ['chiffres', chiffres],
    ['interdits', interdits],
    ['jamais en vigueur', pasEnDroit],
    ['statut', [statut]],
    ['jour', [asOf]],
    ['une source parmi', refs],
    ['d’après', [valide]],
    ['calcul', [calcul]],
  ];
  return lines.flatMap(([nom, values]) => {
    const given = values.filter((value) => value !== undefined);
    return given.length === 0 ? [] : [`${nom} : ${given.join(', ')}`];
  });
}

function listTrace({ kind, asOf, ms, composer, enonces, sources, rejections }: Observation): readonly string[] {
  return [
    `${kind}, au ${asOf}, ${composer}, ${ms.toFixed(1)} ms`,
    ...enonces.map(({ id, statut, refs }) => `${id} (${statut ?? 'interface'}) ${refs.join(', ')}`),
    ...sources.map(({ number, passage, refs, statut }) => `[${number}] ${passage} (${statut}) ${refs.join(', ')}`),
    ...rejections.map((rejection) => `rejeté : ${rejection}`),
  ];
}
