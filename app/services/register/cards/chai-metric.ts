import { z } from 'zod';
import type { StatedPerformance } from '#db/schema/model-version.ts';

const unit = z.string().max(100).optional();
const metricSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), value: z.number(), unit }),
  z.strictObject({
    kind: z.literal('estimate_ci'),
    estimate: z.number(),
    lower: z.number(),
    upper: z.number(),
    level: z.number().optional(),
    unit,
  }),
]);

/** A result that says in numbers what it is; null for any other, which stays as it was written. */
export function readMetric(
  topic: string,
  metric: string,
  valueJson: string,
): StatedPerformance | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(valueJson);
  } catch {
    return null;
  }
  const result = metricSchema.safeParse(parsed);
  if (!result.success || metric === '') return null;
  const { data } = result;
  const said = { metric, topic, ...(data.unit === undefined ? {} : { unit: data.unit }) };
  if (data.kind === 'single') return { ...said, value: data.value };
  const { estimate: value, lower: low, upper: high, level } = data;
  return { ...said, value, low, high, ...(level === undefined ? {} : { level }) };
}

/** The same number as a card writes it. */
export function writeMetric({ value, low, high, level, unit: of }: StatedPerformance): string {
  const unitPart = of === undefined ? {} : { unit: of };
  if (low === undefined || high === undefined) {
    return JSON.stringify({ kind: 'single', value, ...unitPart });
  }
  const levelPart = level === undefined ? {} : { level };
  const interval = { estimate: value, lower: low, upper: high, ...levelPart, ...unitPart };
  return JSON.stringify({ kind: 'estimate_ci', ...interval });
}
