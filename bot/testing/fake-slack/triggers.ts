import { randomBytes } from 'node:crypto';

/** What somebody did that lets the bot open a window on her screen. */
export type Trigger = {
  readonly user: string;
  /** Conversation in which it was done. */
  readonly channel?: string | undefined;
  /** View in which it was done. */
  readonly viewId?: string | undefined;
};

/** The triggers handed out. */
export type Triggers = {
  open(trigger: Trigger): string;
  /** Uses a trigger, once and soon, or tells the error that Slack answers. */
  spend(id: string): { readonly kind: 'spent'; readonly trigger: Trigger } | RefusedTrigger;
};

/** A trigger that opens nothing. */
export type RefusedTrigger = {
  readonly kind: 'refused';
  readonly error: 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';
};

/** A trigger serves for three seconds. */
const LIFE_MS = 3000;

/** Starts with none. */
export function createTriggers(now: () => number): Triggers {
  const opened = new Map<string, { readonly trigger: Trigger; readonly at: number; spent: boolean }>();
  return {
    open(trigger) {
      const hex = randomBytes(16).toString('hex');
      const id = `${Number.parseInt(hex.slice(0, 8), 16)}.${Number.parseInt(hex.slice(8, 16), 16)}.${hex}`;
      opened.set(id, { trigger, at: now(), spent: false });
      return id;
    },
    spend(id) {
      const found = opened.get(id);
      if (found === undefined) return { kind: 'refused', error: 'invalid_trigger_id' };
      if (found.spent) return { kind: 'refused', error: 'exchanged_trigger_id' };
      if (now() - found.at > LIFE_MS) return { kind: 'refused', error: 'expired_trigger_id' };
      found.spent = true;
      return { kind: 'spent', trigger: found.trigger };
    },
  };
}
