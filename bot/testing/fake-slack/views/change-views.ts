import { findMarkups } from '../content/find-markups.ts';
import { listShown } from '../content/list-shown.ts';
import type { World } from '../world.ts';
import type { View } from './view-schemas.ts';
import { type ShownView, showView } from './views.ts';

/** How many windows may stand on one another. */
const MOST_STACKED = 3;

/** Opens a window on the screen of a person, in the place of whatever stood there. */
export function openWindow(view: View, user: string, channel: string | undefined, world: World): ShownView {
  const { views } = world.workspace;
  const id = views.drawId();
  return put(showView(view, { id, user, rootId: id, previousId: null, channel }, views.drawHash()), [], world);
}

/** Puts a window on the others; undefined when there are too many. */
export function pushWindow(view: View, user: string, world: World): ShownView | undefined {
  const { views } = world.workspace;
  const stack = views.windows.get(user) ?? [];
  const top = stack.at(-1);
  if (stack.length >= MOST_STACKED) return undefined;
  const id = views.drawId();
  const place = { id, user, rootId: top?.rootId ?? id, previousId: top?.id ?? null, channel: top?.channel };
  return put(showView(view, place, views.drawHash()), stack, world);
}

/** Changes a window or a home; what a person has entered in fields that stay is kept. */
export function changeView(former: ShownView, view: View, world: World): ShownView {
  return display(showView(view, former, world.workspace.views.drawHash(), former), world);
}

/** Puts a view in the place of the one that bears its identifier. */
export function replaceView(shown: ShownView, world: World): ShownView {
  const { windows, homes } = world.workspace.views;
  if (shown.kind === 'home') homes.set(shown.user, shown);
  else {
    const stack = windows.get(shown.user) ?? [];
    windows.set(
      shown.user,
      stack.map((one) => (one.id === shown.id ? shown : one)),
    );
  }
  world.changes.changed();
  return shown;
}

/** Publishes the home of a person. */
export function publishHome(view: View, user: string, world: World): ShownView {
  const { views } = world.workspace;
  const former = views.homes.get(user);
  const id = former?.id ?? views.drawId();
  const place = { id, user, rootId: id, previousId: null, channel: undefined };
  return display(showView(view, place, views.drawHash(), former), world);
}

/** Takes a window away from the screen, or with `all` those under and above it too. */
export function closeWindow({ user, id }: ShownView, all: boolean, world: World): void {
  const { windows } = world.workspace.views;
  windows.set(user, all ? [] : (windows.get(user) ?? []).filter((one) => one.id !== id));
  world.changes.changed();
}

/** The view of that identifier, wherever it stands. */
export function findView(id: string, { workspace }: World): ShownView | undefined {
  const { windows, homes } = workspace.views;
  return [...homes.values(), ...[...windows.values()].flat()].find((shown) => shown.id === id);
}

function put(shown: ShownView, stack: readonly ShownView[], world: World): ShownView {
  world.workspace.views.windows.set(shown.user, [...stack, shown]);
  return display(shown, world);
}

/** Shows what the bot has just given, with the mentions and links that stand in it. */
function display(shown: ShownView, world: World): ShownView {
  const markups = findMarkups(listShown(shown.blocks));
  world.journal.markups.push(...markups.map((markup) => ({ ...markup, channel: shown.id, ts: shown.hash })));
  return replaceView(shown, world);
}
