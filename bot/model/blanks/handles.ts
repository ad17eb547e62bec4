/** Consonants of which none is a Roman numeral: put together they are neither words nor numbers. */
const LETTERS = 'BFGHJKNPQRSTWZ';
const LENGTH = 3;
const COUNT = LETTERS.length ** LENGTH;
/** Steps through all the handles in an order in which neighbours do not look alike; it shares no factor with their count. */
const STRIDE = 1297;

/** Gives names to figures and énoncés, the same ones in the same order for the same exchange. */
export type Handles = { readonly next: () => string };

/** Builds the handles of one exchange. */
export function createHandles(): Handles {
  let count = 0;
  return {
    next() {
      count += 1;
      return toHandle((count * STRIDE) % COUNT);
    },
  };
}

/** Handles for all the places of the wheel, for the tests. */
export function listHandles(): readonly string[] {
  return Array.from({ length: COUNT }, (_, place) => toHandle(place));
}

function toHandle(place: number): string {
  let [rest, handle] = [place, ''];
  for (let at = 0; at < LENGTH; at += 1) {
    handle += LETTERS.charAt(rest % LETTERS.length);
    rest = Math.floor(rest / LETTERS.length);
  }
  return handle;
}
