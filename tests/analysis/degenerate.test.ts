import { describe, expect, it } from 'vitest';
import { families } from '#app/services/analyses/families.ts';
import { AnalysisError } from '#analysis/errors.ts';
import { notEstimableReasons } from '#analysis/estimate.ts';
import { makeGenerator } from './support/make-study.ts';
import { numbersIn } from './support/numbers-in.ts';
import { sampleColumns } from './support/sample-columns.ts';
import { tableOf } from './support/table-of.ts';
import { withinSeconds } from './support/within-seconds.ts';

type Row = Record<string, number | string>;
type Options = Readonly<Record<string, unknown>>;

const N = 120;
const votes = ['v1', 'v2', 'v3', 'v4'];
const items = ['i1', 'i2', 'i3', 'i4', 'i5'];

/** Nothing is wrong with these. */
function soundRows(): Row[] {
  const random = makeGenerator(7);
  const answers = sampleColumns({ seed: 5, n: N, k: 5, categories: 4 });
  return Array.from({ length: N }, (_, row): Row => {
    const own = items.map((name) => answers[name]?.[row] ?? NaN);
    const y = own.reduce((sum, value) => sum + value, 0) + random();
    return {
      ...Object.fromEntries(items.map((name, item) => [name, own[item] ?? NaN])),
      ...{ y, x: y / 2 + 3 * random(), pre: y, post: y + 2 * random() },
      ...Object.fromEntries(
        votes.map((name, at) => [name, Math.sign(random() - 0.5) * (row % 9 === at ? 0 : 1)]),
      ),
      ...{ binary: Number(random() < 0.3 + y / 50), p: random(), one: 1 },
      ...{ arm: row % 2 === 0 ? 'a' : 'b', site: `s${row % 6}`, region: `r${row % 3}` },
      said: `${row % 2 === 0 ? 'long waiting for a letter' : 'kind nurses on the ward'} ${row % 5}`,
    };
  });
}
const sound = soundRows();
const words = ['arm', 'site', 'region', 'said'];
const others = [...items, 'y', 'x', 'pre', 'post', 'binary', 'p', 'one'];
const numbers = [...others, ...votes];
const each = (change: (row: Row, place: number) => Row) =>
  sound.map((row, place) => ({ ...row, ...change(row, place) }));
const fill = (names: readonly string[], value: number | string): Row =>
  Object.fromEntries(names.map((name) => [name, value]));

const datasets: Record<string, Row[]> = {
  'nothing wrong': sound,
  'a constant item': each(() => ({ i1: 3 })),
  'a constant outcome': each(() => ({ y: 3, post: 3, binary: 1 })),
  'a duplicate item': each((row) => ({ i2: row['i1'] ?? NaN, post: row['pre'] ?? NaN })),
  'two respondents': sound.slice(0, 2),
  'one respondent': sound.slice(0, 1),
  'all missing': each(() => fill(numbers, NaN)),
  'groups missing': each(() => fill(words, '')),
  'one item without answers': each(() => ({ i1: NaN, pre: NaN, x: NaN })),
  'no complete row': each((_, place) => ({ [items[place % 5] ?? '']: NaN })),
  'one category everywhere': each(() => ({ ...fill(numbers, 1) })),
  'perfect correlation': each((row) => ({
    ...fill(items, row['i1'] ?? NaN),
    ...{ y: row['i1'] ?? NaN, x: 2 * Number(row['i1']), pre: row['i1'] ?? NaN },
    post: 1 + Number(row['i1']),
    binary: Number(Number(row['i1']) > 2),
  })),
  'opposed items': each((row) => ({ i2: 5 - Number(row['i1']), post: -Number(row['pre']) })),
  'separation by group': each((row) => {
    const isFirst = row['arm'] === 'a';
    const answer = (place: number) => (isFirst ? 1 : 3) + (place % 2);
    return {
      ...Object.fromEntries(items.map((name) => [name, answer(Number(row['i1']))])),
      ...{ y: isFirst ? 0 : 1, x: isFirst ? -5 : 5, binary: isFirst ? 0 : 1 },
      site: `s${isFirst ? 0 : 1}`,
    };
  }),
  'one group only': each(() => fill(words, 'a')),
  'groups of one': each((_, place) => fill(words, `g${String(place).padStart(2, '0')}`)),
  'a group of one': each((_, place) => fill(words, place === 0 ? 'a' : 'b')),
  'an empty table': [],
};

