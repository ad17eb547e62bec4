import type { FakeSlack } from '../fake-slack.ts';

export const plain = (text: string) => ({ type: 'plain_text', text });

/** A field of a window. */
export function field(id: string, element: object, more: object = {}) {
  return { type: 'input', block_id: id, label: plain(id), element: { action_id: `${id}-saisie`, ...element }, ...more };
}

/** A window that may be submitted. */
export function modal(blocks: readonly object[], more: object = {}) {
  return {
    type: 'modal',
    callback_id: 'profil',
    title: plain('Profil'),
    submit: plain('Enregistrer'),
    blocks,
    ...more,
  };
}

/** A trigger that nobody has used yet. */
export async function drawTrigger(slack: FakeSlack, user = 'U0ALICE'): Promise<string> {
  return (await slack.command({ text: '', user })).triggerId;
}
