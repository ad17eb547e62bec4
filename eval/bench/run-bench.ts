import { measureAnswers } from './measure-answers.ts';

/** `npm run bench` measures the answers; `npm run bench -- slack` the bot at work in Slack. */
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
  default:
    process.stderr.write(`bench: « ${what} » is not measured; answers and slack are.\n`);
    process.exitCode = 2;
}
