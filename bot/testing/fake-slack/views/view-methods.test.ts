import { describe, expect, it } from 'vitest';
import { callApi, startStrict } from '../call-api-testing.ts';
import { drawTrigger, field, modal, plain } from './view-testing.ts';

const ALONE = { socketWaitMs: 1 };
const text = { type: 'plain_text_input' };
const section = { type: 'section', text: plain('Bonjour') };
const long = (length: number) => 'a'.repeat(length);
const option = (value: string, label = value) => ({ text: plain(label), value });

describe('the windows', () => {
  it('open once on a trigger, for three seconds', async () => {
    let now = 1_700_000_000_000;
    const slack = await startStrict({ ...ALONE, now: () => now });
    const trigger = await drawTrigger(slack, 'U0BOB');
    const view = modal([field('nom', text), section], { close: plain('Annuler') });
    const opened = await callApi(slack, 'views.open', { trigger_id: trigger, view });
    expect(opened.view).toMatchObject({ type: 'modal', callback_id: 'profil', previous_view_id: null });
    expect(slack.view('U0BOB')).toMatchObject({ title: 'Profil', callbackId: 'profil', errors: {} });
    expect(slack.view('U0BOB')?.texts).toEqual(['Profil', 'nom', 'Bonjour', 'Enregistrer', 'Annuler']);
    expect(slack.view()).toBeUndefined();
    const again = await callApi(slack, 'views.open', { trigger_id: trigger, view });
    expect(again).toMatchObject({ error: 'exchanged_trigger_id' });
    expect(await callApi(slack, 'views.open', { trigger_id: '1.2.a', view })).toMatchObject({
      error: 'invalid_trigger_id',
    });
    expect(slack.takeViolations()).toHaveLength(2);
    const late = await drawTrigger(slack);
    now += 3001;
    expect(await callApi(slack, 'views.open', { trigger_id: late, view })).toMatchObject({
      error: 'expired_trigger_id',
    });
  });

  it.each([
    ['a long title', modal([section], { title: plain(long(25)) }), 'view.title.text is 25 characters long'],
    ['a long button', modal([section], { submit: plain(long(25)) }), 'view.submit.text is 25 characters long'],
    ['fields without submit', modal([field('a', text)], { submit: undefined }), 'view has fields, and no submit'],
    ['much metadata', modal([], { private_metadata: long(3001) }), 'view.private_metadata is 3 001 characters long'],
    ['a long name', modal([], { callback_id: long(256) }), 'view.callback_id is 256 characters long'],
    ['101 blocks', modal(Array(101).fill(section)), 'view.blocks has 101 items, the limit is 100'],
    ['a block twice', modal([field('a', text), field('a', text)]), 'the block_id « a » stands twice'],
    ['a message block', modal([{ type: 'markdown', text: 'a' }]), 'view.blocks[0].type may not be "markdown" here'],
    ['a long label', modal([field('a', text, { label: plain(long(2001)) })]), 'label.text is 2 001 characters long'],
    ['a long hint', modal([field('a', text, { hint: plain(long(2001)) })]), 'hint.text is 2 001 characters long'],
    [
      'a long placeholder',
      modal([field('a', { ...text, placeholder: plain(long(151)) })]),
      'placeholder.text is 151 characters long',
    ],
    ['crossed lengths', modal([field('a', { ...text, min_length: 3, max_length: 2 })]), 'a min_length above'],
    ['a text too long', modal([field('a', { ...text, initial_value: 'abc', max_length: 2 })]), 'begins with a text'],
    [
      'a number out of bounds',
      modal([field('a', { type: 'number_input', is_decimal_allowed: false, initial_value: '1.5' })]),
      'begins with a number that it does not allow',
    ],
    [
      'an option of nobody',
      modal([field('a', { type: 'static_select', options: [option('x')], initial_option: option('y') })]),
      'begins with an option that it does not have',
    ],
    ['a menu of nothing', modal([field('a', { type: 'static_select' })]), 'needs either options or option_groups'],
    [
      'a long option',
      modal([field('a', { type: 'radio_buttons', options: [option('x', long(76))] })]),
      'options[0].text.text is 76 characters long',
    ],
    [
      'a long value',
      modal([field('a', { type: 'checkboxes', options: [option(long(151), 'x')] })]),
      'options[0].value is 151 characters long',
    ],
    [
      '101 options',
      modal([field('a', { type: 'multi_static_select', options: Array(101).fill(option('x')) })]),
      'options has 101 items, the limit is 100',
    ],
    [
      '11 boxes',
      modal([field('a', { type: 'checkboxes', options: Array(11).fill(option('x')) })]),
      'options has 11 items, the limit is 10',
    ],
    [
      'a date that is none',
      modal([field('a', { type: 'datepicker', initial_date: '2026-02-30' })]),
      'initial_date is not written as expected',
    ],
    [
      'two elements in focus',
      modal(['a', 'b'].map((id) => field(id, { ...text, focus_on_load: true }))),
      'view has several elements with focus_on_load',
    ],
    ['a home', { type: 'home', blocks: [] }, 'view is a home, not a modal'],
    ['an unknown key', modal([], { colour: 'red' }), 'view has what is not expected: colour'],
  ])('refuse %s', async (_, view, problem) => {
    const slack = await startStrict(ALONE);
    const triggerId = await drawTrigger(slack);
    expect(await callApi(slack, 'views.open', { trigger_id: triggerId, view })).toMatchObject({
      error: 'invalid_arguments',
    });
    expect(slack.takeViolations()).toEqual([expect.stringContaining(`views.open: `)]);
    expect(JSON.stringify(slack.calls.at(-1)?.result)).toContain(problem.replaceAll('"', '\\"'));
    expect(slack.view()).toBeUndefined();
  });

  it('stand on one another, three at most', async () => {
    const slack = await startStrict(ALONE);
    const opened = await callApi(slack, 'views.open', { trigger_id: await drawTrigger(slack), view: modal([more()]) });
    for (const title of ['Deux', 'Trois', 'Quatre']) {
      const shown = slack.view();
      if (shown === undefined) throw new Error('nothing is shown');
      const { triggerId } = await slack.actInView({ view: shown, actionId: 'plus' });
      await callApi(slack, 'views.push', { trigger_id: triggerId, view: modal([more()], { title: plain(title) }) });
    }
    expect(slack.views().map(({ title }) => title)).toEqual(['Profil', 'Deux', 'Trois']);
    expect(slack.views().map(({ rootId }) => rootId)).toEqual(Array(3).fill(slack.views()[0]?.id));
    expect(slack.takeViolations()).toEqual(['views.push: a fourth window is one too many']);
    expect(opened.view).toMatchObject({ root_view_id: slack.views()[0]?.id });
    const triggerId = await drawTrigger(slack);
    expect(await callApi(slack, 'views.push', { trigger_id: triggerId, view: modal([]) })).toMatchObject({
      error: 'not_found',
    });
    expect(slack.takeViolations()).toHaveLength(1);
  });

  it('change by their identifier or their name, unless they have changed meanwhile', async () => {
    const slack = await startStrict(ALONE);
    const view = modal([field('nom', text)], { external_id: 'profil-a' });
    await callApi(slack, 'views.open', { trigger_id: await drawTrigger(slack), view });
    const [shown] = slack.views();
    if (shown === undefined) throw new Error('nothing is shown');
    await slack.fillView(shown, { nom: 'CPTS du Nord' });
    const changed = { ...view, title: plain('Suite'), blocks: [section, ...view.blocks] };
    const args = { view_id: shown.id, view: changed, hash: shown.hash };
    expect(await callApi(slack, 'views.update', args)).toMatchObject({ ok: true });
    expect(await callApi(slack, 'views.update', args)).toMatchObject({ error: 'hash_conflict' });
    expect(slack.view()).toMatchObject({ id: shown.id, title: 'Suite' });
    expect(slack.view()?.values.nom?.['nom-saisie']).toEqual({ type: 'plain_text_input', value: 'CPTS du Nord' });
    expect(await callApi(slack, 'views.update', { external_id: 'profil-a', view })).toMatchObject({ ok: true });
    expect(await callApi(slack, 'views.update', { view_id: 'V0NONE', view: modal([]) })).toMatchObject({
      error: 'not_found',
    });
    const triggerId = await drawTrigger(slack, 'U0BOB');
    expect(await callApi(slack, 'views.open', { trigger_id: triggerId, view })).toMatchObject({
      error: 'duplicate_external_id',
    });
    expect(slack.takeViolations()).toHaveLength(1);
  });
});

