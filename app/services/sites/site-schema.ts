import { z } from 'zod';
import { countries } from './countries.ts';

export const siteFields = {
  name: z.string({ error: 'name-missing' }).trim().min(1, 'name-missing').max(100, 'name-long'),
  country: z
    .string({ error: 'country-missing' })
    .refine((code) => countries.includes(code), 'country-missing'),
};
