import { z } from 'zod';

const id = z.uuid();
const named = z.string().trim().min(1).max(200);

/** What one thing says it is about, wherever that lies: the one reference between rooms. */
export const subjectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('organisation') }),
  z.strictObject({ kind: z.literal('site'), id }),
  z.strictObject({ kind: z.literal('study'), id }),
  z.strictObject({ kind: z.literal('instrument'), id }),
  z.strictObject({ kind: z.literal('instrument-version'), id }),
  z.strictObject({ kind: z.literal('panel'), id }),
  /** What a panel found and published: a margin that matters, a text that was reviewed. */
  z.strictObject({ kind: z.literal('panel-report'), id }),
  /** Kept elsewhere, with the name of its version: a protocol, a leaflet, a model card. */
  z.strictObject({ kind: z.literal('document'), name: named, version: named.nullable() }),
]);
export type Subject = z.infer<typeof subjectSchema>;
