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
