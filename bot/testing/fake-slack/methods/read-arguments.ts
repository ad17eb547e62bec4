/** Arguments of a call as they were sent, or why they cannot be read. */
export type ReadArguments =
  | { readonly kind: 'read'; readonly args: Readonly<Record<string, unknown>> }
  | { readonly kind: 'unreadable'; readonly error: string; readonly problem: string };

/** Reads the body of a call: a form, as the clients of Slack send, or a JSON object. */
export function readArguments(contentType: string | undefined, body: string): ReadArguments {
  const [type = ''] = (contentType ?? '').split(';');
  if (type === 'application/x-www-form-urlencoded') return readForm(body);
  if (type === 'application/json') return readJson(body);
  return { kind: 'unreadable', error: 'invalid_post_type', problem: `the content type « ${type} » is not read` };
}

function readForm(body: string): ReadArguments {
  const pairs = [...new URLSearchParams(body)];
  const args = Object.fromEntries(pairs);
  if (Object.keys(args).length === pairs.length) return { kind: 'read', args };
  return { kind: 'unreadable', error: 'invalid_form_data', problem: 'an argument is given twice' };
}

function readJson(body: string): ReadArguments {
  const parsed = parseJson(body);
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
    return { kind: 'read', args: Object.fromEntries(Object.entries(parsed)) };
  }
  return { kind: 'unreadable', error: 'invalid_json', problem: 'the body is not a JSON object' };
}

/** The value of a JSON text; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
