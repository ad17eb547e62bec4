import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { formatDate } from '#corpus/law/format-date.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';

/** Words of the profile as the person wrote them: whatever figure is in them is hers. */
export function toProfilText(text: string, field: string): LicensedText {
  const origin = { type: 'profile', field } as const;
  const figure = { text, value: text, unit: 'identifiant', label: field, origin } as const;
  return [{ ...figure, statut: null, confiance: null, references: [] }];
}

/** The same sentence, its figures being those of the profile and not of the interface. */
export function markProfil(sentence: LicensedText, field: string): LicensedText {
  const origin = { type: 'profile', field } as const;
  return sentence.map((piece) => (typeof piece === 'string' ? piece : { ...piece, origin }));
}

/** A day of the profile, as the calendar of a form takes it. */
export function toProfilDate(date: CalendarDate | undefined, field: string): LicensedText | undefined {
  if (date === undefined) return undefined;
  const origin = { type: 'profile', field } as const;
  const figure = { text: formatDate(date, 'fr'), value: date, unit: 'date', label: field, origin } as const;
  return [{ ...figure, statut: null, confiance: null, references: [] }];
}
