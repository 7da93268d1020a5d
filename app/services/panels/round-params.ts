import { z } from 'zod';

/** How addresses name a round of a panel. */
export const roundParams = z.object({ panelId: z.uuid(), roundId: z.uuid() });
