import { z } from 'zod';

/** How addresses name a contribution. */
export const contributionParams = z.object({ panelId: z.uuid(), contributionId: z.uuid() });
