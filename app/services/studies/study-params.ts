import { z } from 'zod';

/** How addresses name a study. */
export const studyParams = z.object({ studyId: z.uuid() });
