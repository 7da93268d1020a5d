import { z } from 'zod';
import { DomainError } from '#analysis/errors.ts';

/** A column or formula to explain; `items` with one name stands for it. `missing` is a remark. */
export const outcomeShape = {
  outcome: z.string().optional(),
  items: z.tuple([z.string()]).optional(),
  missing: z.string().optional(),
  level: z.number().gt(0).lt(1).optional(),
};

interface Given {
  outcome?: string | undefined;
  items?: [string] | undefined;
}

/** @throws DomainError when there is no outcome. */
export function withOutcome<Options extends Given>(
  options: Options,
): Options & { outcome: string } {
  const outcome = options.outcome ?? options.items?.[0];
  if (outcome === undefined) throw new DomainError('no-outcome');
  return { ...options, outcome };
}
