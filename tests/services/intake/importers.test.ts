import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { driftMethod } from '#app/services/intake/importers/drift-methods.ts';
import type { ImportFormat } from '#app/services/intake/importers/read-import.ts';
import { readImport } from '#app/services/intake/importers/read-import.ts';
import { readGolden } from '../../analysis/monitoring/golden/golden.ts';

const settings = {
  ...{ deployment: 'ed', modelVersion: '1.0', n: 200 },
  period: { start: '2026-04-01', end: '2026-05-01' },
};
const read = (format: ImportFormat, body: unknown) =>
  readImport(format, body, settings, '2026-11-26');
const report = (name: string): { metrics: Record<string, unknown>[] } & Record<string, unknown> =>
  JSON.parse(
    readFileSync(new URL(`../../fixtures/monitoring/reports/${name}`, import.meta.url), 'utf8'),
  ) as ReturnType<typeof report>;

function batchOf(format: ImportFormat, body: unknown) {
  const outcome = read(format, body);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.batch;
}
function refusalOf(format: ImportFormat, body: unknown) {
  const outcome = read(format, body);
  return outcome.ok ? [] : [outcome.reason, 'faults' in outcome ? outcome.faults : outcome.skipped];
}

describe('a report of Evidently', () => {
  it('has distances and p-values, and each number says which way it points', () => {
    const methods = {
      'evidently-0.7.21-drift-psi.json': ['population stability index', 'drift'],
      'evidently-0.7.21-drift-jensenshannon.json': ['Jensen-Shannon distance, base 2', 'drift'],
      'evidently-0.7.21-drift-default.json': [/p_value$/u, 'no-drift'],
    } as const;
    for (const [name, [method, highMeans]] of Object.entries(methods)) {
      const { records, notes, tool } = batchOf('evidently', report(name));
      expect(tool).toEqual({ name: 'evidently' });
      expect(records[0], name).toMatchObject({
        ...{ metric: 'drifted-inputs', kind: 'proportion', denominator: 8 },
        period: settings.period,
      });
      expect(
        records
          .slice(1)
          .map(({ part }) => part)
          .sort(),
      ).toEqual([...['age', 'cp', 'exang', 'oldpeak', 'p', 'sex', 'thalach', 'trestbps']]);
      for (const record of records.slice(1)) {
        const like =
          typeof method === 'string' ? method : (expect.stringMatching(method) as string);
        const metric = highMeans === 'drift' ? 'drift-distance' : 'drift-p-value';
        const expected = { metric, method: like, high_means: highMeans, n: 200 };
        expect(record, name).toMatchObject(expected);
      }
      expect(notes).toEqual([]);
    }
  });

  it('in the shape before 0.7 says the same of the same data', () => {
    const current = batchOf('evidently', report('evidently-0.7.21-drift-default.json'));
    const before = batchOf('evidently', report('evidently-legacy-format-drift.json'));
    const byPart = (records: typeof before.records) =>
      records.toSorted((a, b) => (a.part ?? '').localeCompare(b.part ?? ''));
    expect(before.tool).toEqual({ name: 'evidently', version: '0.7.21' });
    expect(byPart(before.records)).toEqual(byPart(current.records));
  });

  it('has distances of Jensen and Shannon to base e, which are brought to base 2', () => {
    const { rescale = NaN } = driftMethod('jensenshannon') ?? {};
    const golden = JSON.stringify(readGolden('heart-4site-golden.json'));
    const pairs = [...golden.matchAll(/"jsd_base2":([\d.]+),"jsd_base_e":([\d.]+)/gu)];
    expect(pairs).toHaveLength(3);
    for (const [, base2, baseE] of pairs) {
      expect(Number(baseE) * rescale).toBeCloseTo(Number(base2), 12);
    }
    const sent = report('evidently-0.7.21-drift-jensenshannon.json');
    const { records } = batchOf('evidently', sent);
    const [, age] = sent.metrics;
    expect(records[1]).toMatchObject({
      part: 'age',
      value: (age?.['value'] as number) / Math.sqrt(Math.LN2),
      threshold: expect.closeTo(0.1 / Math.sqrt(Math.LN2), 12) as number,
    });
  });

  it('of methods that are not known is named and left out; of nothing else it is refused', () => {
    const drift = (column: string, method: string) => ({
      config: { type: 'evidently:metric_v2:ValueDrift', column, method },
      value: 0.3,
    });
    const other = { config: { type: 'evidently:metric_v2:\u0000\ud800Rows' }, value: 5 };
    const { records, notes } = batchOf('evidently', {
      metrics: [drift('age', 'psi'), drift('sex', 'home-made'), other],
    });
    expect(records).toHaveLength(1);
    expect(notes?.map(({ detail }) => detail)).toEqual([
      { metric: 'ValueDrift' },
      { metric: '\ufffd\ufffdRows' },
    ]);
    expect(refusalOf('evidently', { metrics: [drift('sex', 'home-made')] })).toEqual([
      'no-metric-recognised',
      ['ValueDrift'],
    ]);
    expect(refusalOf('evidently', { metrics: [] })).toEqual(['format-unknown', []]);
    // The shape of another release: neither of the two that are known.
    expect(refusalOf('evidently', { metrics: [{ metric_id: 'x', value: 1 }] })).toEqual([
      'format-unknown',
      [],
    ]);
  });

  it('with a wrong column is refused with its place in the file', () => {
    const drift = (column: string) => ({
      config: { type: 'evidently:metric_v2:ValueDrift', column, method: 'psi' },
      value: 0.3,
    });
    const sent = { metrics: [drift('age'), drift('nhs_number'), drift('age')] };
    expect(refusalOf('evidently', sent)).toEqual([
      'records-refused',
      [
        { pointer: '/metrics/1', code: 'identifier-name', found: 'part' },
        { pointer: '/metrics/2', code: 'duplicate', found: '/metrics/0' },
      ],
    ]);
  });
});

