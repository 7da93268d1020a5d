import { z } from 'zod';

/** How addresses name a concern. */
export const concernParams = z.object({ panelId: z.uuid(), concernId: z.uuid() });
export type ConcernIds = z.output<typeof concernParams>;
