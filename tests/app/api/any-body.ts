import fc from 'fast-check';
import { csvColumns } from '#app/services/intake/csv-columns.ts';
import { scrapes } from './any-scrape.ts';

/** Bodies between right and absurd, with what stands around them; seeded by whoever samples them. */
export type AnyRequest = {
  /** Which address; the importer where there is one. */
  to: 'batches' | 'evidently' | 'mlflow' | 'openmetrics';
  body: string | Uint8Array;
  media: string;
  search: string;
  key: string;
  headers: Record<string, string>;
};

const oddTexts = fc.constantFrom(
  ...['', ' ', '\u0000', 'a\u0000b', '\ud800', '\udc00x', '\u202Ex', 'é'.normalize('NFD'), '🩺'],
  ...['__proto__', 'constructor', 'toString', 'nhs_number', 'MRN 4857773456', 'a@b.example'],
  ...['2026-02-30', '0000-00-00', '9999-12-31', '2026-04-01T00:00:00Z', '1.0', '9.9', 'live'],
  ...["'; drop table monitoring_records; --", '{{x}}', '%00', '\\u0000', '١٢', 'x'.repeat(90)],
);
const oddNumbers = fc.constantFrom(
  ...[0, -0, -1, 0.5, 1e-320, 5e-324, 1e21, 1e308, -1e308, 2 ** 31, 2 ** 53, 2 ** 53 + 2, 1e-7],
);
const leaf = fc.oneof(oddTexts, oddNumbers, fc.string(), fc.double(), fc.constantFrom(null, true));
const anything = fc.oneof(
  { weight: 4, arbitrary: leaf },
  { weight: 1, arbitrary: fc.array(leaf, { maxLength: 4 }) },
  { weight: 1, arbitrary: fc.dictionary(oddTexts, leaf, { maxKeys: 3 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

const months = ['2026-03-01', '2026-04-01', '2026-05-01', '2026-05-10', '2026-06-01', '2026-07-01'];
const count = fc.nat({ max: 400 });
const period = fc
  .tuple(fc.nat(months.length - 2), fc.constantFrom(1, 1, 1, 2))
  .map(([from, length]) => ({ start: months[from], end: months[from + length] ?? '2026-08-01' }));
/** A part and a whole that it is of; now and then the other way round. */
const partOf = (part: string, whole: string) =>
  fc.tuple(count, count, fc.nat(9)).map(([a, b, how]) => {
    const [less, more] =
      how === 0 ? [Math.max(a, b), Math.min(a, b)] : [Math.min(a, b), Math.max(a, b)];
    return { [part]: less, [whole]: more };
  });
const common = fc.record(
  {
    metric: fc.constantFrom('override', 'adoption', 'eigene Zahl', '等待时间'),
    period,
    part: fc.constantFrom('0.5', 'age'),
    mode: fc.constantFrom('live', 'silent', 'shadow'),
    subgroup: fc.record({ dimension: fc.constant('sex'), level: fc.constantFrom('f', 'm') }),
    labels: partOf('scored', 'eligible'),
  },
  { requiredKeys: ['metric', 'period'] },
);
const counts = fc.array(count, { minLength: 2, maxLength: 2 });
const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), count);
const kinds = fc.oneof(
  partOf('numerator', 'denominator').map((both) => ({ kind: 'proportion', ...both })),
  partOf('numerator', 'denominator').map((both) => ({ kind: 'proportion', ...both })),
  fc.record({ kind: fc.constant('rate'), events: count, exposure: fc.nat().map((n) => n + 0.5) }),
  fc.record({ kind: fc.constant('mean'), n: count.map((n) => n + 1), sum: number }),
  fc.record({ kind: fc.constant('value'), value: number }),
  fc.record({ kind: fc.constant('quantiles'), n: count.map((n) => n + 1), median: number }),
  partOf('observed', 'n').map((both) => ({ kind: 'observed-expected', ...both, expected: 3.5 })),
  fc.record({
    kind: fc.constant('confusion'),
    threshold: number,
    tp: count,
    fp: count,
    fn: count,
    tn: count,
  }),
  fc.record({
    ...{ kind: fc.constant('score-histogram'), edges: fc.constant([0, 0.5, 1]) },
    ...{ positives: counts, negatives: counts },
  }),
  fc.record({ kind: fc.constant('input-histogram'), levels: fc.constant(['a', 'b']), counts }),
);
type Json = Record<string, unknown>;

/** An object with some of its fields gone, replaced or added to. */
const disturbed = (whole: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc
    .tuple(whole, fc.array(fc.tuple(fc.nat(), anything, oddTexts, fc.nat(3)), { maxLength: 2 }))
    .map(([object, changes]) => {
      const fields = new Map<string, unknown>(Object.entries(object));
      for (const [place, value, name, what] of changes) {
        const key = [...fields.keys()][place % Math.max(1, fields.size)] ?? name;
        if (what === 0) fields.delete(key);
        else fields.set(what === 1 ? name : key, value);
      }
      return Object.fromEntries(fields);
    });
const rightOrNot = (whole: fc.Arbitrary<Json>) =>
  fc.oneof({ weight: 1, arbitrary: whole }, { weight: 1, arbitrary: disturbed(whole) });

const record = rightOrNot(fc.tuple(common, kinds).map(([about, said]) => ({ ...about, ...said })));

/** JSON as text, sometimes as no serialiser would write it. */
const written = (value: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc.tuple(value, fc.nat(32), fc.nat(), oddTexts).map(([plain, how, place, odd]) => {
    const text = JSON.stringify(plain);
    const at = place % (text.length + 1);
    switch (how) {
      case 0:
        return `\uFEFF${text}`;
      case 1:
        return text.slice(0, at);
      case 2:
        return `${text.slice(0, at)}${odd}${text.slice(at)}`;
      case 3:
        return text.replace(/:\s*\d+/u, ':1e999');
      case 4:
        return text.replace(/:\s*\d+/u, `:${'9'.repeat(400)}`);
      case 5: // a key that stands twice
        return text.replace('{', '{"metric":"x","records":[{}],"deployment":"y",');
      case 6:
        return text.replace(/"override"/u, '"\\ud83d"');
      case 7:
        return `${'['.repeat(place % 30_000)}${text}`;
      case 8:
        return `{"a":${'{"b":'.repeat(place % 3000)}1${'}'.repeat(place % 3000)}}`;
      default:
        return text;
    }
  });

const json = (deployment: string) =>
  written(
    fc.oneof(
      {
        weight: 6,
        arbitrary: rightOrNot(
          fc.record(
            {
              deployment: fc.constant(deployment),
              model_version: fc.constantFrom('1.0', '1.0', '1.0', '2.0', '9.9'),
              records: fc.array(record, { minLength: 1, maxLength: 4 }),
              comment: fc.constantFrom('Late', 'x'.repeat(201)),
              source: fc.record({ tool: oddTexts, suppressed_below: fc.nat(12) }),
            },
            { requiredKeys: ['deployment', 'model_version', 'records'] },
          ),
        ),
      },
      { weight: 1, arbitrary: anything },
    ),
  );

const cells = fc.oneof(
  fc.constantFrom('override', '2026-04-01', '2026-05-01', '12', '400', '', '0.5', '1 2 3', '"x'),
  fc.constantFrom('"a""b"', '"a\nb"', '1,5', '=1+1', 'nhs_number', 'proportion'),
  oddTexts,
);
const csvHeads = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constant(['metric', 'period_start', 'period_end', 'numerator', 'denominator']),
  },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...Object.keys(csvColumns)), { maxLength: 8 }) },
  { weight: 1, arbitrary: fc.array(cells, { maxLength: 6 }) },
);
const rightRow = fc
  .tuple(fc.constantFrom('override', 'adoption'), period, count)
  .map(([metric, { start, end }, n]) => [metric, start, end, String(n), '400']);
