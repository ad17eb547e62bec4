import type { Lang } from '#corpus/law/lang.ts';
import type { Person } from '../outgoing/slack-sender.ts';
import { toFailure } from '../outgoing/to-failure.ts';

/** How to speak to a person: her language, and the clock she lives by. */
export type People = {
  /** French when nothing is known of her, or when Slack does not tell. */
  readonly findLang: (user: string) => Promise<Lang>;
  /** A time zone such as `Europe/Paris`, which is also the one taken when nothing is known. */
  readonly findZone: (user: string) => Promise<string>;
};

/** What knowing people needs; `note` is told why when Slack does not tell, and is not flooded by it. */
export type PeopleParts = {
  readonly findPerson: (user: string) => Promise<Person>;
  readonly now: () => number;
  readonly note: (error: unknown) => void;
};

/** Persons known at once. */
const MOST = 2000;
/** How long what Slack told holds, and how long it is left alone when it did not tell, in milliseconds. */
const KNOWN_MS = 3_600_000;
const UNKNOWN_MS = 60_000;

const ZONE = 'Europe/Paris';

type Known = { readonly person: Promise<Person>; until: number };

/** Remembers the language and the time zone of people; asks Slack once for each, and again when it was long ago. */
export function createPeople({ findPerson, now, note }: PeopleParts): People {
  const known = new Map<string, Known>();

  function find(user: string): Promise<Person> {
    const former = known.get(user);
    if (former && former.until > now()) return former.person;
    const entry: Known = { until: now() + KNOWN_MS, person: ask(user, () => (entry.until = now() + UNKNOWN_MS)) };
    known.delete(user);
    known.set(user, entry);
    const [oldest] = known.keys();
    if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    return entry.person;
  }
  async function ask(user: string, onFailure: () => void): Promise<Person> {
    try {
      return await findPerson(user);
    } catch (error) {
      onFailure();
      // Slack away for a moment is no news; a right that is missing is.
      if (toFailure(error).kind === 'final') note(error);
      return {};
    }
  }
  return {
    async findLang(user) {
      const { locale = '' } = await find(user);
      return /^en(?:-|$)/i.test(locale) ? 'en' : 'fr';
    },
    async findZone(user) {
      const { zone = ZONE } = await find(user);
      return isZone(zone) ? zone : ZONE;
    },
  };
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('fr', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
