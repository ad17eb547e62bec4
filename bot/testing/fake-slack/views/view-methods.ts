import type { z } from 'zod';
import { defineMethod, type Method } from '../methods/method.ts';
import { type Reply, refuse, succeed } from '../methods/reply.ts';
import type { Trigger } from '../triggers.ts';
import type { World } from '../world.ts';
import { changeView, findView, openWindow, publishHome, pushWindow } from './change-views.ts';
import { checkView, isTaken } from './check-view.ts';
import { toSlackView } from './to-slack-view.ts';
import { OpenView, PublishView, UpdateView } from './view-arguments.ts';
import type { ShownView } from './views.ts';

/** The methods that show windows and the home; they need no scope. */
export const VIEW_METHODS: readonly Method[] = [
  defineMethod({ name: 'views.open', schema: OpenView, run: open }),
  defineMethod({ name: 'views.push', schema: OpenView, run: push }),
  defineMethod({ name: 'views.update', schema: UpdateView, run: update }),
  defineMethod({ name: 'views.publish', schema: PublishView, run: publish }),
];

function open(args: z.output<typeof OpenView>, world: World): Reply {
  const checked = checkView('views.open', args.view, 'modal', world);
  if (checked.kind === 'refused') return checked.reply;
  if (isTaken(checked.view, undefined, world)) return refuseTaken('views.open', world);
  const spent = spend('views.open', args.trigger_id, world);
  if (spent.kind === 'refused') return spent.reply;
  const { user, channel } = spent.trigger;
  return report(openWindow(checked.view, user, channel, world), world);
}

function push(args: z.output<typeof OpenView>, world: World): Reply {
  const checked = checkView('views.push', args.view, 'modal', world);
  if (checked.kind === 'refused') return checked.reply;
  if (isTaken(checked.view, undefined, world)) return refuseTaken('views.push', world);
  const spent = spend('views.push', args.trigger_id, world);
  if (spent.kind === 'refused') return spent.reply;
  const { user, viewId } = spent.trigger;
  const below = viewId === undefined ? undefined : findView(viewId, world);
  if (below?.kind !== 'modal') {
    if (viewId === undefined) world.journal.violate('views.push: the trigger does not come from a window');
    return refuse('not_found');
  }
  const pushed = pushWindow(checked.view, user, world);
  if (pushed !== undefined) return report(pushed, world);
  world.journal.violate('views.push: a fourth window is one too many');
  return refuse('push_limit_reached');
}

/** A window may be closed while the bot works on it: that it is gone is no violation. */
function update(args: z.output<typeof UpdateView>, world: World): Reply {
  const former = args.view_id === undefined ? findByName(args.external_id, world) : findView(args.view_id, world);
  const checked = checkView('views.update', args.view, former?.kind ?? 'modal', world);
  if (checked.kind === 'refused') return checked.reply;
  if (former === undefined) return refuse('not_found');
  if (isTaken(checked.view, former.id, world)) return refuseTaken('views.update', world);
  if (args.hash !== undefined && args.hash !== former.hash) return refuse('hash_conflict');
  return report(changeView(former, checked.view, world), world);
}

function publish(args: z.output<typeof PublishView>, world: World): Reply {
  const { workspace, settings, journal } = world;
  if (!settings.homeTab) {
    journal.violate('views.publish: the home tab of the app is not enabled');
    return refuse('not_enabled');
  }
  const checked = checkView('views.publish', args.view, 'home', world);
  if (checked.kind === 'refused') return checked.reply;
  if (!workspace.people.has(args.user_id)) return refuse('invalid_arguments', ['invalid `user_id`']);
  const former = workspace.views.homes.get(args.user_id);
  if (isTaken(checked.view, former?.id, world)) return refuseTaken('views.publish', world);
  if (args.hash !== undefined && args.hash !== former?.hash) return refuse('hash_conflict');
  return report(publishHome(checked.view, args.user_id, world), world);
}

type Spent =
  | { readonly kind: 'spent'; readonly trigger: Trigger }
  | { readonly kind: 'refused'; readonly reply: Reply };

/** A trigger that is too old is part of life; one that is unknown or used twice is not. */
function spend(subject: string, id: string, { triggers, journal }: World): Spent {
  const spent = triggers.spend(id);
  if (spent.kind === 'spent') return spent;
  if (spent.error !== 'expired_trigger_id') journal.violate(`${subject}: ${spent.error}`);
  return { kind: 'refused', reply: refuse(spent.error) };
}

function findByName(name: string | undefined, { workspace }: World): ShownView | undefined {
  const { windows, homes } = workspace.views;
  const all = [...homes.values(), ...[...windows.values()].flat()];
  return all.find(({ given }) => given.external_id !== undefined && given.external_id === name);
}

function refuseTaken(subject: string, { journal }: World): Reply {
  journal.violate(`${subject}: another view has this external_id`);
  return refuse('duplicate_external_id');
}

function report(shown: ShownView, { settings }: World): Reply {
  return succeed({ view: toSlackView(shown, settings) });
}
