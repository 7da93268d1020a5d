import { data } from '@remix-run/node';
import type { z } from 'zod';

/** An address that cannot name anything is as good as one that names nothing: 404. */
export function parseParams<Schema extends z.ZodType>(
  params: Readonly<Record<string, string | undefined>>,
  schema: Schema,
): z.output<Schema> {
  const parsed = schema.safeParse(params);
  if (!parsed.success) throw data({ code: 'not-found' }, { status: 404 });
  return parsed.data;
}

/** A search parameter that makes no sense counts as not given. */
export function searchOf<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): z.output<Schema> {
  return schema.parse(Object.fromEntries(new URL(request.url).searchParams));
}
