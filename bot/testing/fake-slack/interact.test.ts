import { describe, expect, it } from 'vitest';
import { start, startHttpApp, startSocketApp } from './bolt-testing.ts';
import { callApi, callResponseUrl, startStrict } from './call-api-testing.ts';
import { plain } from './views/view-testing.ts';

const option = (value: string) => ({ text: plain(value), value });
const confirm = { title: plain('Sûr ?'), text: plain('On efface.'), confirm: plain('Oui'), deny: plain('Non') };

const BLOCKS = [
  {
    type: 'actions',
    block_id: 'choix',
    elements: [
      { type: 'button', action_id: 'effacer', text: plain('Effacer'), value: 'b', confirm },
      { type: 'static_select', action_id: 'taille', options: ['un', 'deux'].map(option) },
      { type: 'overflow', action_id: 'plus', options: ['fait', 'reporter'].map(option) },
      {
        type: 'radio_buttons',
        action_id: 'rythme',
        options: ['jour', 'mois'].map(option),
        initial_option: option('jour'),
      },
      { type: 'datepicker', action_id: 'jour', placeholder: plain('Quel jour ?') },
    ],
  },
  {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'avis',
        positive_button: { text: plain('Utile'), value: 'utile' },
        negative_button: { text: plain('Pas utile'), value: 'pas-utile' },
      },
    ],
  },
];

/** A message that holds every kind of element. */
async function postChoices(slack: Awaited<ReturnType<typeof start>>) {
  await callApi(slack, 'chat.postMessage', { channel: 'C0GENERAL', text: 'Voici', blocks: BLOCKS });
  const [message] = slack.messages();
  if (message === undefined) throw new Error('nothing was posted');
  return message;
}

describe.each([
  ['Socket Mode', startSocketApp, {}],
  ['HTTP', startHttpApp, { delivery: 'http' }],
] as const)('what people do in a message, over %s', (_, startApp, options) => {
  it('tells what is chosen, and what stands in the rest of the message', async () => {
    const slack = await start(options);
    const app = await startApp(slack);
    const heard: unknown[] = [];
    app.action(/./, async ({ ack, action, body }) => {
      await ack();
      const state = 'state' in body && typeof body.state === 'object' ? body.state.values.choix : undefined;
      heard.push([action, state?.taille?.selected_option?.value, state?.rythme?.selected_option?.value]);
    });
    const message = await postChoices(slack);
    const choose = (actionId: string, value: string) => slack.choose({ message, actionId, value, user: 'U0BOB' });
    await choose('taille', 'deux');
    await choose('rythme', 'mois');
    await choose('plus', 'reporter');
    await choose('jour', '2026-11-22');
    await choose('avis', 'pas-utile');
    await slack.clickButton({ message, actionId: 'effacer' });
    expect(heard).toMatchObject([
      [{ type: 'static_select', block_id: 'choix', selected_option: option('deux') }, 'deux', 'jour'],
      [{ type: 'radio_buttons', selected_option: option('mois'), initial_option: option('jour') }, undefined, 'mois'],
      [{ type: 'overflow', selected_option: option('reporter') }, undefined, 'jour'],
      [{ type: 'datepicker', selected_date: '2026-11-22', placeholder: plain('Quel jour ?') }, undefined, 'jour'],
      [{ type: 'feedback_buttons', value: 'pas-utile', text: plain('Pas utile') }, undefined, 'jour'],
      [{ type: 'button', value: 'b', confirm }, undefined, 'jour'],
    ]);
  });

  it('brings the message on which a shortcut is used, with an address to answer to that person alone', async () => {
    const slack = await start({ ...options, shortcuts: ['verifier'] });
    const app = await startApp(slack);
    app.shortcut({ type: 'message_action', callback_id: 'verifier' }, async ({ ack, shortcut, respond }) => {
      await ack();
      if ('message' in shortcut) await respond({ text: `${shortcut.message.user} : ${shortcut.message.text}` });
    });
    slack.setChannel({ id: 'C0ELSE', kind: 'channel', member: false });
    const message = slack.write({ channel: 'C0ELSE', user: 'U0BOB', text: '56 250 €' });
    const used = await slack.useShortcut({ callbackId: 'verifier', message });
    await slack.waitFor(() => used.responses()[0]);
    expect(slack.ephemerals()).toMatchObject([{ channel: 'C0ELSE', user: 'U0ALICE', text: 'U0BOB : 56 250 €' }]);
  });
});

describe('what people do in a message', () => {
  it('is offered to them', async () => {
    const slack = await startStrict({ socketWaitMs: 1, shortcuts: ['verifier'] });
    const message = await postChoices(slack);
    await expect(slack.choose({ message, actionId: 'taille', value: 'trois' })).rejects.toThrow('no such option');
    await expect(slack.choose({ message, actionId: 'avis', value: 'moyen' })).rejects.toThrow('utile or pas-utile');
    await expect(slack.choose({ message, actionId: 'autre', value: 'a' })).rejects.toThrow('no element autre');
    await expect(slack.clickButton({ message, actionId: 'taille' })).rejects.toThrow('no button taille');
    await expect(slack.useShortcut({ callbackId: 'autre', message })).rejects.toThrow('declares no shortcut autre');
    const nowhere = { channel: 'C0GENERAL', ts: '1700000000.000001' };
    await expect(slack.useShortcut({ callbackId: 'verifier', message: nowhere })).rejects.toThrow(
      'there is no message',
    );
  });

  it('is told by its block when several elements bear its name', async () => {
    const slack = await startStrict({ socketWaitMs: 1 });
    const rows = ['a', 'b'].map((id) => ({
      type: 'section',
      block_id: id,
      text: plain(id),
      accessory: { type: 'button', action_id: 'fait', text: plain('Fait') },
    }));
    await callApi(slack, 'chat.postMessage', { channel: 'C0GENERAL', text: 'Voici', blocks: rows });
    const [message] = slack.messages();
    if (message === undefined) throw new Error('nothing was posted');
    await expect(slack.clickButton({ message, actionId: 'fait' })).rejects.toThrow('one of a, b');
    const { responseUrl } = await slack.clickButton({ message, actionId: 'fait', blockId: 'b' });
    expect(await callResponseUrl(responseUrl, { text: 'Noté' })).toMatchObject({ ok: true });
  });
});
