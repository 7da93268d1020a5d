import { z } from 'zod';

/** How addresses name a round. */
export const roundParams = z.object({ roundId: z.uuid() });
