import { z } from 'zod';
import { keyLength } from './idempotency-key.ts';

/** What an interface refuses, by code: status, and what the machine's owner reads. */
export const problems = {
  'malformed-json': [400, 'The body is not JSON.'],
  'malformed-csv': [400, 'The body is not a table with a heading.'],
  'malformed-openmetrics': [400, 'The body is not OpenMetrics 1.0.'],
  'malformed-text': [400, 'The body is not UTF-8.'],
  'key-missing': [
    400,
    `The header Idempotency-Key is missing, or is no token of ${keyLength.least} to ${keyLength.most} signs.`,
  ],
  'parameter-missing': [400, 'A parameter of the address is missing or wrong.'],
  'token-missing': [401, 'The header Authorization is missing.'],
  'token-unknown': [401, 'The token is not known.'],
  'token-expired': [401, 'The token has expired.'],
  'token-revoked': [401, 'The token was revoked.'],
  'signature-missing': [
    401,
    'X-MLflow-Signature, X-MLflow-Delivery-Id or X-MLflow-Timestamp is missing or written wrong.',
  ],
  'signature-wrong': [401, 'The signature is not that of a hook of this address.'],
  'signature-old': [401, 'The time of the message lies more than five minutes away.'],
  'hook-revoked': [401, 'The hook was revoked.'],
  'scope-missing': [403, 'The token may not do this.'],
  'batch-of-person': [403, 'A person uploaded the batch: it is taken back on its page.'],
  'other-deployment': [403, 'The token speaks for another deployment.'],
  'address-unknown': [
    404,
    'There is nothing at this address; /api/v1/openapi.json names all there are.',
  ],
  'batch-unknown': [404, 'The deployment has no such batch.'],
  'importer-unknown': [404, 'There is no such importer.'],
  'method-not-allowed': [405, 'The address does not know this method.'],
  'batch-not-stored': [
    409,
    'The batch waits in quarantine or was discarded: nothing of it counts.',
  ],
  'withdrawn-otherwise': [
    409,
    'The batch was taken back before, with another reason, which is kept: nothing is done.',
  ],
  'withdrawal-above-overall': [
    409,
    'What would stand again has fewer cases than groups that a later batch brought: take that one back first.',
  ],
  'withdrawal-parts-differ': [
    409,
    'What would stand again does not fit parts of the same metric that a later batch brought: take that one back first.',
  ],
  'key-reused': [409, 'The key was used before with other content.'],
  'too-large': [413, 'The body is larger than is taken here: 2 MB of records.'],
  'media-type': [415, 'The body has another media type than is taken here, or is compressed.'],
  'records-refused': [422, 'Records are refused; nothing was stored.'],
  'no-metric-recognised': [422, 'No metric of the file is one that is known; nothing was stored.'],
  'format-unknown': [422, 'The file has a shape that is not known; nothing was stored.'],
  'message-unreadable': [
    422,
    'The message has no entity and action, or is of a version without its name and number.',
  ],
  'reason-refused': [422, 'A reason of 1 to 500 signs is needed, and nothing else.'],
  'too-many-requests': [429, 'Too many requests of this token or hook.'],
} as const satisfies Record<string, readonly [number, string]>;
export type ProblemCode = keyof typeof problems;

const periodSchema = z.object({
  start: z.string(),
  end: z.string().meta({ description: 'The day after the last.' }),
});

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
        pointer: z.string().meta({
          description: 'Into the body; empty for a whole table, and for a parameter or a header.',
        }),
        parameter: z.string().optional().meta({ description: 'Of the address.' }),
        header: z.string().optional(),
        code: z.string(),
        detail: z.string(),
        found: z.string().optional().meta({
          description: 'A field, or the place of another record that this one collides with.',
        }),
        value: z.string().optional().meta({
          description:
            'What stands there: a short number or one short word in small letters, of all else what it is; left out where it reads like something that tells of a person.',
        }),
        allowed: z.string().optional().meta({ description: 'What may stand there, in words.' }),
        line: z.int().optional().meta({ description: 'Of a table, counted from 1.' }),
        column: z.string().optional(),
        sent_period: periodSchema.optional(),
        stored_period: periodSchema
          .optional()
          .meta({ description: 'Of a stored record that shares some of its days.' }),
      }),
    )
    .optional()
    .meta({ description: 'The first hundred faults.' }),
  errors_total: z.int().optional(),
});
export type ProblemBody = z.infer<typeof problemSchema>;
