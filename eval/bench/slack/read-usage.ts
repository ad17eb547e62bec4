import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** What a process has taken of the machine: memory in MB (millions of bytes), processor in milliseconds. */
export type Usage = { readonly residentMb: number; readonly peakMb: number; readonly processorMs: number };

/** Milliseconds of a tick of Linux, the unit of its processor times. */
const TICK_MS = 10;

/** Reads it from /proc; where there is none `ps` is asked, which knows no peak. */
export function readUsage(pid: number): Usage {
  if (!existsSync(`/proc/${pid}/status`)) return askPs(pid);
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const readKib = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]);
  // Fields are counted after the name of the program, which may hold blanks.
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  return {
    residentMb: toMb(readKib('VmRSS')),
    peakMb: toMb(readKib('VmHWM')),
    processorMs: ((user ?? 0) + (system ?? 0)) * TICK_MS,
  };
}

function askPs(pid: number): Usage {
  const residentMb = toMb(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })));
  return { residentMb, peakMb: residentMb, processorMs: 0 };
}

function toMb(kib: number): number {
  return (kib * 1024) / 1e6;
}
