type Schema = Readonly<Record<string, unknown>>;

/** Keywords that strict mode reads; any other is refused. */
const KEYWORDS: ReadonlySet<string> = new Set([
  '$schema',
  '$defs',
  'definitions',
  '$ref',
  'type',
  'title',
  'description',
  'enum',
  'const',
  'anyOf',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'minItems',
  'maxItems',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'pattern',
  'format',
]);

const DEEPEST = 10;
const MOST_ENUM_VALUES = 1000;

/**
 * What strict mode refuses in a JSON schema: unions other than `anyOf`, open objects, optional properties, keywords it
 * does not read, too much depth.
 * @returns one sentence a problem, in English as the API writes them; empty when the schema is accepted
 */
export function checkStrictSchema(root: Schema): readonly string[] {
  const problems: string[] = [];
  let enumValues = 0;

  function visit(schema: unknown, place: string, depth: number): void {
    if (!isSchema(schema)) {
      problems.push(`In context=${place}, a schema must be an object.`);
      return;
    }
    if (depth > DEEPEST) problems.push(`In context=${place}, more than ${DEEPEST} levels of nesting.`);
    for (const keyword of Object.keys(schema)) {
      if (!KEYWORDS.has(keyword)) problems.push(`In context=${place}, '${keyword}' is not permitted.`);
    }
    if (Array.isArray(schema.enum)) enumValues += schema.enum.length;
    if (isTyped(schema, 'object')) problems.push(...checkObject(schema, place));
    if (isTyped(schema, 'array') && schema.items === undefined)
      problems.push(`In context=${place}, array schema missing items.`);
    for (const [name, child, step] of listChildren(schema)) visit(child, `${place}.${name}`, depth + step);
  }

  if (!isTyped(root, 'object')) problems.push('schema must be a JSON Schema of \'type: "object"\' at its root.');
  if (root.anyOf !== undefined) problems.push("the root may not have 'anyOf'.");
  visit(root, '()', 0);
  if (enumValues > MOST_ENUM_VALUES) problems.push(`more than ${MOST_ENUM_VALUES} enum values in all.`);
  return problems;
}

function checkObject(schema: Schema, place: string): readonly string[] {
  const problems: string[] = [];
  if (schema.additionalProperties !== false)
    problems.push(`In context=${place}, 'additionalProperties' is required to be supplied and to be false.`);
  const required = Array.isArray(schema.required) ? schema.required : [];
  const properties = isSchema(schema.properties) ? Object.keys(schema.properties) : [];
  const absent = properties.filter((name) => !required.includes(name));
  const extra = required.filter((name) => !properties.includes(String(name)));
  if (absent.length > 0)
    problems.push(
      `In context=${place}, 'required' must include every key in properties. Missing '${absent.join(', ')}'.`,
    );
  if (extra.length > 0) problems.push(`In context=${place}, extra required key '${extra.join(', ')}' supplied.`);
  return problems;
}

/** Schemas inside a schema: name, schema, and by how much it is deeper. */
function listChildren(schema: Schema): readonly (readonly [string, unknown, number])[] {
  const named = (['properties', '$defs', 'definitions'] as const).flatMap((keyword) =>
    isSchema(schema[keyword])
      ? Object.entries(schema[keyword]).map(([name, child]) => [`${keyword}.${name}`, child, 1] as const)
      : [],
  );
  const unions = Array.isArray(schema.anyOf)
    ? schema.anyOf.map((child, index) => [`anyOf.${index}`, child, 0] as const)
    : [];
  const items = schema.items === undefined ? [] : [['items', schema.items, 1] as const];
  return [...named, ...unions, ...items];
}

function isTyped({ type }: Schema, name: string): boolean {
  return type === name || (Array.isArray(type) && type.includes(name));
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
