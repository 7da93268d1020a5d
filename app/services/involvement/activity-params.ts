import { z } from 'zod';

/** How addresses name an activity. */
export const activityParams = z.object({ activityId: z.uuid() });
