import { z } from 'zod';
import { passwordLength } from './password-length.ts';

export const newPasswordSchema = z
  .string({ error: 'password-missing' })
  .min(passwordLength.minimum, 'password-short')
  .max(passwordLength.maximum, 'password-long');
