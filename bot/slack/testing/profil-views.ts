import type { FakeSlack } from '#bot/testing/fake-slack/fake-slack.ts';
import type { ShownView } from '#bot/testing/fake-slack/views/views.ts';

/** The home of a person, her windows closed, opened again and shown. */
export async function openHome(fake: FakeSlack, user = 'U0ALICE'): Promise<ShownView> {
  const open = fake.view(user);
  if (open) await fake.closeView(open, { all: true });
  const before = fake.home(user)?.hash;
  await fake.openHome({ user });
  await fake.waitFor(() => fake.home(user)?.hash !== before, { what: 'the home' });
  return take(fake.home(user));
}

/** The window that a person has before her, once it is the one expected. */
export async function readWindow(fake: FakeSlack, text: string, user = 'U0ALICE'): Promise<ShownView> {
  await fake.waitFor(() => fake.view(user)?.texts.join('\n').includes(text), { what: `a window with « ${text} »` });
  return take(fake.view(user));
}

/** Presses a button of a view, and gives the window that follows. */
export async function press(
  fake: FakeSlack,
  view: ShownView,
  { actionId, blockId, next }: { readonly actionId: string; readonly blockId?: string; readonly next: string },
): Promise<ShownView> {
  const before = fake.view(view.user)?.hash;
  await fake.actInView({ view, actionId, ...(blockId === undefined ? {} : { blockId }) });
  await fake.waitFor(() => fake.view(view.user)?.hash !== before, { what: `what follows ${actionId}` });
  return readWindow(fake, next, view.user);
}

/** Makes a profile from the home, and gives its window. */
export async function createProfil(
  fake: FakeSlack,
  entries: Readonly<Record<string, string | readonly string[]>>,
  user = 'U0ALICE',
): Promise<ShownView> {
  const form = await press(fake, await openHome(fake, user), { actionId: 'profil-nouveau', next: '' });
  const { outcome, errors } = await fake.submitView(form, entries);
  if (outcome !== 'updated') throw new Error(`the profile is ${outcome}: ${JSON.stringify(errors)}`);
  return take(fake.view(user));
}

function take(view: ShownView | undefined): ShownView {
  if (view === undefined) throw new Error('no view');
  return view;
}
