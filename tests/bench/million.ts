import { polychoricMatrix } from '#analysis/correlations/polychoric-matrix.ts';
import { buildItemPairTables } from '#analysis/psychometrics/build-item-pair-tables.ts';
import { describeItemTables } from '#analysis/psychometrics/describe-item-tables.ts';
import { genMillion } from '#tests/oracle/generators/gen-million.ts';

// A process of its own, so that its memory is its own: a million respondents, twenty items of five options.
const k = 20;
const codes = Int16Array.from(genMillion(1e6, k, 20240930));
const options = [1, 2, 3, 4, 5];
const items = Array.from({ length: k }, () => ({ codes: options, scores: options }));
const before = process.memoryUsage.rss();
const runs = Array.from({ length: 5 }, () => {
  const started = performance.now();
  const tables = buildItemPairTables({ codes, items });
  const counted = performance.now();
  const { alpha } = describeItemTables(tables);
  const described = performance.now();
  const { pairs } = polychoricMatrix(tables, 'listwise');
  if (!alpha.ok || pairs.some(({ estimate }) => !estimate.ok)) throw new Error('not estimable');
  const correlated = performance.now();
  return {
    tables: counted - started,
    described: described - started,
    polychoric: correlated - started,
  };
});
const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);
process.stdout.write(
  JSON.stringify({
    runs,
    dataMegabytes: megabytes(codes.byteLength),
    beforeMegabytes: megabytes(before),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
