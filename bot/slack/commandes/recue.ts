import type { SavedProfil } from '#bot/store/ports/profils.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { SlackContext } from '../slack-context.ts';
import type { Comptoir } from './comptoir.ts';
import type { Parole } from './parler.ts';

/** A command as it came: who wrote it, where, what follows its name, and the ways back to her. */
export type CommandeRecue = {
  readonly user: string;
  /** Absent when it was asked for from the home of the application. */
  readonly channel?: string | undefined;
  /** The profile that was chosen; that of the channel otherwise. */
  readonly profil?: SavedProfil | undefined;
  /** Opens one window within three seconds. */
  readonly triggerId: string;
  /** Where to answer for half an hour. */
  readonly responseUrl?: string | undefined;
  /** What was written after the name of the command. */
  readonly suite: string;
};

/** What a command works with. */
export type Atelier = Comptoir & {
  readonly context: SlackContext;
  readonly parole: Parole;
  readonly today: CalendarDate;
};
