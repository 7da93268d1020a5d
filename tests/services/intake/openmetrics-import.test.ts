import { afterEach, describe, expect, it, vi } from 'vitest';
import { readImport } from '#app/services/intake/importers/read-import.ts';

const period = { start: '2026-04-01', end: '2026-05-01' };
const read = (text: unknown, more: Record<string, unknown> = {}) =>
  readImport(
    'openmetrics',
    text,
    { deployment: 'ed', modelVersion: '1.0', period, ...more },
    '2026-11-26',
  );
const at = (day: string) => String(Date.parse(day) / 1000);

type Lines = Record<string, string | number>;
/** A scrape with counters of these names, each with its lines. */
const scrape = (families: Record<string, Lines>, type = 'counter') =>
  `${Object.entries(families)
    .map(([name, lines]) =>
      [
        `# TYPE ${name} ${type}`,
        ...Object.entries(lines).map((line) => `${name}${line.join(' ')}`),
      ].join('\n'),
    )
    .join('\n')}\n# EOF\n`;
const pair = (events: Lines, cases: Lines) =>
  scrape({ attune_override_events: events, attune_override_cases: cases });
const created = (day: string) => ({ _created: at(day) });

function recordsOf(text: string, more: Record<string, unknown> = {}) {
  const outcome = read(text, more);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.batch.records;
}
function refusalOf(text: unknown) {
  const outcome = read(text);
  if (outcome.ok) return [];
  return [outcome.reason, ...('faults' in outcome ? outcome.faults.map(({ code }) => code) : [])];
}

/** Ends what looks at more elements, or makes more keys, than so many. */
function limitWork(most: number): void {
  let left = most;
  const spend = () => {
    left -= 1;
    if (left < 0) throw new Error(`more than ${most} steps`);
  };
  // As often as labels are put in order they are made a key.
  const keys = Reflect.get(Map.prototype, 'keys') as () => MapIterator<unknown>;
  vi.spyOn(Map.prototype, 'keys').mockImplementation(function (this: Map<unknown, unknown>) {
    spend();
    return keys.call(this);
  });
  const { stringify } = JSON;
  vi.spyOn(JSON, 'stringify').mockImplementation((value: unknown) => {
    spend();
    return stringify(value);
  });
  vi.spyOn(Array.prototype, 'find').mockImplementation(function (
    this: unknown[],
    test: (one: unknown, at: number, all: unknown[]) => unknown,
  ) {
    for (const [at, one] of this.entries()) {
      spend();
      if (test(one, at, this)) return one;
    }
    return undefined;
  });
  vi.spyOn(Array.prototype, 'reduce').mockImplementation(function (
    this: unknown[],
    step: (sum: unknown, one: unknown, at: number, all: unknown[]) => unknown,
    first?: unknown,
  ) {
    let sum = first;
    for (const [at, one] of this.entries()) {
      spend();
      sum = step(sum, one, at, this);
    }
    return sum;
  });
}

describe('two megabytes of OpenMetrics', () => {
  afterEach(() => vi.restoreAllMocks());
  const lines = (text: string) => text.split('\n').length;
  const many = (n: number, line: (at: number) => string) =>
    Array.from({ length: n }, (_, at) => line(at)).join('');
  const since = at('2026-04-02');

  const series = (n: number) =>
    `# TYPE attune_override_events counter\n${many(n, (p) => `attune_override_events_total{part="${p}"} 1\nattune_override_events_created{part="${p}"} ${since}\n`)}# EOF\n`;
  const families = (n: number) =>
    `${many(n, (p) => `# TYPE attune_m${p}_events counter\nattune_m${p}_events_total 1\n`)}# EOF\n`;
  const buckets = (n: number) =>
    `# TYPE attune_wait histogram\n${many(n, (p) => `attune_wait_bucket{le="${p}"} ${p}\n`)}attune_wait_bucket{le="+Inf"} ${n}\nattune_wait_count ${n}\nattune_wait_sum ${n}\n# EOF\n`;

  it.each([
    [4, 'series of one family', series(11_000).repeat(2)],
    [3, 'series of one scrape', series(22_000)],
    [4, 'families', families(16_000).repeat(2)],
    [7, 'buckets', buckets(29_000).repeat(2)],
  ])('are read by %d times as much work as there are lines: %s', (most, _, text) => {
    expect(text.length).toBeGreaterThan(1.6e6);
    limitWork(most * lines(text));
    const outcome = read(text);
    vi.restoreAllMocks();
    expect(outcome.ok).toBe(false);
  });

  it('are no more than a batch may hold, and that is said at once', () => {
    const part = (n: number) =>
      scrape(
        {
          attune_load: Object.fromEntries(
            Array.from({ length: n }, (_, p) => [`{part="${p}"}`, 1]),
          ),
        },
        'gauge',
      );
    expect(recordsOf(part(1000), { n: 50 })).toHaveLength(1000);
    expect(refusalOf(part(1001))).toEqual(['records-refused', 'too-many-records']);
    expect(refusalOf(part(5000))).toEqual(['records-refused', 'too-many-records']);
  });
});

