import { findUnreadable } from './situate/find-unreadable.ts';
import type { Comprehension } from './situate/situate.ts';
import { splitQuestion } from './situate/split-question.ts';

/** Whether the words of a question must go no further than its answer: neither to a model, nor to a store. */
export function isWithheld(text: string, comprehension: Comprehension): boolean {
  if (comprehension.findRefus(text) !== undefined || findUnreadable(text) !== undefined) return true;
  return splitQuestion(text, comprehension).some((part) => comprehension.findRefus(part) !== undefined);
}
