import type { PlacedElement } from './content/list-elements.ts';
import { findAnyMessage, withBlockIds } from './content/to-slack-message.ts';
import { type Carriers, type Delivery, deliver } from './doors/deliver.ts';
import type { Parcel } from './doors/parcel.ts';
import { toClick, toCommandPlace, toShortcut } from './interaction-payloads.ts';
import { showResponse } from './respond.ts';
import type { ResponseUrl } from './response-urls.ts';
import { AckMessage } from './schemas/argument-schemas.ts';
import { explainIssues } from './schemas/explain-issues.ts';
import { findElement, forgeValue, type Target } from './to-action.ts';
import type { Given } from './views/fill-element.ts';
import { type BotMessage, type Ephemeral, keyOf } from './workspace.ts';
import type { World } from './world.ts';

/** A command or a pressed button, once the bot has acknowledged it or failed to. */
export type Interaction = Delivery & {
  readonly responseUrl: string;
  readonly triggerId: string;
  /** What the bot has said to it so far, with its acknowledgement or through the response URL. */
  responses(): readonly (BotMessage | Ephemeral)[];
};

/** A slash command. */
export type Command = {
  readonly command?: string;
  readonly text: string;
  readonly user?: string;
  readonly channel?: string;
};

/** A button to press, by the name that the bot gave it. */
export type Click = Target & {
  readonly message: BotMessage | Ephemeral;
  readonly user?: string;
  /** Value that the payload carries in the place of the one that the bot gave: a click that was forged. */
  readonly forged?: string;
};

/** A choice to make in a message: the value of an option, or of one of two feedback buttons. */
export type Choice = Click & { readonly value: Given };

/** A shortcut to use on a message of anybody. */
export type Shortcut = {
  readonly callbackId: string;
  readonly message: { readonly channel: string; readonly ts: string };
  readonly user?: string;
};

/** What people do besides writing. */
export type Interactions = {
  /** @throws {Error} when the app does not declare the command, or lacks the scope */
  command(command: Command): Promise<Interaction>;
  /** @throws {Error} when the message is gone or has no such button, or when the person does not see it */
  clickButton(click: Click): Promise<Interaction>;
  /** @throws {Error} as for a button, or when the message does not offer that choice */
  choose(choice: Choice): Promise<Interaction>;
  /** @throws {Error} when the app declares no such shortcut, or when there is no such message */
  useShortcut(shortcut: Shortcut): Promise<Interaction>;
};

/** Lets people use commands and buttons. */
export function createInteractions(world: World, carriers: Carriers): Interactions {
  const { settings, responseUrls, triggers } = world;

  async function interact(parcel: Parcel, target: ResponseUrl, triggerId: string): Promise<Interaction> {
    const { response, ...delivery } = await deliver(parcel, world, carriers);
    if (delivery.acked) showAck(parcel, response, target, world);
    return { ...delivery, responseUrl: target.url, triggerId, responses: () => listPosted(target, world) };
  }

  async function press(
    shown: BotMessage | Ephemeral,
    placed: PlacedElement,
    user: string,
    given: Given | undefined,
  ): Promise<Interaction> {
    const { channel, thread_ts } = shown;
    const source = { kind: shown.kind, key: keyOf(shown) };
    const target = responseUrls.open('actions', { channel, user, thread_ts, source });
    const triggerId = triggers.open({ user, channel });
    const payload = { ...toClick(shown, placed, { user, given }, world), response_url: target.url };
    return interact({ type: 'interactive', payload: { ...payload, trigger_id: triggerId } }, target, triggerId);
  }

  return {
    async command({ command = '/cpts', text, user = 'U0ALICE', channel = 'C0GENERAL' }) {
      if (!settings.commands.includes(command)) throw new Error(`the app declares no command ${command}`);
      if (!settings.scopes.includes('commands')) throw new Error('a command needs the scope commands');
      const target = responseUrls.open('commands', { channel, user });
      const triggerId = triggers.open({ user, channel });
      const payload = {
        ...toCommandPlace(channel, user, world),
        command,
        text,
        response_url: target.url,
        trigger_id: triggerId,
      };
      return interact({ type: 'slash_commands', payload }, target, triggerId);
    },
    async clickButton({ message, user = 'U0ALICE', forged, ...target }) {
      const shown = findShown(message, user, world);
      const placed = findElement(withBlockIds(shown.blocks), target, 'button');
      return press(shown, forged === undefined ? placed : forgeValue(placed, forged), user, undefined);
    },
    async choose({ message, value, user = 'U0ALICE', forged, ...target }) {
      const shown = findShown(message, user, world);
      const placed = findElement(withBlockIds(shown.blocks), target);
      if (forged === undefined) return press(shown, placed, user, value);
      return press(shown, forgeValue(placed, forged), user, forged);
    },
    async useShortcut({ callbackId, message: { channel, ts }, user = 'U0ALICE' }) {
      if (!settings.shortcuts.includes(callbackId)) throw new Error(`the app declares no shortcut ${callbackId}`);
      if (!settings.scopes.includes('commands')) throw new Error('a shortcut needs the scope commands');
      const { thread_ts } = findAnyMessage({ channel, ts }, world);
      const target = responseUrls.open('app', { channel, user, thread_ts });
      const triggerId = triggers.open({ user, channel });
      const told = { response_url: target.url, trigger_id: triggerId };
      const payload = { ...toShortcut(callbackId, { channel, ts }, user, world), ...told };
      return interact({ type: 'interactive', payload }, target, triggerId);
    },
  };
}

function findShown({ kind, channel, ts }: BotMessage | Ephemeral, user: string, { workspace }: World) {
  const key = keyOf({ channel, ts });
  const shown = kind === 'message' ? workspace.messages.get(key) : workspace.ephemerals.get(key);
  if (shown === undefined) throw new Error(`the message ${key} is no longer there`);
  if (shown.kind === 'ephemeral' && shown.user !== user) throw new Error(`${user} does not see the message ${key}`);
  return shown;
}

function showAck({ type, payload }: Parcel, response: unknown, target: ResponseUrl, world: World): void {
  if (typeof response !== 'object' || response === null || Object.keys(response).length === 0) return;
  const subject = `acknowledgement of ${type === 'slash_commands' ? payload.command : 'an action'}`;
  const parsed = AckMessage.safeParse(response);
  if (type === 'interactive') world.journal.violate(`${subject}: it takes no message`);
  else if (parsed.success) showResponse(subject, parsed.data, target, world);
  else
    for (const problem of explainIssues(parsed.error.issues, response, 'it'))
      world.journal.violate(`${subject}: ${problem}`);
}

function listPosted({ posted }: ResponseUrl, { workspace }: World): readonly (BotMessage | Ephemeral)[] {
  return posted
    .map(({ kind, key }) => (kind === 'message' ? workspace.messages.get(key) : workspace.ephemerals.get(key)))
    .filter((message) => message !== undefined);
}