/** Columns stay when there are no rows. */
const tableFrom = (rows: readonly Row[]) => {
  const table = tableOf(
    Object.fromEntries(
      [...numbers, ...words].map((name) => [name, rows.map((row) => row[name] ?? NaN)]),
    ),
  );
  const columns = [...table.columns].map(([name, column]) => {
    const isEmptyText = rows.length === 0 && words.includes(name);
    return [name, isEmptyText ? { kind: 'text' as const, values: [] } : column] as const;
  });
  return { n: table.n, columns: new Map(columns) };
};

/** One row a family: the options it is asked with. */
const asked: Record<string, readonly Options[]> = {
  agreement: [
    { raters: ['i1', 'i2', 'i3'], draws: 40 },
    { raters: ['arm', 'region'], draws: 40 },
  ],
  calibration: [{ outcome: 'binary', probability: 'p' }],
  categorical: [
    { rows: 'arm', columns: 'i1' },
    { rows: 'arm', columns: 'binary' },
  ],
  cfa: [{ items }, { items, missing: 'fiml' }, { items, group: 'arm' }],
  cfa_ordinal: [{ items }, { items, estimator: 'DWLS' }],
  clustered_proportion: [{ outcome: 'binary', group: 'site' }],
  content_validity: [{ experts: items, scale: [1, 5] }],
  control_charts: [
    { individuals: 'y', stages: [{ from: 0, baseline: 12 }] },
    { p: { events: 'binary', sizes: 'one' }, u: { counts: 'binary', exposure: 'i1' }, target: 1 },
  ],
  correlations: [
    { items: [...items, 'y'] },
    { items: ['x', 'y'] },
    { items, missing: 'pairwise', pairs: [['i1', 'i2']] },
  ],
  data_quality: [{ items }, { items, missing: 'available' }],
  descriptives: [{ items }],
  dif: [
    { items, group: 'arm' },
    { items, group: 'arm', gradedResponse: true },
  ],
  discrimination: [
    { outcome: 'binary', score: 'p', score2: 'x', thresholds: [0.3] },
    { outcome: 'binary', score: 'i1', thresholds: [2] },
  ],
  drift: [
    {
      ...{ sample: 'arm', reference: 'a', current: 'b', bins: 4, draws: 100 },
      ...{ numbers: ['y', 'x'], categories: ['region', 'i1'] },
    },
  ],
  edge: [{ items }],
  efa: [
    { items, nfactors: 1 },
    { items, nfactors: 2, correlation: 'polychoric', method: 'ml' },
    { items, nfactors: 2, method: 'paf', rotation: 'promax' },
  ],
  factorability: [{ items }, { items, correlation: 'polychoric' }],
  fairness: [
    { outcome: 'binary', probability: 'p', group: 'region', threshold: 0.3 },
    { outcome: 'binary', probability: 'p', group: 'arm', threshold: 0.3, reference: 'a' },
  ],
  icc_retest: [{ items: ['pre', 'post'] }, { items: ['i1', 'i2', 'i3'] }],
  invariance: [{ items, group: 'arm' }],
  invariance_ordinal: [{ items, group: 'arm' }],
  irt_grm: [{ items }],
  irt_pcm: [{ items }],
  many_groups: [{ outcome: 'y', group: 'region' }],
  million: [{ items }, { items, polychoric: true }],
  multilevel: [
    { items, group: 'site' },
    { outcome: 'y', group: 'site', predictors: ['x'] },
  ],
  multilevel_binary: [{ outcome: 'binary', group: 'site', covariates: ['x'] }],
  multilevel_linear: [
    { outcome: 'y', group: 'site' },
    { outcome: 'y', group: 'site', covariates: ['x'] },
  ],
  multilevel_ordinal: [{ outcome: 'i1', group: 'site', covariates: ['x'] }],
  multiplicity: [{ items: ['p'] }],
  number_of_factors: [
    { items, draws: 20 },
    { items, draws: 20, correlation: 'polychoric' },
  ],
  opinion: [{ without: [...words, ...others] }],
  paired: [{ pre: 'pre', post: 'post', reliabilityForRci: 0.8 }],
  power: [
    ...[{ d: 0.5 }, { d: 0 }, { dz: 0 }, { p1: 0.5, p2: 0.5 }, { p1: 0, p2: 1 }, { r: 0 }],
    ...[{ r: 0.999 }, { margin: 0.999 }, { margin: 0.05, population: 1 }, { d: 0.5, n: 2 }, {}],
  ],
  raking_weights: [{ margins: { arm: { a: 0.5, b: 0.5 } } }, { margins: { i1: { 1: 1 } } }],
  regression: [
    { outcome: 'y', predictors: ['x'] },
    { outcome: 'y', predictors: ['i1', 'i2'], model: 'linear' },
    { outcome: 'binary', predictors: ['x', 'arm'], model: 'logistic' },
    { outcome: 'i1', predictors: ['x'], model: 'proportional-odds' },
  ],
  reliability: [
    { items, draws: 20 },
    { items, draws: 20, ordered: true },
  ],
  suggest: [{ text: 'said', label: 'arm', train: 40 }],
  themes: [{ text: 'said', k: 2 }, { text: 'said' }],
  two_groups: [{ outcome: 'y', group: 'arm' }],
};

