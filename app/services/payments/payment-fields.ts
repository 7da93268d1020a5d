import { z } from 'zod';
import type { Rate } from '#db/queries/panel-payment.server.ts';
import { typedNumber } from '../typed-number.ts';

export const rateUnits = [
  'hour',
  'half-day',
  'day',
  'task',
] as const satisfies readonly Rate['unit'][];

/** As it is typed: digits, with a point or a comma before the last ones. */
export const amountField = z
  .string({ error: 'cost-wrong' })
  .trim()
  .regex(/^\d{1,7}(?:[.,]\d{1,2})?$/u, 'cost-wrong')
  .transform((typed) => typedNumber(typed))
  .refine((amount) => amount > 0, { error: 'cost-wrong' });

export const dayField = z.iso.date({ error: 'date-invalid' });
