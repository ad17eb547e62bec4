import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { BotError } from '#corpus/law/bot-error.ts';
import type { Drawing, DrawingOrder } from './draw-process.ts';

/** Draws in a process of its own, whose memory is given back whole. */
export type Drawer = (order: Omit<DrawingOrder, 'id'>) => Promise<Exclude<Drawing, { readonly failure: string }>>;

/** How long the process waits for another drawing before it ends, in milliseconds. */
const IDLE_MS = 30_000;
/** Longest time for one drawing, the start of the process included. */
const DRAWING_MS = 20_000;
/** Drawings after which a new process is begun: the library keeps what it drew. */
const MOST_DRAWINGS = 40;

type Waiting = {
  readonly resolve: (drawing: Exclude<Drawing, { readonly failure: string }>) => void;
  readonly reject: (error: unknown) => void;
};

/** A process that draws, and who waits for it. */
type Running = { readonly child: ChildProcess; readonly waiting: Map<number, Waiting>; drawn: number };

/**
 * Builds the drawer (I/O edge): the process starts at the first drawing, ends when idle, and keeps nobody from leaving.
 * @returns a function that throws ERR_IMAGE_PANNE when a drawing fails or takes too long
 */
export function createDrawer(): Drawer {
  let current: Running | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last = 0;

  function open(): Running {
    const child = fork(join(import.meta.dirname, 'draw-process.ts'), { serialization: 'advanced', execArgv: [] });
    const opened: Running = { child, waiting: new Map(), drawn: 0 };
    child.on('message', (drawing: Drawing) => settle(opened, drawing));
    child.on('error', (error) => end(opened, error));
    child.on('exit', () => end(opened, new Error('the drawing process ended')));
    child.unref();
    return opened;
  }
  function settle(opened: Running, drawing: Drawing): void {
    const waiting = opened.waiting.get(drawing.id);
    opened.waiting.delete(drawing.id);
    if ('failure' in drawing) waiting?.reject(createFailure(drawing.failure));
    else waiting?.resolve(drawing);
    opened.drawn += 1;
    if (opened.drawn >= MOST_DRAWINGS && current === opened) current = undefined;
    if (opened.waiting.size > 0) return;
    opened.child.channel?.unref();
    if (current !== opened) opened.child.kill();
    else idle = setTimeout(() => opened.child.kill(), IDLE_MS).unref();
  }
  function end(opened: Running, error: unknown): void {
    if (current === opened) current = undefined;
    for (const waiting of opened.waiting.values()) waiting.reject(createFailure(error));
    opened.waiting.clear();
  }

  return async function draw(order) {
    clearTimeout(idle);
    current ??= open();
    const used = current;
    last += 1;
    const id = last;
    const { promise, resolve, reject } = Promise.withResolvers<Parameters<Waiting['resolve']>[0]>();
    used.waiting.set(id, { resolve, reject });
    used.child.channel?.ref();
    const late = setTimeout(() => used.child.kill('SIGKILL'), DRAWING_MS);
    try {
      used.child.send({ ...order, id }, (error) => error && end(used, error));
      return await promise;
    } finally {
      clearTimeout(late);
    }
  };
}

function createFailure(cause: unknown): BotError {
  const remedy = "Le reste de la réponse n'en dépend pas ; redemandez l'image dans un moment.";
  return new BotError('ERR_IMAGE_PANNE', "l'image n'a pas pu être dessinée", remedy, cause);
}
