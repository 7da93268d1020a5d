import { z } from 'zod';
import type { BatchOutcome } from './store-batch.server.ts';

/** What a machine is answered with, stored or waiting. */
export const batchAnswerSchema = z.object({
  batch_id: z.uuid(),
  state: z.enum(['stored', 'quarantined', 'discarded']),
  accepted: z.int().meta({ description: 'Records that are new, or in place of others.' }),
  unchanged: z.int().meta({ description: 'Records that were there already, equal.' }),
  superseded: z.int().meta({ description: 'Of the accepted, those in place of others.' }),
  warnings: z.array(
    z
      .object({
        code: z.string(),
        record: z.int().optional(),
        detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      })
      .meta({
        description: 'What was noticed and stored nevertheless; `record` counts from 0.',
      }),
  ),
  received_at: z.iso.datetime(),
});
export type BatchAnswer = z.infer<typeof batchAnswerSchema>;

type Kept = Exclude<BatchOutcome, { kind: 'refused' }>;

/** 201 stored, 202 waits for the register, 200 said before. */
export const answerStatus = { stored: 201, quarantined: 202, replayed: 200 } as const;

export function answerOf({ batch }: Kept): BatchAnswer {
  return {
    ...{ batch_id: batch.id, state: batch.state },
    ...{ accepted: batch.accepted, unchanged: batch.unchanged, superseded: batch.superseded },
    warnings: batch.warnings,
    received_at: batch.receivedAt.toISOString(),
  };
}
