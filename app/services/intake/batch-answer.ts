import { z } from 'zod';
import type { BatchOutcome, StoredBatch } from './store-batch.server.ts';
import { firstOfEach, warningCodes } from './warning-codes.ts';
import type { Weighed } from './weigh-batch.server.ts';

const counts = {
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
        description:
          'What was noticed and taken nevertheless; `record` counts from 0. Of each code the first twenty, ' +
          'then one whose `detail` says how many `more` there are. ' +
          Object.entries(warningCodes)
            .map(([code, meaning]) => `\`${code}\`: ${meaning}.`)
            .join(' '),
      }),
  ),
};

/** What a machine is answered with, stored or waiting. */
export const batchAnswerSchema = z.object({
  batch_id: z.uuid(),
  state: z.enum(['stored', 'quarantined', 'discarded', 'withdrawn']),
  ...counts,
  received_at: z.iso.datetime(),
  withdrawal: z
    .object({
      withdrawn_at: z.iso.datetime(),
      reason: z.string(),
      withdrawn: z.int().meta({ description: 'Records that stood until then.' }),
      restored: z
        .int()
        .meta({ description: 'Of these, in whose place the ones before stand again.' }),
      replaced_before: z.int().meta({ description: 'Records that a later batch had replaced.' }),
    })
    .optional()
    .meta({ description: 'Of a batch that was taken back; its records count no longer.' }),
});
export type BatchAnswer = z.infer<typeof batchAnswerSchema>;

/** What a dry run is answered with: the same, but for what only a batch has that is there. */
export const dryRunAnswerSchema = z.object({
  dry_run: z.literal(true),
  state: z.enum(['stored', 'quarantined']).meta({ description: 'What the batch would become.' }),
  ...counts,
});
export type DryRunAnswer = z.infer<typeof dryRunAnswerSchema>;

type Kept = Exclude<BatchOutcome, { kind: 'refused' }>;

/** 201 stored, 202 waits for the register, 200 said before. */
export const answerStatus = { stored: 201, quarantined: 202, replayed: 200 } as const;

function withdrawalOf({ withdrawal }: StoredBatch): Pick<BatchAnswer, 'withdrawal'> {
  if (!withdrawal) return {};
  const { withdrawnAt, reason, withdrawn, restored, replacedBefore } = withdrawal;
  return {
    withdrawal: {
      ...{ withdrawn_at: withdrawnAt.toISOString(), reason },
      ...{ withdrawn, restored, replaced_before: replacedBefore },
    },
  };
}

export function answerOf({ batch }: Kept): BatchAnswer {
  return {
    ...{ batch_id: batch.id, state: batch.withdrawal ? 'withdrawn' : batch.state },
    ...{ accepted: batch.accepted, unchanged: batch.unchanged, superseded: batch.superseded },
    warnings: batch.warnings,
    received_at: batch.receivedAt.toISOString(),
    ...withdrawalOf(batch),
  };
}

export function dryRunAnswerOf(weighed: Exclude<Weighed, { kind: 'refused' }>): DryRunAnswer {
  const warnings = firstOfEach(weighed.warnings);
  if (weighed.kind === 'waits') {
    const none = { accepted: 0, unchanged: 0, superseded: 0 };
    return { dry_run: true, state: 'quarantined', ...none, warnings };
  }
  const { accepted, unchanged, superseded } = weighed.entering;
  return { dry_run: true, state: 'stored', accepted, unchanged, superseded, warnings };
}
