import { z } from 'zod';

/** What an interface refuses, by code: status, and what the machine's owner reads. */
export const problems = {
  'malformed-json': [400, 'The body is not JSON.'],
  'malformed-csv': [400, 'The body is not a table with a heading.'],
  'malformed-text': [400, 'The body is not UTF-8.'],
  'key-missing': [400, 'The header Idempotency-Key is missing, or is no token of 8 to 128 signs.'],
  'parameter-missing': [400, 'A parameter of the address is missing or wrong.'],
  'token-missing': [401, 'The header Authorization is missing.'],
  'token-unknown': [401, 'The token is not known.'],
  'token-expired': [401, 'The token has expired.'],
  'token-revoked': [401, 'The token was revoked.'],
  'scope-missing': [403, 'The token may not do this.'],
  'other-deployment': [403, 'The token speaks for another deployment.'],
  'batch-unknown': [404, 'The deployment has no such batch.'],
  'importer-unknown': [404, 'There is no such importer.'],
  'method-not-allowed': [405, 'The address does not know this method.'],
  'key-reused': [409, 'The key was used before with other content.'],
  'too-large': [413, 'The body is larger than 2 MB.'],
  'media-type': [415, 'The body must be application/json or text/csv, and not compressed.'],
  'records-refused': [422, 'Records are refused; nothing was stored.'],
  'no-metric-recognised': [422, 'No metric of the file is one that is known; nothing was stored.'],
  'format-unknown': [422, 'The file has a shape that is not known; nothing was stored.'],
  'too-many-requests': [429, 'Too many requests of this token.'],
} as const satisfies Record<string, readonly [number, string]>;
export type ProblemCode = keyof typeof problems;

/** RFC 9457, with a pointer (RFC 6901) for each fault. */
export const problemSchema = z.object({
  type: z.string().meta({ description: 'Names the kind of problem; it leads nowhere.' }),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  errors: z
    .array(
      z.object({
        pointer: z.string().meta({ description: 'Into what was sent; empty for a whole table.' }),
        code: z.string(),
        detail: z.string(),
        found: z.string().optional().meta({
          description: 'A field, or the place of another record that this one collides with.',
        }),
        line: z.int().optional().meta({ description: 'Of a table, counted from 1.' }),
        column: z.string().optional(),
      }),
    )
    .optional()
    .meta({ description: 'The first hundred faults.' }),
  errors_total: z.int().optional(),
});
export type ProblemBody = z.infer<typeof problemSchema>;
