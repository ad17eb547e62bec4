import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findToday } from '#bot/find-today.ts';
import { countResults, listFallen } from './bilan.ts';
import { loadQuestions, type QuestionPosee } from './load-questions.ts';
import { openMode } from './open-mode.ts';
import { playOthers } from './play-others.ts';
import { playQuestions } from './play-questions.ts';
import { listEchecs, type Mode, type Rapport } from './rapport/rapport.ts';
import { writeJson } from './rapport/write-json.ts';
import { writePage } from './rapport/write-page.ts';
import { writeTable } from './rapport/write-table.ts';
import { keepRepere, loadReperes } from './reperes.ts';
import { watchEval } from './watch-eval.ts';

/**
 * `npm run eval [-- --live | --scripted] [--only ID|CATEGORY|FILE …] [--watch] [--keep] [--out FOLDER]`: asks every
 * question, prints the table, writes `rapport.json` and `rapport.html`; ends with 1 when a category falls below the kept
 * run, or, with `--only`, when an answer is wrong.
 */
const { values } = parseArgs({
  options: {
    live: { type: 'boolean', default: false },
    scripted: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    watch: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    out: { type: 'string', default: join('data', 'eval') },
  },
});

if (values.watch) {
  watchEval(process.argv.slice(2).filter((option) => option !== '--watch'));
} else {
  process.exitCode = await runEval(values.live ? 'live' : values.scripted ? 'scripted' : 'deterministe');
}

async function runEval(mode: Mode): Promise<number> {
  const started = performance.now();
  const questions = loadQuestions().filter(isWanted);
  const { assembly, settings, close } = await openMode(mode);
  const resultats = await playQuestions(questions, assembly);
  const isWhole = values.only.length === 0;
  const raison = 'Seules quelques questions étaient demandées.';
  const others = isWhole
    ? await playOthers(resultats, assembly, settings)
    : { rivaux: [], suites: [], nonJoues: [{ nom: 'tout le reste', raison }] };
  await close();
  const bilan = countResults(resultats);
  const reperes = loadReperes(mode);
  const baisses = isWhole && reperes.garde ? listFallen(bilan, reperes.garde) : [];
  const secondes = (performance.now() - started) / 1000;
  const rapport: Rapport = { quand: findToday(), mode, secondes, bilan, ...reperes, baisses, ...others, resultats };
  writeRapport(rapport);
  if (values.keep && isWhole) keepRepere(bilan, mode, rapport.quand);
  return baisses.length > 0 || (!isWhole && listEchecs(resultats).length > 0) ? 1 : 0;
}

function isWanted({ id, categorie, fichier }: QuestionPosee): boolean {
  return values.only.length === 0 || values.only.some((name) => [id, categorie, fichier].includes(name));
}

function writeRapport(rapport: Rapport): void {
  mkdirSync(values.out, { recursive: true });
  const css = readFileSync(join(import.meta.dirname, 'rapport', 'rapport.css'), 'utf8');
  writeFileSync(join(values.out, 'rapport.json'), writeJson(rapport));
  writeFileSync(join(values.out, 'rapport.html'), writePage(rapport, css));
  process.stdout.write(`${writeTable(rapport)}\n\n${join(values.out, 'rapport.html')}\n`);
}
