interface Schema {
  $ref?: string;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  minimum?: number;
  pattern?: string;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean;
  items?: Schema;
  definitions?: Record<string, Schema>;
}

/** Where the value breaks the schema. Knows the keywords that our own schema uses, and no more. */
export function violations(value: unknown, root: Schema, schema: Schema = root, at = '$'): string[] {
  if (schema.$ref) return violations(value, root, root.definitions![schema.$ref.split('/').pop()!]!, at);
  const found: string[] = [];
  if ('const' in schema && value !== schema.const) found.push(`${at}: not ${String(schema.const)}`);
  if (schema.enum && !schema.enum.includes(value)) found.push(`${at}: not one of the enum`);
  if (schema.type && !hasType(value, schema.type)) return [...found, `${at}: not ${schema.type}`];
  if (schema.minimum !== undefined && (value as number) < schema.minimum) found.push(`${at}: too small`);
  if (schema.pattern && !new RegExp(schema.pattern).test(value as string)) found.push(`${at}: no match`);
  if (Array.isArray(value)) {
    value.forEach((item, i) => {
      found.push(...violations(item, root, schema.items ?? {}, `${at}[${i}]`));
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const key of schema.required ?? []) if (!(key in value)) found.push(`${at}.${key}: missing`);
    for (const [key, item] of Object.entries(value)) {
      const known = schema.properties?.[key];
      if (known) found.push(...violations(item, root, known, `${at}.${key}`));
      else if (schema.additionalProperties === false) found.push(`${at}.${key}: unknown`);
    }
  }
  return found;
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
