import { z } from 'zod';
import { driftMethod } from './drift-methods.ts';
import {
  readingOf,
  type Imported,
  type ImportReading,
  type ImportSettings,
} from './import-reading.ts';

type Drift = { column: string; method: string; threshold?: number | undefined; score: number };

const typePrefix = 'evidently:metric_v2:';
const newShape = z.object({
  metrics: z
    .array(
      z.object({
        config: z.looseObject({ type: z.string().startsWith(typePrefix) }),
        value: z.unknown(),
      }),
    )
    .min(1),
});
const oldShape = z.object({
  version: z.string().max(40),
  metrics: z.array(z.object({ metric: z.string(), result: z.looseObject({}) })).min(1),
});

const valueDrift = z.object({
  config: z.object({ column: z.string(), method: z.string(), threshold: z.number().optional() }),
  value: z.number(),
});
const driftedColumns = z.object({
  value: z.object({ count: z.int().min(0), share: z.number().min(0).max(1) }),
});
const oldTable = z.object({
  number_of_columns: z.int().min(1),
  number_of_drifted_columns: z.int().min(0),
});
const oldColumns = z.record(
  z.string(),
  z.object({
    column_name: z.string(),
    stattest_name: z.string(),
    stattest_threshold: z.number().optional(),
    drift_score: z.number(),
  }),
);

const common = ({ period, mode }: ImportSettings) => ({
  period,
  ...(mode === undefined ? {} : { mode }),
});

/** Codes of the common pack: of a distance more is worse, of a p-value less. */
const metricOf = { drift: 'drift-distance', 'no-drift': 'drift-p-value' } as const;

function driftRecord(drift: Drift, settings: ImportSettings): Record<string, unknown> | null {
  const method = driftMethod(drift.method);
  if (!method) return null;
  const { rescale = 1 } = method;
  const { threshold } = drift;
  return {
    ...{ ...common(settings), metric: metricOf[method.highMeans], kind: 'value' },
    part: drift.column,
    ...{ value: drift.score * rescale, method: method.name, high_means: method.highMeans },
    ...(threshold === undefined ? {} : { threshold: threshold * rescale }),
    ...(settings.n === undefined ? {} : { n: settings.n }),
  };
}

const columnsRecord = (drifted: number, all: number, settings: ImportSettings) => ({
  ...{ ...common(settings), metric: 'drifted-inputs', kind: 'proportion' },
  ...{ numerator: drifted, denominator: all },
});

function readNew({ metrics }: z.infer<typeof newShape>, settings: ImportSettings): ImportReading {
  const records: Imported[] = [];
  const skipped: string[] = [];
  for (const [index, metric] of metrics.entries()) {
    const at = ['metrics', index];
    const name = metric.config.type.slice(typePrefix.length);
    const drift = name === 'ValueDrift' ? valueDrift.safeParse(metric).data : undefined;
    const counted =
      name === 'DriftedColumnsCount' ? driftedColumns.safeParse(metric).data : undefined;
    const record = drift && driftRecord({ ...drift.config, score: drift.value }, settings);
    if (record) records.push({ record, at });
    else if (counted && counted.value.share > 0) {
      const { count, share } = counted.value;
      records.push({ record: columnsRecord(count, Math.round(count / share), settings), at });
    } else skipped.push(name);
  }
  return readingOf({ tool: 'evidently' }, records, skipped);
}

function readOld(
  { version, metrics }: z.infer<typeof oldShape>,
  settings: ImportSettings,
): ImportReading {
  const records: Imported[] = [];
  const skipped: string[] = [];
  const tables = metrics.flatMap(({ metric, result }, index) => {
    const table = /^(DatasetDriftMetric|DataDriftTable)$/.test(metric)
      ? oldTable.safeParse(result).data
      : undefined;
    if (!table) skipped.push(metric);
    return table ? [{ ...table, at: ['metrics', index, 'result'] }] : [];
  });
  const [first] = tables; // both metrics say the same of all columns
  if (first) {
    const { number_of_drifted_columns: drifted, number_of_columns: all, at } = first;
    records.push({ record: columnsRecord(drifted, all, settings), at });
  }
  for (const [index, { metric, result }] of metrics.entries()) {
    const columns = oldColumns.safeParse(result['drift_by_columns']).data ?? {};
    for (const [name, column] of Object.entries(columns)) {
      const at = ['metrics', index, 'result', 'drift_by_columns', name];
      const record = driftRecord(
        {
          ...{ column: column.column_name, method: column.stattest_name },
          ...{ threshold: column.stattest_threshold, score: column.drift_score },
        },
        settings,
      );
      if (record) records.push({ record, at });
      else skipped.push(`${metric}: ${column.column_name}`);
    }
  }
  return readingOf({ tool: 'evidently', version }, records, skipped);
}

/**
 * A report of Evidently: what `.json()` gives since 0.7, or the shape before. Which of the two it is, is
 * seen by its fields, since the file of 0.7 says no version and the older one that of the library.
 */
export function readEvidently(body: unknown, settings: ImportSettings): ImportReading {
  const current = newShape.safeParse(body);
  if (current.success) return readNew(current.data, settings);
  const old = oldShape.safeParse(body);
  if (old.success) return readOld(old.data, settings);
  return { ok: false, reason: 'format-unknown', skipped: [] };
}
