import { z } from 'zod';

// The first character keeps `__proto__` and file names such as `.htaccess` out.
export const idSchema = z
  .string()
  .max(40)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);

export const slugSchema = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

// Codes are stored as smallint; negative values are the missing reasons.
export const maximumCode = 32_767;
export const codeSchema = z.int().min(0).max(maximumCode);

export const doiSchema = z
  .string()
  .max(200)
  .regex(/^10\.\d{4,9}\/\S+$/);