const csv = fc
  .tuple(
    csvHeads,
    fc.array(fc.oneof(rightRow, fc.array(cells, { maxLength: 8 })), { maxLength: 4 }),
    fc.constantFrom(',', ';', '\t', '|'),
    fc.constantFrom('\n', '\r\n', '\r', '\n\n'),
    fc.constantFrom('', '\uFEFF', '\n', 'sep=,\n'),
  )
  .map(
    ([head, rows, delimiter, ending, before]) =>
      `${before}${[head, ...rows].map((row) => row.join(delimiter)).join(ending)}${ending}`,
  );

const drift = fc.record({
  config: fc.record({
    type: fc.oneof(
      { weight: 2, arbitrary: fc.constant('evidently:metric_v2:ValueDrift') },
      { weight: 1, arbitrary: oddTexts.map((text) => `evidently:metric_v2:${text}`) },
    ),
    column: fc.constantFrom('age', 'sex', 'oldpeak', 'thalach', 'nhs_number'),
    method: fc.constantFrom('psi', 'K-S p_value', 'jensenshannon', 'other'),
  }),
  value: number,
});
const drifted = fc.record({
  config: fc.constant({ type: 'evidently:metric_v2:DriftedColumnsCount' }),
  value: fc.oneof(fc.constant({ count: 1, share: 0.25 }), anything),
});
const table = fc.record({
  metric: fc.oneof(fc.constant('DataDriftTable'), oddTexts),
  result: rightOrNot(partOf('number_of_drifted_columns', 'number_of_columns')),
});
const ofRun = fc.record({ key: fc.constantFrom('auc', 'f1', 'system/cpu'), value: number });

