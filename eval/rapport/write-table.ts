import { type Compte, toPercent } from '../bilan.ts';
import { NOTES, type Note } from '../notes/score-observation.ts';
import { listEchecs, type Rapport } from './rapport.ts';

/** The report as lines of a terminal: categories beside the kept run, scorers, rivals, other suites, failures. */
export function writeTable(rapport: Rapport): string {
  const { bilan, premier, garde, rivaux, suites, nonJoues, baisses, resultats, secondes } = rapport;
  const lines = Object.entries(bilan.categories).map(([nom, compte]) =>
    toRow(nom, compte, garde?.categories[nom], premier.categories[nom], baisses.includes(nom)),
  );
  return [
    toCells('catégorie', ['justes', 'posées', '%', 'gardé', 'premier']),
    ...lines,
    toRow('toutes', bilan, garde, premier, false),
    toRow(
      'reformulations',
      bilan.reformulations,
      garde?.reformulations,
      premier.reformulations,
      baisses.includes('reformulations'),
    ),
    '',
    ...(Object.keys(NOTES) as Note[]).map((note) => toRow(NOTES[note], bilan.notes[note])),
    toRow('refus et absences dits', bilan.refus),
    `réponse : p50 ${bilan.ms.p50.toFixed(1)} ms, p99 ${bilan.ms.p99.toFixed(1)} ms ; ${secondes.toFixed(1)} s en tout`,
    '',
    ...rivaux.map(({ nom, source, faits }) => `${nom} : bonne source d'abord ${say(source)}, faits dits ${say(faits)}`),
    ...suites.map(({ nom, compte, note }) => `${nom} : ${say(compte)}${note === '' ? '' : ` (${note})`}`),
    ...nonJoues.map(({ nom, raison }) => `non joué : ${nom} (${raison})`),
    '',
    ...listEchecs(resultats).flatMap(({ question: { id, texte }, fautes, instables = [] }) => [
      `${id} ${texte}`,
      ...fautes.map(({ message }) => `   ${message}`),
      ...instables.map((one) => `   autrement : ${one.texte} → ${one.message}`),
    ]),
    ...(baisses.length > 0 ? ['', `sous le repère gardé : ${baisses.join(', ')}`] : []),
  ].join('\n');
}

function toRow(nom: string, compte: Compte, garde?: Compte, premier?: Compte, isFallen = false): string {
  const values = [`${compte.justes}`, `${compte.posees}`, tell(compte), tell(garde), tell(premier)];
  return `${toCells(nom, values)}${isFallen ? '  ← baisse' : ''}`;
}

function toCells(nom: string, values: readonly string[]): string {
  return `${nom.padEnd(44)}${values.map((value) => value.padStart(9)).join('')}`;
}

function tell(compte: Compte | undefined): string {
  return compte === undefined ? '' : toPercent(compte).toFixed(1);
}

function say(compte: Compte): string {
  return `${compte.justes} sur ${compte.posees} (${tell(compte)} %)`;
}
