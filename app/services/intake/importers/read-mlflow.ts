import { z } from 'zod';
import { readingOf, type ImportReading, type ImportSettings } from './import-reading.ts';

const metrics = z.array(z.looseObject({ key: z.string(), value: z.unknown().optional() }));
/** What `runs/get` answers with, and `metrics/get-history`. */
const ofRun = z.object({ run: z.object({ data: z.object({ metrics: metrics.default([]) }) }) });
const ofHistory = z.object({ metrics });

/** Of the machine it ran on, not of the model. */
const isOfMachine = (key: string) => key.startsWith('system/');

/**
 * Metrics of a run of MLflow. A value is taken as it is, a name that stands twice is refused by the
 * checks that follow: a step of a training is no period of use.
 */
export function readMlflow(body: unknown, settings: ImportSettings): ImportReading {
  const run = ofRun.safeParse(body);
  const history = ofHistory.safeParse(body);
  const found = run.success ? run.data.run.data.metrics : history.data?.metrics;
  if (!found) return { ok: false, reason: 'format-unknown', skipped: [] };
  const { period, mode, n } = settings;
  const list = run.success ? ['run', 'data', 'metrics'] : ['metrics'];
  const records = found
    .map(({ key, value }, index) => ({ key, value, at: [...list, index] }))
    .filter(({ key }) => !isOfMachine(key))
    .map(({ key, value, at }) => ({
      at,
      record: {
        ...{ period, metric: key, kind: 'value', value, method: 'MLflow' },
        ...(mode === undefined ? {} : { mode }),
        ...(n === undefined ? {} : { n }),
      },
    }));
  const skipped = found.map(({ key }) => key).filter(isOfMachine);
  return readingOf({ tool: 'mlflow' }, records, skipped);
}
