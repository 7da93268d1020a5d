import { z } from 'zod';
import { storable } from './record-schema.ts';

/** What a machine says when it takes a batch back. */
export const withdrawalSchema = z.strictObject({
  reason: storable(500).trim().min(1, 'empty').meta({
    description: 'Why the batch was wrong. Never about a person; kept, and shown on its page.',
  }),
});
