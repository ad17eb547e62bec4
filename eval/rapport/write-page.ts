import { type Compte, toPercent } from '../bilan.ts';
import { NOTES, type Note } from '../notes/score-observation.ts';
import { type Barre, drawBars } from './draw-bars.ts';
import { type Html, html, toRawHtml } from './html.ts';
import { listEchecs, type Mode, type Rapport } from './rapport.ts';
import { writeEchec } from './write-echec.ts';

const MODES: Readonly<Record<Mode, string>> = {
  deterministe: 'sans modèle de langage',
  live: 'avec le modèle réglé',
  scripted: 'avec un modèle qui suit un scénario',
};

/** The report as one page that needs nothing else: no script, no font, no image from elsewhere. */
export function writePage(rapport: Rapport, css: string): string {
  const { quand, mode, secondes, resultats, nonJoues } = rapport;
  const echecs = listEchecs(resultats);
  const page = html`<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Évaluation de cpts-bot</title><style>${toRawHtml(css)}</style></head><body>
<h1>Évaluation de cpts-bot</h1><p class="doux">${quand}, ${MODES[mode]}, en ${tell(secondes)} s.</p>
${writeHead(rapport)}
<h2>Par catégorie</h2><p class="doux">Trait plein : le repère gardé. Pointillé : la toute première exécution.</p>
<div class="defile">${drawBars('Part de réponses entièrement justes par catégorie', listBarres(rapport))}</div>
<h2>Par juge</h2>${writeNotes(rapport)}
<h2>À côté de ce qu’on construirait d’ordinaire</h2>${writeRivaux(rapport)}
<h2>Autres suites</h2>${writeSuites(rapport)}
${nonJoues.map(({ nom, raison }) => html`<p class="doux">Non joué : ${nom}. ${raison}</p>`)}
<h2>Ce qui n’est pas juste (${echecs.length})</h2>${echecs.map(writeEchec)}
</body></html>`;
  return `${page.html}\n`;
}

function writeHead({ bilan, premier, garde, baisses }: Rapport): Html {
  const figures: readonly (readonly [nom: string, compte: Compte, note: string])[] = [
    ['entièrement justes', bilan, `premier ${percent(premier)}${garde ? `, gardé ${percent(garde)}` : ''}`],
    ['reformulations stables', bilan.reformulations, `premier ${percent(premier.reformulations)}`],
    ['refus et absences dits', bilan.refus, ''],
    ['sans chiffre interdit', bilan.notes.interdits, ''],
    ['propositions à leur place', bilan.notes.propositions, ''],
  ];
  return html`<div class="chiffres">${figures.map(
    ([nom, compte, note]) =>
      html`<div><strong>${percent(compte)}</strong>${nom}<br><span class="doux">${compte.justes} sur ${compte.posees}<br>${note}</span></div>`,
  )}</div>${baisses.length > 0 ? html`<p class="faux">Sous le repère gardé : ${baisses.join(', ')}.</p>` : html``}`;
}

function listBarres({ bilan, premier, garde }: Rapport): readonly Barre[] {
  return Object.entries(bilan.categories).map(([nom, compte]) => ({
    nom: `${nom} (${compte.posees})`,
    valeur: toPercent(compte),
    garde: toShare(garde?.categories[nom]),
    premier: toShare(premier.categories[nom]),
  }));
}

function writeNotes({ bilan: { notes, ms } }: Rapport): Html {
  return html`<table><tr><th>Juge</th><th class="n">justes</th><th class="n">%</th></tr>${(
    Object.keys(NOTES) as Note[]
  ).map((note) => writeRow(NOTES[note], notes[note]))}</table>
<p class="doux">Une réponse : ${tell(ms.p50)} ms au milieu, ${tell(ms.p99)} ms pour une sur cent.</p>`;
}

function writeRivaux({ rivaux }: Rapport): Html {
  if (rivaux.length === 0) return html`<p class="doux">Non joué.</p>`;
  const [first] = rivaux;
  return html`<p class="doux">Sur ${first?.source.posees ?? 0} questions seules qui ont une source.</p>
<div class="defile">${drawBars(
    'Bonne source en premier et faits dits, à côté des autres',
    rivaux.flatMap(({ nom, source, faits }) => [
      { nom: `${nom} : source`, valeur: toPercent(source) },
      { nom: `${nom} : faits`, valeur: toPercent(faits) },
    ]),
  )}</div>`;
}

function writeSuites({ suites }: Rapport): Html {
  if (suites.length === 0) return html``;
  return html`<table>${suites.map(({ nom, compte, note }) => writeRow(note === '' ? nom : `${nom} (${note})`, compte))}</table>`;
}

function writeRow(nom: string, compte: Compte): Html {
  return html`<tr><td>${nom}</td><td class="n">${compte.justes} / ${compte.posees}</td><td class="n">${percent(compte)}</td></tr>`;
}

function toShare(compte: Compte | undefined): number | undefined {
  return compte && toPercent(compte);
}

function percent(compte: Compte): string {
  return `${tell(toPercent(compte))} %`;
}

function tell(value: number): string {
  return value.toFixed(1).replace('.', ',');
}
