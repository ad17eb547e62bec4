import type { FakeSlack } from '#bot/testing/fake-slack/fake-slack.ts';
import type { ShownView } from '#bot/testing/fake-slack/views/views.ts';

/** The window on the screen of a person, once there is one that is as told. */
export async function waitView(
  fake: FakeSlack,
  isMeant: (view: ShownView) => boolean = () => true,
  user?: string,
): Promise<ShownView> {
  const find = () => {
    const view = fake.view(user);
    return view && isMeant(view) ? view : undefined;
  };
  await fake.waitFor(() => find() !== undefined, { what: 'a window' });
  const view = find();
  if (!view) throw new Error('the window has gone');
  return view;
}