describe('two scrapes of OpenMetrics', () => {
  const start = pair({ _total: 100 }, { _total: 4000 });

  it('give the increase of counters over the period, by group', () => {
    const women = '_total{dimension="sex",level="f"}';
    const text =
      pair({ _total: 100, [women]: 40 }, { _total: 4000, [women]: 1000 }) +
      pair({ _total: 120, [women]: 52 }, { _total: 4400, [women]: 1150 });
    const share = { metric: 'override', kind: 'proportion', period, mode: 'live' };
    expect(recordsOf(text)).toMatchObject([
      { ...share, numerator: 20, denominator: 400 },
      {
        ...{ ...share, numerator: 12, denominator: 150 },
        subgroup: { dimension: 'sex', level: 'f' },
      },
    ]);
  });

  it('take a code of a pack with its hyphens, part, cohort and mode from labels', () => {
    const labels = '_total{part="0.5",cohort="adults",mode="silent"}';
    const text = scrape({
      attune_false_alert_events: { [labels]: 3 },
      attune_false_alert_exposure: { [labels]: 9.5 },
    });
    const end = scrape({
      attune_false_alert_events: { [labels]: 5 },
      attune_false_alert_exposure: { [labels]: 30 },
    });
    expect(recordsOf(text + end)).toMatchObject([
      {
        ...{ metric: 'false_alert', kind: 'rate', events: 2, exposure: 20.5 },
        ...{ part: '0.5', cohort: 'adults', mode: 'silent' },
      },
    ]);
    const packed = scrape({ attune_drift_distance: { '{part="age"}': 0.2 } }, 'gauge');
    expect(recordsOf(packed, { n: 200 })).toMatchObject([
      { metric: 'drift-distance', kind: 'value', value: 0.2, part: 'age', n: 200 },
    ]);
  });

  it('refuse a counter that fell, and count it from when it says that it began anew', () => {
    expect(refusalOf(start + pair({ _total: 20 }, { _total: 4400 }))).toEqual([
      ...['records-refused', 'counter-decreased'],
    ]);
    const anew = created('2026-04-10');
    const old = created('2026-01-01');
    const before = pair({ _total: 100, ...old }, { _total: 4000, ...old });
    const outcome = read(before + pair({ _total: 20, ...anew }, { _total: 300, ...anew }));
    expect(outcome).toMatchObject({
      ok: true,
      batch: {
        records: [{ numerator: 20, denominator: 300 }],
        notes: [{ code: 'counter-reset', detail: { metric: 'override' } }],
      },
    });
    const apart = before + pair({ _total: 20, ...anew }, { _total: 4400, ...old });
    expect(refusalOf(apart)).toEqual(['records-refused', 'counter-reset-apart']);
    const early = created('2026-02-10');
    const outside = before + pair({ _total: 20, ...early }, { _total: 300, ...early });
    expect(refusalOf(outside)).toContain('scrape-out-of-period');
  });

  it('refuse what has a start and no end, an end and no start, one of a pair, and unknown labels', () => {
    const end = pair({ _total: 120 }, { _total: 4400 });
    expect(refusalOf(end)).toEqual([
      'records-refused',
      ...Array<string>(2).fill('counter-without-start'),
    ]);
    const lone = scrape({ attune_override_events: { _total: 120 } });
    expect(refusalOf(start + lone)).toEqual(['records-refused', 'counter-ended']);
    expect(refusalOf(lone + lone)).toEqual(['records-refused', 'counter-alone']);
    const job = scrape({ attune_override_events: { '_total{job="x"}': 1 } });
    expect(refusalOf(job + job)).toEqual(['records-refused', 'label-unknown']);
    const person = scrape({ attune_override_events: { '_total{patient_id="x"}': 1 } });
    expect(refusalOf(person + person)).toEqual(['records-refused', 'identifier-name']);
    const half = scrape({ attune_load: { '{level="f"}': 1 } }, 'gauge');
    expect(refusalOf(half)).toEqual(['records-refused', 'missing']);
  });

  it('may say when they were made, near the ends of the period', () => {
    const on = (n: number, day: string) => `${n} ${at(day)}`;
    const of = (day: string, n: number) =>
      pair({ _total: on(n, day) }, { _total: on(400 + n, day) });
    expect(recordsOf(of('2026-04-01T05:00', 1) + of('2026-04-30T22:00', 9))).toMatchObject([
      { numerator: 8, denominator: 8 },
    ]);
    expect(refusalOf(of('2026-04-10', 1) + of('2026-05-01', 9))).toContain('scrape-out-of-period');
    expect(refusalOf(of('2026-05-01', 1) + of('2026-04-01', 9))).toContain('scrape-out-of-period');
  });

  it('give means and quantiles of histograms', () => {
    const hist = (name: string, counts: number[], sum: number) =>
      `# TYPE ${name} histogram\n${['1', '2', '4', '+Inf']
        .map((le, place) => `${name}_bucket{le="${le}"} ${counts[place]}\n`)
        .join('')}${name}_count ${counts[3]}\n${name}_sum ${sum}\n`;
    const both = (counts: number[], sum: number) =>
      `${hist('attune_wait', counts, sum)}${hist('attune_latency_quantiles', counts, sum)}# EOF\n`;
    const [mean, quantiles] = recordsOf(both([1, 2, 3, 3], 5) + both([11, 22, 43, 43], 85));
    expect(mean).toMatchObject({ metric: 'wait', kind: 'mean', n: 40, sum: 80 });
    // 10, 10 and 20 of 40: a quarter up to 1, half up to 2, three quarters up to 3, 95% up to 3.8.
    expect(quantiles).toMatchObject({
      ...{ metric: 'latency', kind: 'quantiles', n: 40, q1: 1, median: 2, q3: 3, p95: 3.8 },
    });
    const beyond = both([0, 0, 0, 0], 0) + both([1, 1, 1, 40], 85);
    expect(refusalOf(beyond)).toEqual(['records-refused', 'quantile-beyond-buckets']);
    // Without a case there is neither.
    expect(refusalOf(both([1, 2, 3, 3], 5) + both([1, 2, 3, 3], 5))).toEqual([
      'no-metric-recognised',
    ]);
  });

  it('give a table of outcomes of four cells', () => {
    const table = (counts: Record<string, number>) =>
      scrape({
        attune_confusion: Object.fromEntries(
          Object.entries(counts).map(([cell, n]) => [`_total{cell="${cell}",threshold="0.5"}`, n]),
        ),
      });
    const text = table({ tp: 1, fp: 2, fn: 3, tn: 4 }) + table({ tp: 11, fp: 12, fn: 4, tn: 104 });
    expect(recordsOf(text)).toMatchObject([
      { metric: 'confusion', kind: 'confusion', threshold: 0.5, tp: 10, fp: 10, fn: 1, tn: 100 },
    ]);
    const three = { tp: 1, fp: 2, fn: 3 };
    expect(refusalOf(table(three) + table(three))).toEqual(['records-refused', 'counter-alone']);
  });

  it('are refused where they are none, and where no family is ours', () => {
    expect(refusalOf('attune_override_events_total 1\n')).toEqual(['malformed-openmetrics']);
    expect(refusalOf(start + start + start)).toEqual(['malformed-openmetrics']);
    expect(refusalOf({})).toEqual(['format-unknown']);
    expect(
      refusalOf('# TYPE process_cpu_seconds counter\nprocess_cpu_seconds_total 1\n# EOF\n'),
    ).toEqual(['no-metric-recognised']);
    const other = '# TYPE go gauge\ngo 1\n';
    const { notes } = (() => {
      const outcome = read(other + scrape({ attune_load: { '': 1 } }, 'gauge'));
      if (!outcome.ok) throw new Error('read');
      return outcome.batch;
    })();
    expect(notes).toEqual([{ code: 'metric-not-recognised', detail: { metric: 'go' } }]);
  });

  it('a counter alone that began within the period needs no scrape of its start', () => {
    const since = created('2026-04-01');
    expect(recordsOf(pair({ _total: 12, ...since }, { _total: 400, ...since }))).toMatchObject([
      { numerator: 12, denominator: 400 },
    ]);
  });
});
