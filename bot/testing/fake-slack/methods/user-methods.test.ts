import { describe, expect, it } from 'vitest';
import { callApi, startStrict } from '../call-api-testing.ts';

const scopes = ['users:read'];

describe('users.info', () => {
  it.each([
    ['U0ALICE', 'fr-FR', 'Europe/Paris'],
    ['U0BOB', 'en-US', 'America/New_York'],
  ])('tells the zone of %s, and the language when asked', async (user, locale, tz) => {
    const slack = await startStrict({ scopes });
    const { user: silent } = await callApi(slack, 'users.info', { user });
    expect(silent).toMatchObject({ id: user, tz });
    expect(silent).not.toHaveProperty('locale');
    expect((await callApi(slack, 'users.info', { user, include_locale: true })).user).toMatchObject({ locale, tz });
  });

  it('knows the people it was given, and nobody else', async () => {
    const people = [{ id: 'U0ZOE', locale: 'pt-BR' }];
    const slack = await startStrict({ scopes, people });
    expect((await callApi(slack, 'users.info', { user: 'U0ZOE' })).user).not.toHaveProperty('tz');
    expect(await callApi(slack, 'users.info', { user: 'U0ALICE' })).toMatchObject({ error: 'user_not_found' });
    slack.setPerson({ id: 'U0ALICE', locale: 'fr-FR' });
    expect(await callApi(slack, 'users.info', { user: 'U0ALICE' })).toMatchObject({ ok: true });
  });

  it('needs its scope', async () => {
    const slack = await startStrict({ scopes: ['chat:write'] });
    expect(await callApi(slack, 'users.info', { user: 'U0ALICE' })).toMatchObject({ needed: 'users:read' });
    expect(slack.takeViolations()).toHaveLength(1);
  });
});
