import type { App, ViewClosedAction, ViewSubmitAction } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { start, startHttpApp, startSocketApp } from '../bolt-testing.ts';
import type { FakeSlack } from '../fake-slack.ts';
import { field, modal, plain } from './view-testing.ts';

const option = (value: string) => ({ text: plain(value), value });

const FIELDS = [
  field('nom', { type: 'plain_text_input', min_length: 2, max_length: 40 }),
  field('population', { type: 'number_input', is_decimal_allowed: false, min_value: '1' }, { optional: true }),
  field('taille', { type: 'static_select', options: ['un', 'deux'].map(option), initial_option: option('un') }),
  field('missions', { type: 'checkboxes', options: ['acces', 'crises'].map(option) }, { optional: true }),
  field('personnes', { type: 'multi_users_select', max_selected_items: 2 }, { optional: true }),
  field('canal', {
    type: 'conversations_select',
    default_to_current_conversation: true,
    filter: { include: ['public'] },
  }),
  field('jour', { type: 'datepicker' }, { optional: true, dispatch_action: true }),
  field('heure', { type: 'timepicker', initial_time: '09:00' }),
  field('courriel', { type: 'email_text_input' }, { optional: true }),
];

type Answer = (values: Record<string, Record<string, unknown>>) => object | undefined;

/** A bot that opens a window on a command, and answers its submission so. */
async function openForm(slack: FakeSlack, app: App, answer: Answer = () => undefined, more: object = {}) {
  app.command('/cpts', async ({ ack, command, client }) => {
    await ack();
    const view = modal(FIELDS, more) as Parameters<typeof client.views.open>[0]['view'];
    await client.views.open({ trigger_id: command.trigger_id, view });
  });
  app.view<ViewSubmitAction>('profil', async ({ ack, view }) => {
    const told = answer(view.state.values as Record<string, Record<string, unknown>>);
    await ack(told as Parameters<typeof ack>[0]);
  });
  await slack.command({ text: 'profil' });
  return slack.waitFor(() => slack.view(), { what: 'the window' });
}

describe.each([
  ['Socket Mode', startSocketApp, {}],
  ['HTTP', startHttpApp, { delivery: 'http' }],
] as const)('a window over %s', (_, startApp, options) => {
  it('tells what was entered, in the words of Slack, and closes', async () => {
    const slack = await start(options);
    const heard: unknown[] = [];
    const view = await openForm(slack, await startApp(slack), (values) => void heard.push(values));
    const sent = await slack.submitView(view, {
      nom: 'CPTS du Nord',
      population: '85000',
      taille: 'deux',
      missions: ['crises'],
      personnes: ['U0BOB'],
      courriel: null,
    });
    expect(sent).toMatchObject({ acked: true, attempts: 1, outcome: 'closed' });
    expect(slack.view()).toBeUndefined();
    expect(heard).toEqual([
      {
        nom: { 'nom-saisie': { type: 'plain_text_input', value: 'CPTS du Nord' } },
        population: { 'population-saisie': { type: 'number_input', value: '85000' } },
        taille: { 'taille-saisie': { type: 'static_select', selected_option: option('deux') } },
        missions: { 'missions-saisie': { type: 'checkboxes', selected_options: [option('crises')] } },
        personnes: { 'personnes-saisie': { type: 'multi_users_select', selected_users: ['U0BOB'] } },
        canal: { 'canal-saisie': { type: 'conversations_select', selected_conversation: 'C0GENERAL' } },
        jour: { 'jour-saisie': { type: 'datepicker', selected_date: null } },
        heure: { 'heure-saisie': { type: 'timepicker', selected_time: '09:00' } },
        courriel: { 'courriel-saisie': { type: 'email_text_input', value: null } },
      },
    ]);
  });

  it('shows errors under its fields, changes, stands under another, and goes with all', async () => {
    const slack = await start(options);
    const page = (title: string) => modal(FIELDS, { title: plain(title) });
    const answers = [
      { response_action: 'errors', errors: { nom: 'Écrivez un nom.' } },
      { response_action: 'update', view: page('Suite') },
      { response_action: 'push', view: page('Détail') },
    ];
    const app = await startApp(slack);
    const view = await openForm(slack, app, () => answers.shift() ?? { response_action: 'clear' });
    const submit = () => slack.submitView(slack.view() ?? view, { nom: 'CPTS du Nord' });
    expect(await submit()).toMatchObject({ outcome: 'errors', errors: { nom: 'Écrivez un nom.' } });
    expect(slack.view()?.errors).toEqual({ nom: 'Écrivez un nom.' });
    expect(await submit()).toMatchObject({ outcome: 'updated', errors: {} });
    expect(slack.view()).toMatchObject({ id: view.id, title: 'Suite' });
    expect(await submit()).toMatchObject({ outcome: 'pushed' });
    expect(slack.view()).toMatchObject({ title: 'Détail', previousId: view.id, rootId: view.id });
    await expect(slack.submitView(view)).rejects.toThrow('another window stands on');
    expect(await submit()).toMatchObject({ outcome: 'cleared' });
    expect(slack.views()).toEqual([]);
  });

  it('tells at once what is chosen in a field that says so, and that it is closed when asked', async () => {
    const slack = await start(options);
    const app = await startApp(slack);
    const heard: unknown[] = [];
    app.action('jour-saisie', async ({ ack, body, action }) => {
      await ack();
      heard.push([body.type, 'selected_date' in action && action.selected_date, 'response_url' in body]);
    });
    app.view<ViewClosedAction>({ type: 'view_closed', callback_id: 'profil' }, async ({ ack, body }) => {
      await ack();
      heard.push([body.type, body.is_cleared]);
    });
    const view = await openForm(slack, app, undefined, { notify_on_close: true });
    await slack.fillView(view, { jour: '2026-11-22' });
    expect(await slack.closeView(view)).toMatchObject({ acked: true });
    expect(slack.view()).toBeUndefined();
    expect(heard).toEqual([
      ['block_actions', '2026-11-22', false],
      ['view_closed', false],
    ]);
  });
});

