/** A person of the workspace. */
export type Person = {
  readonly id: string;
  /** Name shown; the identifier in lower case unless told. */
  readonly name?: string;
  /** Language of the interface of Slack: `fr-FR`. */
  readonly locale: string;
  /** Time zone by its IANA name; undefined for somebody who has set none. */
  readonly tz?: string;
  /** Whether it is an application rather than somebody. */
  readonly bot?: boolean;
};

/** People of several languages and zones. */
export const PEOPLE: readonly Person[] = [
  { id: 'U0ALICE', name: 'Alice', locale: 'fr-FR', tz: 'Europe/Paris' },
  { id: 'U0BOB', name: 'Bob', locale: 'en-US', tz: 'America/New_York' },
  { id: 'U0CHLOE', name: 'Chloé', locale: 'fr-FR', tz: 'Indian/Reunion' },
  { id: 'U0DIETER', name: 'Dieter', locale: 'de-DE', tz: 'Europe/Berlin' },
  { id: 'U0EMMA', name: 'Emma', locale: 'en-GB', tz: 'Europe/London' },
];
