import { toMessage } from '#corpus/law/message.ts';
import type { InputProblem } from '#tools/outcome.ts';
import { seal } from '../gate.ts';
import { createScribe, type Scribe } from '../render/scribe.ts';
import { tellError } from '../tell-error.ts';
import type { Command, Io } from './command.ts';
import { findNearest } from './options/find-nearest.ts';
import { toEcho, toExemple } from './options/parsed.ts';
import { UsageError } from './usage-error.ts';

/** How a command is called; shown in usages and examples. */
const PREFIX = 'npm run -s cpts --';

/**
 * Finds the command and runs it.
 * @returns exit code: 0 for any outcome, 2 for a command that is not well written (nothing on standard output), 1 for a
 *          defect or broken data
 */
export async function runCommandLine(
  args: readonly string[],
  commands: Readonly<Record<string, Command>>,
  io: Io,
): Promise<number> {
  try {
    return await runNamed(args, commands, io);
  } catch (error) {
    tellError(error, io);
    return 1;
  }
}

async function runNamed(
  [name, ...rest]: readonly string[],
  commands: Readonly<Record<string, Command>>,
  io: Io,
): Promise<number> {
  if (name === undefined || ['--help', '-h', 'aide'].includes(name)) return tellCommands(commands, io);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return refuse(new UsageError([toUnknown(name, commands)]), undefined, io);
  if (rest.includes('--help') || rest.includes('-h')) return tellUsage(command, io);
  try {
    return await command.run(rest, io);
  } catch (error) {
    if (error instanceof UsageError) return refuse(error, command, io);
    throw error;
  }
}

function toUnknown(name: string, commands: Readonly<Record<string, Command>>): InputProblem {
  const names = Object.keys(commands);
  const nearest = findNearest(name, names);
  const args = { commande: toEcho(name), commandes: toExemple(names.join(', ')) };
  const message =
    nearest === undefined
      ? toMessage('cli-commande-inconnue', args)
      : toMessage('cli-commande-inconnue-proche', { ...args, proche: toExemple(nearest) });
  return { champ: 'commande', message };
}

function tellCommands(commands: Readonly<Record<string, Command>>, io: Io): number {
  const scribe = toScribe(io);
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => seal([`  ${name.padEnd(width)}  ${summary}`]));
  const forme = seal(scribe.phrase('cli-aide', { forme: toExemple(`${PREFIX} COMMANDE`) }));
  io.out([forme, '', ...lines, '', seal(scribe.phrase('cli-aide-suite')), ''].join('\n'));
  return 0;
}

function tellUsage({ usage, summary, exemple }: Command, io: Io): number {
  const lines = [seal([summary]), '', seal([usage])];
  if (exemple !== undefined) lines.push('', toExempleLine(exemple, toScribe(io)));
  io.out(`${lines.join('\n')}\n`);
  return 0;
}

function refuse({ problems }: UsageError, command: Command | undefined, io: Io): number {
  const scribe = toScribe(io);
  const lines = problems.map(({ champ, message }) => {
    const probleme = scribe.phrase(message.code, message.args);
    return seal(scribe.phrase('cli-probleme', { option: toEcho(champ), probleme }));
  });
  if (command?.exemple !== undefined) lines.push(toExempleLine(command.exemple, scribe));
  io.err(`${lines.join('\n')}\n`);
  return 2;
}

function toExempleLine(exemple: string, scribe: Scribe): string {
  return seal(scribe.phrase('cli-exemple', { exemple: toExemple(`${PREFIX} ${exemple}`) }));
}

function toScribe(io: Io): Scribe {
  return createScribe('interface', io.today, io.referentiel().vocabulary);
}
