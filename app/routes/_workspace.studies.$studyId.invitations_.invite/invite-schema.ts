import { z } from 'zod';
import { languageSchema } from '../../i18n/locales.ts';

export const inviteSchema = z
  .object({
    waveId: z.uuid(),
    file: z.instanceof(File).optional(),
    list: z.string().optional(),
    siteId: z.uuid().optional(),
    language: languageSchema.optional(),
  })
  .refine(({ file, list }) => (file?.size ?? 0) > 0 || list !== undefined, {
    path: ['list'],
    error: 'list-empty',
  });

export type InviteValues = z.input<typeof inviteSchema>;

/** A chosen file goes before pasted text. */
export async function listText({ file, list }: z.output<typeof inviteSchema>): Promise<string> {
  return file && file.size > 0 ? file.text() : (list ?? '');
}
