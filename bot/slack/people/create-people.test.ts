import { describe, expect, it } from 'vitest';
import type { Person } from '../outgoing/slack-sender.ts';
import { createPeople } from './create-people.ts';

const HOUR_MS = 3_600_000;

describe('the language and the zone of a person', () => {
  it.each<[string | undefined, string]>([
    ['en-US', 'en'],
    ['en-GB', 'en'],
    ['en', 'en'],
    ['fr-FR', 'fr'],
    ['es-ES', 'fr'],
    ['eno', 'fr'],
    ['', 'fr'],
    [undefined, 'fr'],
  ])('of locale %s is %s', async (locale, lang) => {
    const { people } = createTestPeople(async () => ({ locale }));
    expect(await people.findLang('U1')).toBe(lang);
  });

  it.each<[string | undefined, string]>([
    ['America/Cayenne', 'America/Cayenne'],
    ['Indian/Reunion', 'Indian/Reunion'],
    ['Terre/Lune', 'Europe/Paris'],
    [undefined, 'Europe/Paris'],
  ])('with the zone %s is %s', async (zone, expected) => {
    const { people } = createTestPeople(async () => ({ zone }));
    expect(await people.findZone('U1')).toBe(expected);
  });

  it('are asked of Slack once for all that ask at the same time, and again after an hour', async () => {
    const { people, asked, clock } = createTestPeople(async () => ({ locale: 'en-US', zone: 'Europe/London' }));
    await Promise.all([people.findLang('U1'), people.findZone('U1'), people.findLang('U2'), people.findLang('U1')]);
    expect(asked).toEqual(['U1', 'U2']);
    clock.now += HOUR_MS - 1;
    await people.findLang('U1');
    expect(asked).toHaveLength(2);
    clock.now += 1;
    expect(await people.findLang('U1')).toBe('en');
    expect(asked).toEqual(['U1', 'U2', 'U1']);
  });

  it('are French and of Paris when Slack does not tell, which is asked again a minute later', async () => {
    let works = false;
    const { people, asked, notes, clock } = createTestPeople(async () => {
      if (!works) throw new Error('missing_scope');
      return { locale: 'en-US' };
    });
    expect(await people.findLang('U1')).toBe('fr');
    expect(await people.findZone('U1')).toBe('Europe/Paris');
    expect(notes).toEqual([new Error('missing_scope')]);
    works = true;
    clock.now += 60_000;
    expect(await people.findLang('U1')).toBe('en');
    expect(asked).toHaveLength(2);
  });

  it('are forgotten for the oldest when there are too many', async () => {
    const { people, asked } = createTestPeople(async () => ({}));
    for (let index = 0; index <= 2000; index += 1) await people.findLang(`U${index}`);
    await people.findLang('U2000');
    expect(asked).toHaveLength(2001);
    await people.findLang('U0');
    expect(asked).toHaveLength(2002);
  });
});

function createTestPeople(answer: () => Promise<Person>) {
  const [asked, notes]: [string[], unknown[]] = [[], []];
  const clock = { now: 0 };
  const people = createPeople({
    findPerson(user) {
      asked.push(user);
      return answer();
    },
    now: () => clock.now,
    note: (error) => void notes.push(error),
  });
  return { people, asked, notes, clock };
}
