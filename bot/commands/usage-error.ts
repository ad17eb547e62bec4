import { BotError } from '#corpus/law/bot-error.ts';
import type { InputProblem } from '#tools/outcome.ts';

/** A command that is not well written: every problem found, each under the option it is about. Exit code 2. */
export class UsageError extends BotError {
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    const codes = problems.map(({ champ, message }) => `${champ} (${message.code})`).join(', ');
    super('ERR_USAGE', `commande mal écrite : ${codes}`, "Corrigez la commande ; l'option --help en montre la forme.");
    this.problems = problems;
  }
}