describe('the home', () => {
  const home = (words: string) => ({ type: 'home', blocks: [{ type: 'section', text: plain(words) }, more()] });

  it('is published for each person, and told when it is opened again', async () => {
    const slack = await startStrict({ ...ALONE, events: ['app_home_opened'], retryDelaysMs: [] });
    await callApi(slack, 'views.publish', { user_id: 'U0ALICE', view: home('Bonjour') });
    await callApi(slack, 'views.publish', { user_id: 'U0BOB', view: home('Hello') });
    expect([slack.home()?.texts[0], slack.home('U0BOB')?.texts[0]]).toEqual(['Bonjour', 'Hello']);
    const first = slack.home()?.id;
    await callApi(slack, 'views.publish', { user_id: 'U0ALICE', view: home('Bonsoir') });
    expect(slack.home()).toMatchObject({ id: first, texts: ['Bonsoir', 'Plus'] });
    const linked = { type: 'home', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Vu par <@U0BOB>' } }] };
    await callApi(slack, 'views.publish', { user_id: 'U0ALICE', view: linked });
    expect(slack.markups).toMatchObject([{ markup: '<@U0BOB>', channel: first }]);
    expect((await slack.openHome()).channel).toBe('D0ALICE');
  });

  it('is refused where the app has none, and to people who are not there', async () => {
    const slack = await startStrict({ homeTab: false });
    expect(await callApi(slack, 'views.publish', { user_id: 'U0ALICE', view: home('a') })).toMatchObject({
      error: 'not_enabled',
    });
    expect(slack.takeViolations()).toHaveLength(1);
    const other = await startStrict();
    expect(await callApi(other, 'views.publish', { user_id: 'U0NOBODY', view: home('a') })).toMatchObject({
      ok: false,
    });
    await expect(slack.openHome()).rejects.toThrow('not subscribed to app_home_opened');
  });
});

function more() {
  return { type: 'actions', elements: [{ type: 'button', action_id: 'plus', text: plain('Plus') }] };
}