const report = written(
  fc.oneof(
    {
      weight: 4,
      arbitrary: rightOrNot(
        fc
          .oneof(
            fc.array(rightOrNot(fc.oneof(drift, drifted)), { maxLength: 3 }),
            fc.array(fc.oneof(drift, drifted), { maxLength: 3 }),
            fc.array(rightOrNot(table), { maxLength: 3 }),
            fc.array(rightOrNot(ofRun), { maxLength: 2 }),
          )
          .chain((metrics) => fc.record({ metrics: fc.constant(metrics), version: oddTexts })),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.record({ run: fc.record({ data: fc.record({ metrics: anything }) }) }),
    },
    { weight: 1, arbitrary: anything },
  ),
);

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

const parameters = (deployment: string, names: Record<string, string>) =>
  rightOrNot(fc.constant({ deployment, model_version: '1.0', ...names })).map(
    (fields) =>
      `?${new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, textOf(value)]))}`,
  );

const sentAs = (
  to: AnyRequest['to'],
  body: fc.Arbitrary<string | Uint8Array>,
  media: string,
  search: fc.Arbitrary<string> = fc.constant(''),
): fc.Arbitrary<AnyRequest> =>
  fc
    .tuple(body, search, fc.nat(80), fc.nat(60), fc.uuid())
    .map(([sent, address, how, pool, uuid]) => {
      const odd = [
        '',
        'text/plain',
        'application/json; charset=utf-16',
        'TEXT/CSV',
        'x'.repeat(300),
      ];
      const encodings = ['gzip', 'br', 'identity', 'gzip, br', 'chunked'];
      return {
        ...{ to, body: sent, search: address, media: odd[how] ?? media },
        // A few keys come again, with the same body or another.
        key: pool < 2 ? `key-of-many-${pool}` : how === 5 ? 'short' : uuid,
        headers: how > 5 && how < 11 ? { 'Content-Encoding': encodings[how - 6] ?? '' } : {},
      };
    });

export function anyRequest(deployment: string): fc.Arbitrary<AnyRequest> {
  const described = { period_start: '2026-04-01', period_end: '2026-05-01', n: '200' };
  const bytes = fc.uint8Array({ maxLength: 300 });
  const asTable = parameters(deployment, {});
  const asReport = parameters(deployment, described);
  return fc.oneof(
    { weight: 10, arbitrary: sentAs('batches', json(deployment), 'application/json') },
    { weight: 5, arbitrary: sentAs('batches', csv, 'text/csv', asTable) },
    { weight: 1, arbitrary: sentAs('batches', bytes, 'application/json') },
    { weight: 1, arbitrary: sentAs('batches', bytes, 'text/csv', asTable) },
    { weight: 2, arbitrary: sentAs('evidently', report, 'application/json', asReport) },
    { weight: 2, arbitrary: sentAs('mlflow', report, 'application/json', asReport) },
    {
      weight: 2,
      arbitrary: sentAs('openmetrics', scrapes, 'application/openmetrics-text', asReport),
    },
  );
}
