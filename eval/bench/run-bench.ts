import { printFigure } from './figures.ts';
import { measureAnswers } from './measure-answers.ts';

/**
 * `npm run bench` measures the answers; with a name, the bot at work in Slack, the calculators, pictures, a list, a
 * language model, or the search.
 */
const [what = 'answers', ...rest] = process.argv.slice(2);

switch (what) {
  case 'answers':
    measureAnswers();
    break;
  case 'slack': {
    const { measureSlack } = await import('./slack/measure-slack.ts');
    process.exitCode = await measureSlack(rest);
    break;
  }
  case 'calculs': {
    const { measureCalculs } = await import('./calculs/measure-calculs.ts');
    for (const figure of measureCalculs()) printFigure(figure);
    break;
  }
  case 'images': {
    const { measureImages } = await import('./images/measure-images.ts');
    for (const figure of await measureImages()) printFigure(figure);
    break;
  }
  case 'lot': {
    const { measureLots } = await import('./lot/measure-lot.ts');
    measureLots();
    break;
  }
  case 'modele': {
    const { measureModel } = await import('./model/measure-model.ts');
    for (const figure of await measureModel()) printFigure(figure);
    break;
  }
  case 'retrieval': {
    const { measureSearch } = await import('./retrieval/measure-search.ts');
    await measureSearch(printFigure);
    break;
  }
  default:
    process.stderr.write(
      `bench: « ${what} » is not measured; answers, slack, calculs, images, lot, modele and retrieval are.\n`,
    );
    process.exitCode = 2;
}
