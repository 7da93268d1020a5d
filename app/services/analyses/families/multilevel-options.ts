import { z } from 'zod';
import { DomainError } from '#analysis/errors.ts';

/** What the three mixed models ask for; `items` with one name stands for the outcome. */
export const multilevelShape = {
  outcome: z.string().optional(),
  items: z.tuple([z.string()]).optional(),
  group: z.string(),
  higherGroup: z.string().optional(),
  covariates: z.array(z.string()).optional(),
  missing: z.literal('listwise').optional(),
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
