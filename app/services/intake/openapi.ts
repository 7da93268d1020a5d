import { z } from 'zod';
import { attuneVersion } from '../../version.ts';
import { csvParameters, importParameters } from './api-parameters.ts';
import { batchAnswerSchema } from './batch-answer.ts';
import { problems, problemSchema, type ProblemCode } from './problems.ts';
import { batchSchema } from './record-schema.ts';

type Json = Record<string, unknown>;

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io }) as Json;
  // The document says the dialect once.
  return $schema === undefined ? {} : rest;
}

const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** What an answer of that status says in a header. */
const headersOf: Readonly<Record<number, Json>> = {
  401: { 'WWW-Authenticate': { schema: { type: 'string' } } },
  405: { Allow: { schema: { type: 'string' } } },
  429: { 'Retry-After': { schema: { type: 'integer' } } },
};

/** Answers that are problems, by status; codes of one status share an entry. */
function refusals(codes: readonly ProblemCode[]): Json {
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

const answer = (description: string) => ({
  description,
  content: { 'application/json': { schema: refTo('BatchAnswer') } },
});

const kept = {
  200: answer('The same key with the same content was sent before.'),
  201: answer('All records are stored.'),
  202: answer('The register does not know the version here: the batch waits in quarantine.'),
};

function queryParameters(schema: z.ZodObject, isRequired = true): Json[] {
  const { properties, required } = jsonSchema(schema, 'input') as {
    properties: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    ...{ name, in: 'query', required: isRequired && (required ?? []).includes(name) },
    schema: property,
  }));
}

const idempotencyKey = {
  ...{ name: 'Idempotency-Key', in: 'header', required: true },
  description: 'Names this batch for ever: a repetition is answered and not stored.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{8,128}$' },
};

const ofToken = ['token-missing', 'token-unknown', 'token-expired', 'token-revoked'] as const;
const ofSending = [
  ...ofToken,
  ...(['scope-missing', 'other-deployment', 'key-missing', 'malformed-json'] as const),
  ...(['malformed-text', 'parameter-missing', 'key-reused', 'too-large', 'media-type'] as const),
  ...(['records-refused', 'too-many-requests', 'method-not-allowed'] as const),
];

const paths = {
  '/api/v1/monitoring/batches': {
    post: {
      operationId: 'sendBatch',
      summary: 'Send records of one version of a deployment: all are stored, or none.',
      description:
        'Aggregates only. The parameters of the address belong to text/csv, whose columns are the ' +
        'fields of a record, flat: period_start, period_end, dimension, level.',
      parameters: [idempotencyKey, ...queryParameters(csvParameters, false)],
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: refTo('Batch') },
          'text/csv': { schema: { type: 'string' } },
        },
      },
      responses: { ...kept, ...refusals([...ofSending, 'malformed-csv']) },
    },
  },
  '/api/v1/monitoring/batches/{batch_id}': {
    get: {
      operationId: 'getBatch',
      summary: 'What became of a batch.',
      parameters: [
        {
          name: 'batch_id',
          in: 'path',
          required: true,
          schema: { type: 'string', format: 'uuid' },
        },
      ],
      responses: {
        200: answer('As it stands now.'),
        ...refusals([
          ...ofToken,
          ...(['scope-missing', 'batch-unknown', 'too-many-requests'] as const),
          'method-not-allowed',
        ]),
      },
    },
  },
  '/api/v1/monitoring/import/{format}': {
    post: {
      operationId: 'importFile',
      summary: 'Send a report of Evidently or metrics of a run of MLflow as they are.',
      parameters: [
        {
          ...{ name: 'format', in: 'path', required: true },
          schema: { type: 'string', enum: ['evidently', 'mlflow'] },
        },
        idempotencyKey,
        ...queryParameters(importParameters),
      ],
      requestBody: { required: true, content: { 'application/json': { schema: {} } } },
      responses: {
        ...kept,
        ...refusals([
          ...ofSending,
          ...(['format-unknown', 'no-metric-recognised', 'importer-unknown'] as const),
        ]),
      },
    },
  },
} as const;

/** The document of the interface, from the schemas that its handlers read with. */
export function openApiDocument(server: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Attune monitoring',
      version: attuneVersion,
      description: 'Counts of deployed AI systems come in, never rows of patients.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: server }],
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Batch: jsonSchema(batchSchema, 'input'),
        BatchAnswer: jsonSchema(batchAnswerSchema, 'output'),
        Problem: jsonSchema(problemSchema, 'output'),
      },
    },
  };
}
