import { DomainError, ShapeError } from './errors.ts';
import { countByLevel } from './numeric/count-by-level.ts';
import { encodeCategories } from './psychometrics/encode-categories.ts';
import { locatePairs } from './report/locate-pairs.ts';
import { prepareDimensions } from './report/prepare-dimensions.ts';
import type {
  ReadinessControls,
  ReadinessInput,
  ReadinessScale,
} from './report/readiness-input.ts';
import type {
  DimensionReport,
  ReadinessReport,
  ScaleChangeReport,
  ScaleReport,
} from './report/readiness-report.ts';
import { reportChange } from './report/report-change.ts';
import { reportDimension } from './report/report-dimension.ts';
import { reportItems } from './report/report-items.ts';
import { reportScale } from './report/report-scale.ts';
import { scoreScale, type ScoredScale } from './report/score-scale.ts';
import { tabulateInChunks } from './report/tabulate-in-chunks.ts';
import { requireMinimum } from './suppression/require-minimum.ts';

/** The scale's items with their columns; refuses an item the report does not have. */
function selectItems({ items }: ReadinessInput, scale: ReadinessScale) {
  const selected = scale.itemIndexes.map((index) => {
    const item = items[index];
    if (!item) throw new DomainError('scale-item', { scale: scale.id, item: index });
    return item;
  });
  return { items: selected, columns: scale.itemIndexes };
}

/**
 * The readiness report of one study: item table, scales with reliability, breakdowns and paired change,
 * suppressed throughout, so that no number of a hidden group leaves this function.
 *
 * Composes the kernels of this room; see each part of `ReadinessReport`. Pure: equal input, equal
 * report.
 *
 * @param input codes n × k, row-major (rows respondents, columns items; negative = missing by reason),
 *   items with scores, scale recipes, dimensions and pairs, minimum cell size ≥ 2.
 * @param controls progress and stop, asked every few ten thousand rows.
 * @returns plain data that survive JSON; 'below-minimum' when fewer than k respondents are in it,
 *   'stopped' when asked to stop.
 * @remarks Missing data: items on available answers, alpha listwise per scale, scores by their recipe.
 * @throws ShapeError, DomainError when the input does not fit together; they carry indexes, never
 *   answers.
 * @see This room's README, "Suppression"; formulas, sources and reference programs at the kernels.
 */
export function runReadinessReport(
  input: ReadinessInput,
  controls: ReadinessControls = {},
): ReadinessReport {
  const { items, codes, scales, minimumCellSize } = input;
  requireMinimum(minimumCellSize);
  const width = items.length;
  if (width === 0 || codes.length % width !== 0) {
    throw new ShapeError('codes-length', { length: codes.length, width });
  }
  const n = codes.length / width;
  if (n < minimumCellSize) return { ok: false, reason: 'below-minimum' };

  const steps = 1 + scales.length + input.dimensions.length + (input.pairs ? 1 : 0);
  let done = 0;
  const shouldStop = (): boolean => controls.shouldStop?.() ?? false;
  const advance = (): void => controls.onProgress?.(++done / steps);
  const stopped = { ok: false, reason: 'stopped' } as const;

  if (shouldStop()) return stopped;
  const prepared = prepareDimensions(input.dimensions, n, minimumCellSize);
  const pairs = input.pairs ? locatePairs(input.pairs, prepared) : null;
  const { categories, firstCategory } = encodeCategories(codes, items, [...items.keys()], width);
  const m = firstCategory[width] ?? 0;
  const { counts, missing } = countByLevel(categories, width, m, new Int32Array(n), 1);
  const itemReports = reportItems(items, counts, missing, minimumCellSize);
  advance();

  const scored: ScoredScale[] = [];
  const scaleReports: ScaleReport[] = [];
  for (const scale of scales) {
    const selected = selectItems(input, scale);
    const { minimumAnswered, transform, prorate } = scale;
    const tables = tabulateInChunks(codes, width, selected, shouldStop);
    if (!tables) return stopped;
    const scores = scoreScale({ codes, width, ...selected, minimumAnswered, transform, prorate });
    scored.push(scores);
    scaleReports.push(reportScale(scale, items, scores, tables, minimumCellSize));
    advance();
  }

  const dimensionReports: DimensionReport[] = [];
  for (const dimension of prepared) {
    if (shouldStop()) return stopped;
    const answers = { items, categories, firstCategory, scales, scored };
    dimensionReports.push(reportDimension({ dimension, ...answers, minimumCellSize }));
    advance();
  }

  if (shouldStop()) return stopped;
  const changes = scales.map(({ id }, s): ScaleChangeReport => {
    const result = scored[s];
    if (!pairs || !result) return { id, change: { shown: false, reason: 'below-minimum' } };
    if (!result.ok) return { id, change: { shown: false, reason: result.reason } };
    return { id, change: reportChange(result.scores, pairs, minimumCellSize) };
  });
  if (input.pairs) advance();
  return {
    ok: true,
    n,
    minimumCellSize,
    items: itemReports,
    scales: scaleReports,
    dimensions: dimensionReports,
    changes: input.pairs ? changes : null,
  };
}
