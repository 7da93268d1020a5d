import { z } from 'zod';

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** The three letters of a currency that there is. */
export const currencyField = z
  .string({ error: 'currency-wrong' })
  .trim()
  .toUpperCase()
  .refine((code) => currencies.has(code), { error: 'currency-wrong' });
