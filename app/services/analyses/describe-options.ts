import { z } from 'zod';

/** What one option of a family takes, in words. */
export type OptionHelp = {
  name: string;
  isRequired: boolean;
  takes: string;
  /** The value it has unless given, as JSON. */
  usual?: string;
};

type Schema = z.core.JSONSchema.BaseSchema;

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

function numberWords({ type, ...schema }: Schema): string {
  const { minimum: from, maximum: to, exclusiveMinimum: above, exclusiveMaximum: below } = schema;
  const isBound = (bound: unknown): bound is number =>
    typeof bound === 'number' && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
  const bounds = [
    isBound(from) ? (isBound(to) ? `from ${from}` : `of at least ${from}`) : '',
    isBound(to) ? `${isBound(from) ? '' : 'up '}to ${to}` : '',
    isBound(above) ? `above ${above}` : '',
    isBound(below) ? `${isBound(above) ? 'and ' : ''}below ${below}` : '',
  ];
  const kind = type === 'integer' ? 'a whole number' : 'a number';
  return [kind, ...bounds.filter((words) => words !== '')].join(' ');
}

const plural: Partial<Record<string, string>> = {
  string: 'names',
  ...{ number: 'numbers', integer: 'whole numbers', array: 'lists' },
};

function listWords({ prefixItems, items, minItems }: Schema): string {
  if (prefixItems) {
    const kinds = prefixItems.map((item) => (isSchema(item) ? words(item) : 'anything'));
    return `a list of ${prefixItems.length}: ${kinds.join(', ')}`;
  }
  const item = isSchema(items) && !Array.isArray(items) ? items : {};
  const of = typeof item.type === 'string' ? (plural[item.type] ?? 'values') : 'values';
  if (minItems === 1) return `a list of ${of}, at least one`;
  return `a list of ${minItems === undefined ? '' : `at least ${minItems} `}${of}`;
}

function words(schema: Schema): string {
  if (schema.description !== undefined) return schema.description;
  if (schema.anyOf) return schema.anyOf.map((one) => words(one)).join(' or ');
  if (schema.enum) return `one of ${schema.enum.join(', ')}`;
  if (schema.const !== undefined) return String(schema.const);
  // A number that may be null, too.
  const type = Array.isArray(schema.type) ? (schema.type as unknown[])[0] : schema.type;
  switch (type) {
    case 'number':
    case 'integer':
      return numberWords(schema);
    case 'boolean':
      return 'true or false';
    case 'array':
      return listWords(schema);
    case 'object':
      return schema.properties
        ? `an object with ${Object.keys(schema.properties).join(', ')}`
        : 'an object';
    default:
      return 'text';
  }
}

/** The options that a family declares, in its own order. */
export function describeOptions(options: z.ZodObject): OptionHelp[] {
  const { properties = {}, required = [] } = z.toJSONSchema(options, {
    io: 'input',
    unrepresentable: 'any',
  });
  return Object.entries(properties).flatMap(([name, schema]) => {
    if (!isSchema(schema)) return [];
    const usual = schema.default;
    const option = { name, isRequired: required.includes(name), takes: words(schema) };
    return [usual === undefined ? option : { ...option, usual: JSON.stringify(usual) }];
  });
}
