import { countValuesByLevel } from '../numeric/count-values-by-level.ts';
import { cronbachAlpha } from '../psychometrics/cronbach-alpha.ts';
import type { ItemPairTables } from '../psychometrics/item-pair-tables.ts';
import { isSameAnswer } from '../suppression/is-same-answer.ts';
import type { GroupRelease } from '../suppression/release.ts';
import type { ReadinessItem, ReadinessScale } from './readiness-input.ts';
import type { AlphaReport, ScaleItemReport, ScaleReport } from './readiness-report.ts';
import type { ScoredScale } from './score-scale.ts';
import { summariseWithheld } from './summarise-withheld.ts';

function releaseOf(counts: Uint32Array, k: number): GroupRelease {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n < k) return { shown: false, reason: 'below-minimum' };
  return isSameAnswer(counts, k) ? { shown: false, reason: 'same-answer' } : { shown: true, n };
}

function reportAlpha(
  tables: ItemPairTables,
  itemIds: readonly string[],
  k: number,
): { alpha: AlphaReport; items: ScaleItemReport[] } {
  if (tables.completeCases < k) return { alpha: { ok: false, reason: 'below-minimum' }, items: [] };
  const result = cronbachAlpha(tables);
  if (!result.ok) return { alpha: { ok: false, reason: result.reason }, items: [] };
  const { n, alpha, interval, standardised } = result;
  const zeroVarianceItems = result.zeroVarianceItems.map((item) => itemIds[item] ?? '');
  return {
    alpha: { ok: true, n, alpha, interval, standardised, zeroVarianceItems },
    items: result.items.map((item, index) => ({ id: itemIds[index] ?? '', ...item })),
  };
}

/**
 * One scale over all respondents: score with interval, alpha with Feldt's interval, its items.
 *
 * Formulas at `summariseCounts` and `cronbachAlpha`.
 *
 * @param scale the recipe.
 * @param items all items of the report.
 * @param scored the scale's scores.
 * @param tables pair tables of the scale's items; null for a scale without items.
 * @param k minimum cell size.
 * @returns the report; parts are withheld when fewer than k were scored (or answered everything), or
 *   when (nearly) all have the same score.
 * @remarks Missing data: scores by the recipe, alpha listwise.
 * @throws as `cronbachAlpha`.
 * @see This room's README, "Suppression"; sources at the kernels.
 */
export function reportScale(
  scale: ReadinessScale,
  items: readonly ReadinessItem[],
  scored: ScoredScale,
  tables: ItemPairTables | null,
  k: number,
): ScaleReport {
  const itemIds = scale.itemIndexes.map((index) => items[index]?.id ?? '');
  const { id } = scale;
  if (!scored.ok || !tables) {
    const reason = scored.ok ? 'too-few-items' : scored.reason;
    return { id, score: { shown: false, reason }, alpha: { ok: false, reason }, items: [] };
  }
  const { numbered } = scored;
  const everybody = new Int32Array(numbered.index.length);
  const [counts = new Uint32Array(0)] = countValuesByLevel(numbered, everybody, 1);
  const release = releaseOf(counts, k);
  const score = summariseWithheld(numbered.values, counts, release);
  if (!release.shown) {
    return { id, score, alpha: { ok: false, reason: release.reason }, items: [] };
  }
  return { id, score, ...reportAlpha(tables, itemIds, k) };
}
