import { z } from 'zod';
import { addDays } from '../days.ts';
import { today } from '../today.ts';

const tenYears = 3653;

/** A day for which something is planned: one that lies further off than ten years is a slip of the keyboard. */
export const nearDay = z.iso
  .date({ error: 'date-invalid', abort: true })
  .refine((day) => day <= addDays(today(), tenYears), 'date-too-far');
