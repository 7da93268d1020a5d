import { z } from 'zod';

/** How addresses name a panel. */
export const panelParams = z.object({ panelId: z.uuid() });
