import { type Message, toMessage } from '#corpus/law/message.ts';

/** Longest question read, in characters: beyond, it is a text to be checked, not a question. */
const LONGEST = 4000;

/** Why a text cannot be read as a question: empty, too long, broken encoding, no word at all. */
export function findUnreadable(text: string): Message | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return toMessage('interface-question-vide', { exemple: { kind: 'nombre', valeur: 2 } });
  if (trimmed.length > LONGEST) {
    const longueur = { kind: 'nombre', valeur: trimmed.length } as const;
    return toMessage('interface-question-longue', { longueur, limite: { kind: 'nombre', valeur: LONGEST } });
  }
  const broken = trimmed.match(/\ufffd|[^\P{Cc}\t\n\r]|\p{Cs}|Ã[\u0080-\u00bf©¨ª«]/gu) ?? [];
  if (broken.length > 0 && broken.length * 20 >= trimmed.length) return toMessage('interface-question-illisible');
  // A digit inside a keycap is an emoji, not a word.
  const words = trimmed.replace(/[0-9#*]\ufe0f?\u20e3/gu, '');
  return /\p{L}|\p{N}/u.test(words) ? undefined : toMessage('interface-sans-mots');
}
