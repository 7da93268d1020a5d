import { z } from 'zod';
import { problems, type ProblemCode } from './problems.ts';

type Json = Record<string, unknown>;

export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io }) as Json;
  // The document says the dialect once.
  return $schema === undefined ? {} : rest;
}

export const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** What an answer of that status says in a header. */
const headersOf: Readonly<Record<number, Json>> = {
  401: { 'WWW-Authenticate': { schema: { type: 'string' } } },
  405: { Allow: { schema: { type: 'string' } } },
  429: { 'Retry-After': { schema: { type: 'integer' } } },
};

/** Answers that are problems, by status; codes of one status share an entry. */
export function refusals(codes: readonly ProblemCode[]): Json {
  const byStatus: Record<string, Json> = {};
  for (const status of new Set(codes.map((code) => problems[code][0]))) {
    const own = codes.filter((code) => problems[code][0] === status);
    byStatus[status] = {
      description: own.map((code) => `\`${code}\`: ${problems[code][1]}`).join(' '),
      ...(headersOf[status] ? { headers: headersOf[status] } : {}),
      content: { 'application/problem+json': { schema: refTo('Problem') } },
    };
  }
  return byStatus;
}

/** An answer that is one of these. */
export const answer = (description: string, schemas: readonly string[] = ['BatchAnswer']) => {
  const [only = '', ...others] = schemas;
  const schema = others.length === 0 ? refTo(only) : { oneOf: schemas.map(refTo) };
  return { description, content: { 'application/json': { schema } } };
};

export function queryParameters(schema: z.ZodObject, isRequired = true): Json[] {
  const { properties, required } = jsonSchema(schema, 'input') as {
    properties: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    ...{ name, in: 'query', required: isRequired && (required ?? []).includes(name) },
    schema: property,
  }));
}
