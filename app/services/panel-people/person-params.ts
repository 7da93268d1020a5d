import { z } from 'zod';

/** How addresses name a person of a panel. */
export const personParams = z.object({ panelId: z.uuid(), memberId: z.uuid() });
