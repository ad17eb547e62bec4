import type { LicensedText } from '#corpus/law/licensed-text.ts';

/** What a person reads in a payload: its figures stand at licensed places, and it becomes a string only at the gate. */
export type Visible = { readonly visible: LicensedText };

/**
 * A payload for Slack before the gate: its readable strings are {@link Visible}.
 * A plain string is a technical name or an identifier, and the gate demands its form.
 */
export type Outgoing = string | number | boolean | Visible | readonly Outgoing[] | OutgoingObject;
export type OutgoingObject = { readonly [key: string]: Outgoing };

/** The same payload after the gate, as JSON. */
export type Sealed = string | number | boolean | readonly Sealed[] | SealedObject;
export type SealedObject = { readonly [key: string]: Sealed };

/** Marks a text as read by a person. */
export function toVisible(text: LicensedText): Visible {
  return { visible: text };
}

/** A text of Block Kit shown as it is written: nothing in it is markup. */
export function toPlainText(text: LicensedText): OutgoingObject {
  return { type: 'plain_text', text: toVisible(text), emoji: false };
}