/** Where results may hold what is no finite number; the docstring of each says so. */
const documented: Record<string, readonly RegExp[]> = {
  calibration: [/^\.scores\.logLoss$/],
  categorical: [
    /(riskRatio|oddsRatio)\.value$/,
    /fisherExact\.(conditionalOddsRatio|interval\.[01])$/,
  ],
  data_quality: [
    /^\.missing\..*percent$/,
    /^\.careless\.(personTotal|psychometric|mahalanobis).*\.\d+$/,
  ],
  descriptives: [/(skewness|kurtosis)\.type2$/],
  discrimination: [/^\.thresholds\.0\.utility\.likelihoodRatio(Positive|Negative)$/],
  efa: [/^\.fit\.objective$/],
  icc_retest: [/^\.intraclassCorrelations\.ICC\dk?\.f$/],
  irt_grm: [/\.localDependence\.pairs\.\d+\.q3$/],
  irt_pcm: [/\.localDependence\.pairs\.\d+\.q3$/, /\.personParameters\.\d+\.ml(Se)?$/],
  multiplicity: [/./],
  number_of_factors: [/^\.candidates\.\d+\.fit\.objective$/],
  reliability: [/^\.interItemCorrelations\.signalToNoise$/],
};

/** What is refused because of what was asked for; every other code comes from too deep inside. */
const refusals = [
  'one-code',
  ...[
    'groups-not-two',
    'not-two-groups',
    'unknown-group',
    'unknown-level',
    'margin-without-respondents',
    'not-ordered',
    'power',
    'too-few-coded',
  ],
];

function undocumentedIn(name: string, result: unknown): string[] {
  const allowed = documented[name] ?? [];
  return numbersIn(result)
    .filter(({ path, value }) => !Number.isFinite(value) && !allowed.some((at) => at.test(path)))
    .map(({ path, value }) => `${path} ${value}`);
}

function reasonsIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'ok' in value && value.ok === false && 'reason' in value ? [value.reason] : [];
  return [...own, ...Object.values(value).flatMap(reasonsIn)];
}

const loaded = await Promise.all(
  Object.entries(families).map(async ([name, load]) => ({ name, family: await load() })),
);

describe.each(loaded)('$name', ({ name, family }) => {
  const run = (rows: readonly Row[], options: Options) =>
    withinSeconds(10, () => family.run(tableFrom(rows), options, {}));

  it('has a row of options, which sound data answer', async () => {
    expect(asked[name]?.length).toBeGreaterThan(0);
    const [options = {}] = asked[name] ?? [];
    expect(await run(sound, options)).not.toMatchObject({ ok: false });
  });

  const given = family.needsTable ? datasets : { 'no table': [] };
  const cases = Object.entries(given).flatMap(([title, rows]) =>
    (asked[name] ?? []).map((options) => ({ title, rows, options })),
  );
  it.each(cases)('$title: a report or a reason', async ({ rows, options }) => {
    try {
      const result = await run(rows, options);
      expect(result).toBeTypeOf('object');
      expect(undocumentedIn(name, result)).toEqual([]);
      for (const reason of reasonsIn(result)) expect(notEstimableReasons).toContain(reason);
    } catch (error) {
      if (!(error instanceof AnalysisError)) throw error;
      expect(refusals).toContain(error.code);
    }
  });

  it('names a column that is not there', async () => {
    const [options = {}] = asked[name] ?? [];
    const attempt = async () => {
      await withinSeconds(10, () => family.run({ n: 0, columns: new Map() }, options, {}));
    };
    if (family.needsTable) await expect(attempt()).rejects.toThrow(AnalysisError);
  });
});

it('a computation without an end is broken off', () => {
  expect(() =>
    withinSeconds(0.05, () => {
      for (;;);
    }),
  ).toThrow('timed out');
});
