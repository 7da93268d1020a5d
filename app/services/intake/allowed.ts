import type { z } from 'zod';
import { jsonSchema } from './openapi-parts.ts';
import { isObject } from './shown-value.ts';

type Schema = {
  type?: string;
  const?: string;
  enum?: readonly string[];
  format?: string;
  pattern?: string;
  properties?: Readonly<Record<string, Schema>>;
  items?: Schema;
  oneOf?: readonly Schema[];
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
};

const published = new WeakMap<z.ZodType, Schema>();

/** As the document of the interface has it, so that both say the same. */
function schemaOf(schema: z.ZodType): Schema {
  const known = published.get(schema) ?? jsonSchema(schema, 'input');
  published.set(schema, known);
  return known;
}

export function listOf(words: readonly string[]): string {
  const [last = '', ...before] = words.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(', ')} or ${last}`;
}

function between(least: number | undefined, most: number | undefined, of = ''): string {
  if (least !== undefined && most !== undefined) return ` of ${least} to ${most}${of}`;
  if (most !== undefined) return ` of at most ${most}${of}`;
  return least === undefined ? '' : ` of at least ${least}${of}`;
}

function ranged(word: string, { minimum, exclusiveMinimum, maximum }: Schema): string {
  const most = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? undefined : maximum;
  if (exclusiveMinimum === undefined) return `${word}${between(minimum, most)}`;
  return `${word} above ${exclusiveMinimum}${most === undefined ? '' : `, at most ${most}`}`;
}

function words(schema: Schema): string | undefined {
  const { type, format, pattern, minLength, maxLength, minItems, maxItems } = schema;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return listOf(schema.enum);
  if (format === 'date') return 'a day, YYYY-MM-DD';
  if (format === 'uuid') return 'a UUID';
  switch (type) {
    case 'integer':
      return ranged('a whole number', schema);
    case 'number':
      return ranged('a number', schema);
    case 'string':
      return `${pattern === undefined ? 'a text' : 'a code'}${between(minLength, maxLength, ' signs')}`;
    case 'array':
      return `a list${between(minItems, maxItems)}`;
    case 'object':
      return 'an object';
    case undefined:
    default:
      return undefined;
  }
}

/** Of records the one of the kind that was sent; of a kind that is none, all there are. */
function variantOf(schema: Schema, sent: unknown): Schema {
  const { oneOf } = schema;
  if (!oneOf) return schema;
  const kindOf = ({ properties }: Schema) => properties?.['kind']?.const;
  const kind = isObject(sent) ? sent['kind'] : undefined;
  return (
    oneOf.find((one) => kindOf(one) === kind) ?? {
      ...{ type: 'object', properties: { kind: { enum: oneOf.map((one) => kindOf(one) ?? '') } } },
    }
  );
}

const ownOf = <Value>(from: Readonly<Record<string, Value>> | undefined, step: string) =>
  from && Object.hasOwn(from, step) ? from[step] : undefined;

/**
 * What may stand at a place of what was sent, in words: by the schema that the document of the interface publishes.
 * Of a field that is none, which there are.
 */
export function allowedAt(
  schema: z.ZodType,
  path: readonly PropertyKey[],
  sent: unknown,
): string | undefined {
  let [at, value]: [Schema, unknown] = [variantOf(schemaOf(schema), sent), sent];
  for (const step of path.map(String)) {
    value = isObject(value) ? ownOf(value, step) : undefined;
    const next = at.items ?? ownOf(at.properties, step);
    if (!next) return at.properties && listOf(Object.keys(at.properties));
    at = variantOf(next, value);
  }
  return words(at);
}
