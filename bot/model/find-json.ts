/** Braces tried before giving up: a text full of them must not take long. */
const MOST_TRIES = 50;

/**
 * The JSON object of a text: the text itself, or the first object in it, whatever stands around (code fences, words,
 * a model that thinks aloud).
 * @returns undefined when the text holds none
 */
export function findJson(text: string): unknown {
  const spoken = text.replace(/^\s*<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/i, '');
  const whole = parseObject(spoken);
  if (whole !== undefined) return whole;
  let start = spoken.indexOf('{');
  for (let tries = 0; start !== -1 && tries < MOST_TRIES; tries++) {
    const end = findEnd(spoken, start);
    const found = end === undefined ? undefined : parseObject(spoken.slice(start, end));
    if (found !== undefined) return found;
    start = spoken.indexOf('{', start + 1);
  }
  return undefined;
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
