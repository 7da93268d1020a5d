import type { ApiToken, Member } from '#db/actor.server.ts';
import type { BatchSource, BatchTool, BatchWarning } from '#db/schema/monitoring-batch.ts';
import type { Locate } from './locate-fault.ts';
import type { SentRecord } from './record-schema.ts';

/** A machine with its token, or somebody who uploads a file. */
export type Sender = ApiToken | Member;

/** What was sent in, read and checked for itself; the register has not been asked yet. */
export type ReadBatch = {
  /** Slug of the deployment that the sender means, where what was sent says it. */
  deployment?: string | undefined;
  source: BatchSource;
  tool: BatchTool | null;
  modelVersion: string;
  comment: string;
  records: readonly SentRecord[];
  /** For faults that only the database finds. */
  locate?: Locate;
  /** What was noticed while reading. */
  notes?: BatchWarning[];
};

export type KeyedBatch = ReadBatch & {
  idempotencyKey: string;
  /** Of the bytes that were sent. */
  contentHash: string;
};