describe('a window', () => {
  it.each([
    [{ nom: 'a'.repeat(41) }, 'it takes 40 characters at most'],
    [{ nom: 'a\nb' }, 'it has one line'],
    [{ nom: 'a' }, 'the field nom cannot be submitted: it needs 2 characters'],
    [{ nom: '' }, 'the field nom may not be left empty'],
    [{ nom: 'ab', population: 'beaucoup' }, 'it does not allow that number'],
    [{ nom: 'ab', population: '0' }, 'it does not allow that number'],
    [{ nom: 'ab', taille: 'neuf' }, 'it has no such option'],
    [{ nom: 'ab', taille: ['un', 'deux'] }, 'it takes one thing only'],
    [{ nom: 'ab', personnes: ['U0NOBODY'] }, 'nobody has that identifier'],
    [{ nom: 'ab', personnes: ['U0ALICE', 'U0BOB', 'U0EMMA'] }, 'it takes 2 at most'],
    [{ nom: 'ab', canal: 'C0NOWHERE' }, 'there is no such conversation'],
    [{ nom: 'ab', canal: 'D0ALICE' }, 'or it is not offered'],
    [{ nom: 'ab', jour: '2026-02-30' }, 'it takes a date'],
    [{ nom: 'ab', heure: '25:00' }, 'it takes a time'],
    [{ nom: 'ab', courriel: 'alice' }, 'it takes an address'],
    [{ prenom: 'ab' }, 'the view has no prenom'],
  ])('does not let a person submit %j', async (entries, problem) => {
    const slack = await start();
    const view = await openForm(slack, await startSocketApp(slack));
    await expect(slack.submitView(view, entries)).rejects.toThrow(problem);
  });

  it.each([
    [{ response_action: 'errors', errors: { prenom: 'Non.' } }, 'the view has no field « prenom »'],
    [{ response_action: 'errors', errors: {} }, 'it.errors is empty'],
    [{ response_action: 'update', view: { type: 'modal' } }, 'view.title is missing'],
    [{ response_action: 'update', view: modal([]), view_id: 'V0' }, 'it has what is not expected: view_id'],
    [{ text: 'Bonjour' }, 'it.response_action is missing'],
  ])('stays when the bot answers %j', async (answer, problem) => {
    const slack = await start();
    const view = await openForm(slack, await startSocketApp(slack), () => answer);
    expect(await slack.submitView(view, { nom: 'ab' })).toMatchObject({ outcome: 'kept' });
    expect(slack.view()).toMatchObject({ id: view.id, errors: {} });
    expect(slack.takeViolations().join()).toContain(problem);
  });
});

describe('the home', () => {
  it('is published when it is opened, and its buttons say in which view they stand', async () => {
    const slack = await start({ events: ['app_home_opened'] });
    const app = await startSocketApp(slack);
    const heard: unknown[] = [];
    app.event('app_home_opened', async ({ event, client }) => {
      heard.push([event.tab, event.view?.type]);
      const elements = [{ type: 'button' as const, action_id: 'profil-modifier', text: plain('Modifier') as never }];
      const blocks = [{ type: 'actions' as const, elements }];
      if (event.tab === 'home') await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
    });
    app.action('profil-modifier', async ({ ack, body, client }) => {
      await ack();
      heard.push(['channel' in body, 'response_url' in body, 'view' in body && body.view?.type]);
      const view = modal([]) as Parameters<typeof client.views.open>[0]['view'];
      if ('trigger_id' in body) await client.views.open({ trigger_id: String(body.trigger_id), view });
    });
    await slack.openHome();
    const home = await slack.waitFor(() => slack.home());
    await slack.actInView({ view: home, actionId: 'profil-modifier' });
    await slack.waitFor(() => slack.view());
    await slack.openHome();
    await slack.openHome({ tab: 'messages' });
    expect(heard).toEqual([
      ['home', undefined],
      [false, false, 'home'],
      ['home', 'home'],
      ['messages', undefined],
    ]);
  });
});
