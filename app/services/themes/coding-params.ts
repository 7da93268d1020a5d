import { z } from 'zod';

/** How addresses name a coding. */
export const codingParams = z.object({ panelId: z.uuid(), codingId: z.uuid() });
