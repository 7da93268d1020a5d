import { z } from 'zod';

export const invitationFilterStates = ['invited', 'opened', 'completed'] as const;

/** The filters of the list as they stand in its address. */
export const invitationSearch = z.object({
  wave: z.uuid().nullable().catch(null),
  site: z.uuid().nullable().catch(null),
  state: z.enum(invitationFilterStates).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type InvitationSearch = z.output<typeof invitationSearch>;
