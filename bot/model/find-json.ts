/** Braces tried before giving up: a text full of them must not take long. */
const MOST_TRIES = 50;

/**
 * The JSON object of a text: the text itself, or the first object in it, whatever stands around (code fences, words,
 * a model that thinks aloud).
 * @returns undefined when the text holds none
 */
export function findJson(text: string): unknown {
  const whole = parseObject(text);
  if (whole !== undefined) return whole;
  const spoken = dropThoughts(text);
  let start = spoken.indexOf('{');
  for (let tries = 0; start !== -1 && tries < MOST_TRIES; tries++) {
    const end = findEnd(spoken, start);
    const found = end === undefined ? undefined : parseObject(spoken.slice(start, end));
    if (found !== undefined) return found;
    start = spoken.indexOf('{', start + 1);
  }
  return undefined;
}

const THOUGHT = /<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/gi;
/** Servers that write the opening tag themselves leave the closing one alone. */
const UNOPENED = /^[\s\S]*<\/think(?:ing)?>/i;

/** What is said outside of thoughts; one that never ends may hold the answer, and stays. */
function dropThoughts(text: string): string {
  return text
    .replace(THOUGHT, '')
    .replace(UNOPENED, '')
    .replace(/^\s*<think(?:ing)?>/i, '');
}

/** Place after the brace that closes the one at `start`; braces in strings do not count. */
function findEnd(text: string, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let place = start; place < text.length; place++) {
    const character = text[place];
    if (inString) {
      if (character === '\\') place++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return place + 1;
  }
  return undefined;
}

function parseObject(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    // Not JSON: whoever asked looks elsewhere in the text.
    return undefined;
  }
}
