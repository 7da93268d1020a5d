import { z } from 'zod';
import type { ErrorValues } from '#analysis/errors.ts';

/** One call of an analysis family, under the name by which its result is found. */
export const stepSchema = z.strictObject({
  name: z.string(),
  family: z.string(),
  options: z.record(z.string(), z.json()),
  /** Parts of the report that are not kept: what it says of single people. */
  leaveOut: z.array(z.string()).exactOptional(),
});
export type Step = z.infer<typeof stepSchema>;

/** What came of a step: the family's report as plain JSON, or which input it refused. */
export type StepOutcome =
  { ok: true; value: unknown } | { ok: false; code: string; values: ErrorValues };

export type StepOutcomes = Readonly<Record<string, StepOutcome>>;

/** The report of a step, NaN having become null; undefined where the family refused its input. */
export function valueOf(outcomes: StepOutcomes, name: string): unknown {
  const outcome = outcomes[name];
  return outcome?.ok ? outcome.value : undefined;
}
