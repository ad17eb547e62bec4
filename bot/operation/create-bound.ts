/** Values of a label that are told apart; a method, a code or a reason of ours is never the hundredth. */
const MOST_VALUES = 100;
/** What stands for all the others. */
const OTHER = 'autre';
/** Names of code, without a word of anybody: « chat.postMessage », « ERR_SLACK_CANAL », « needs-input ». */
const NAME = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;

/** Keeps the values of a label few: those that are no name of code, or that come too late, are told as one. */
export function createBound(most = MOST_VALUES): (value: string) => string {
  const seen = new Set<string>();
  return function bound(value) {
    if (seen.has(value)) return value;
    if (seen.size >= most || !NAME.test(value)) return OTHER;
    seen.add(value);
    return value;
  };
}
