import { z } from 'zod';
import { currencyField } from '../currency-field.ts';
import { localTextField } from '../local-text-schema.ts';
import { typedNumber } from '../typed-number.ts';
import { amountField, dayField, rateUnits } from './payment-fields.ts';

const description = z.string({ error: 'payment-what-missing' }).trim().min(1).max(200, 'text-long');
const memberId = z.uuid('choice-missing');
const payment = { paymentId: z.uuid(), revision: z.coerce.number().int() };

/** A role and a unit in one choice: `<unit>/<role>`. */
const rate = z
  .string({ error: 'choice-missing' })
  .transform((value) => {
    const at = value.indexOf('/');
    return { unit: value.slice(0, at), role: value.slice(at + 1) };
  })
  .pipe(z.object({ unit: z.enum(rateUnits), role: z.string().min(1) }));

const quantity = z
  .string({ error: 'payment-quantity-wrong' })
  .trim()
  .regex(/^\d{1,4}(?:[.,]\d{1,2})?$/u, 'payment-quantity-wrong')
  .transform((typed) => typedNumber(typed))
  .refine((value) => value > 0, { error: 'payment-quantity-wrong' });

/** The forms of the page of payments. */
export const paymentForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('payment'),
    ...{ memberId, description, rate, quantity, day: dayField },
  }),
  z.object({
    intent: z.literal('expenses'),
    ...{ memberId, description, amount: amountField, currency: currencyField },
  }),
  z.object({ intent: z.literal('accepted'), ...payment }),
  z.object({ intent: z.literal('declined'), ...payment }),
  z.object({ intent: z.literal('paid'), ...payment }),
  z.object({
    intent: z.literal('note'),
    revision: z.coerce.number().int(),
    note: localTextField(2000),
  }),
]);
