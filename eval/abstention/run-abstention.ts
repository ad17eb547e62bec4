import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { type Abstention, INDICES } from '#bot/answer/weigh-answer.ts';
import { assemble } from '#bot/assemble.ts';
import { fitLogistic } from './fit-logistic.ts';
import { loadAbstentionQuestions } from './load-abstention-questions.ts';
import { countRight, listBilans, measureQuestions, predictHeldOut } from './measure-abstention.ts';

const FILE = join(import.meta.dirname, '../../bot/donnees/abstention.yaml');
const HEADER = `# Ce qui décide qu'un passage répond. Fichier écrit par « node eval/abstention/run-abstention.ts --ecrire », sauf les
# seuils, choisis sur la table que ce programme affiche, et les mots de conversation, que rien n'oblige un passage à contenir.
`;
const SEUILS = [0.1, 0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9];

const assembly = assemble();
const { seuils, conversation } = assembly.pipeline.bibliotheque.abstention;
const questions = measureQuestions(loadAbstentionQuestions(), assembly);
const probabilities = predictHeldOut(questions);

console.log('Chaque question est jugée avec des poids calculés sur l’autre moitié.');
for (const bilan of listBilans(questions, probabilities, SEUILS)) {
  const kept = Object.entries(seuils).filter(([, seuil]) => seuil === bilan.seuil);
  console.log(
    `seuil ${bilan.seuil.toFixed(2)}  répond aux connues ${percent(bilan.couverture)}  répond aux inconnues ${percent(bilan.erreurs)}${kept.map(([nom]) => `   (${nom})`).join('')}`,
  );
}
// Thresholds that never decide leave the rules of words alone.
const rules = await countRight(questions, { tait: 0, ouvre: 1.1 }, assembly);
const calibrated = await countRight(questions, seuils, assembly);
console.log('Réponses justes, avec les seules règles de mots, puis avec les seuils retenus :');
for (const groupe of new Set(questions.map((question) => question.groupe))) {
  const all = questions.filter((question) => question.groupe === groupe).length;
  console.log(`${groupe} : ${rules.get(groupe) ?? 0}, puis ${calibrated.get(groupe) ?? 0} sur ${all}`);
}
if (process.argv.includes('--ecrire')) writeFileSync(FILE, HEADER + dump(compute()));

function compute(): Abstention {
  const { biais, poids } = fitLogistic(questions);
  const connues = questions.filter(({ connue }) => connue).length;
  const named = INDICES.map((name, index) => [name, round(poids[index] ?? 0)] as const);
  return {
    seuils,
    biais: round(biais),
    poids: Object.fromEntries(named) as Abstention['poids'],
    conversation,
    echantillon: { connues, inconnues: questions.length - connues },
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1).padStart(5)} %`;
}
