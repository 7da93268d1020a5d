import { z } from 'zod';
import type { UploadFormat } from '#db/schema/monitoring-batch.ts';
import { versionName } from '../register/register-schema.ts';

export const uploadFormats = [
  'csv',
  'evidently',
  'mlflow',
  'openmetrics',
] as const satisfies readonly UploadFormat[];

export type UploadSettings = Record<'version' | 'start' | 'end' | 'n' | 'comment', string>;

const optionalText = (most: number) => z.string().trim().max(most, 'text-long').default('');

/** A table says its periods itself; a report of another tool does not. */
export const uploadSchema = z
  .object({
    format: z.enum(uploadFormats, 'choice-missing'),
    version: versionName,
    file: z
      .instanceof(File, { error: 'upload-missing' })
      .refine(({ name, size }) => name !== '' || size > 0, { error: 'upload-missing', abort: true })
      .refine(({ size }) => size > 0, 'import-empty'),
    start: z.iso.date('date-invalid').or(z.literal('')).default(''),
    end: z.iso.date('date-invalid').or(z.literal('')).default(''),
    n: z
      .string()
      .trim()
      .regex(/^\d{0,9}$/, 'number-invalid')
      .default(''),
    comment: optionalText(200),
  })
  .superRefine(({ format, start, end }, context) => {
    if (format === 'csv') return;
    for (const [name, value] of Object.entries({ start, end })) {
      if (value === '')
        context.addIssue({ code: 'custom', path: [name], message: `${name}-missing` });
    }
    if (start !== '' && end !== '' && end <= start) {
      context.addIssue({ code: 'custom', path: ['end'], message: 'period-backwards' });
    }
  });