describe('metrics of MLflow', () => {
  const auc = { key: 'auc', value: 0.81, timestamp: 1_777_000_000_000, step: 0 };
  const load = { key: 'system/cpu', value: 12, timestamp: 1_777_000_000_000, step: 0 };

  it('come from a run or from a history, without those of the machine', () => {
    for (const body of [{ run: { data: { metrics: [auc, load] } } }, { metrics: [load, auc] }]) {
      const { records, notes, tool } = batchOf('mlflow', body);
      expect(tool).toEqual({ name: 'mlflow' });
      expect(records).toEqual([
        {
          ...{ metric: 'auc', kind: 'value', value: 0.81, n: 200, mode: 'live', method: 'MLflow' },
          period: settings.period,
        },
      ]);
      expect(notes?.map(({ detail }) => detail)).toEqual([{ metric: 'system/cpu' }]);
    }
  });

  it('are refused where none is known, where one has no number, and where steps repeat one', () => {
    expect(refusalOf('mlflow', { run: { data: {} } })).toEqual(['no-metric-recognised', []]);
    expect(refusalOf('mlflow', { metrics: [load] })).toEqual([
      'no-metric-recognised',
      ['system/cpu'],
    ]);
    expect(refusalOf('mlflow', { metrics: 'none' })).toEqual(['format-unknown', []]);
    expect(refusalOf('mlflow', { metrics: [load, { key: 'auc', value: 'NaN' }] })).toEqual([
      'records-refused',
      [
        {
          ...{ pointer: '/metrics/1', code: 'not-a-number', found: 'value' },
          ...{ value: 'NaN', allowed: 'a number' },
        },
      ],
    ]);
    expect(refusalOf('mlflow', { run: { data: { metrics: [auc, { ...auc, step: 1 }] } } })).toEqual(
      [
        'records-refused',
        [{ pointer: '/run/data/metrics/1', code: 'duplicate', found: '/run/data/metrics/0' }],
      ],
    );
  });
});
