import { z } from 'zod';

/** How addresses name what somebody said. */
export const wordParams = z.object({ contributionId: z.uuid() });
