import { z } from 'zod';

/** How addresses name a version. */
export const versionParams = z.object({
  instrumentId: z.uuid(),
  number: z.coerce.number().int().min(1).max(100_000),
});
